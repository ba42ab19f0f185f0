using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// The key of an authenticator app. Until the app has shown a right code it stands sealed in the form, not in the account,
/// where the key of before goes on working.
public sealed class AuthenticatorKeys(UserManager<DeskUser> users, IUserStore<DeskUser> store, IDataProtectionProvider protection)
{
    private const string Issuer = "Croissance Connectee";

    private readonly IDataProtector _seal = protection.CreateProtector("desk.authenticator-key");

    public NewAuthenticator Make(DeskUser user) => Of(user, users.GenerateNewAuthenticatorKey());

    /// The key that a form brings back; null where the seal is not ours, or another person's.
    public NewAuthenticator? Open(DeskUser user, string? sealedKey)
    {
        try
        {
            return sealedKey is not null && _seal.Unprotect(sealedKey).Split(' ') is [var id, var key] && id == user.Id.ToString() ? Of(user, key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// Takes the key into the account when the code is one of its own.
    public async Task<IdentityResult> GiveAsync(DeskUser user, string password, string key, string code, CancellationToken cancellation)
    {
        var result = await users.AddPasswordAsync(user, password);
        if (!result.Succeeded)
        {
            return result;
        }

        await ((IUserAuthenticatorKeyStore<DeskUser>)store).SetAuthenticatorKeyAsync(user, key, cancellation);
        result = await users.SetTwoFactorEnabledAsync(user, true);
        return result.Succeeded && !await IsRightAsync(user, code)
            ? IdentityResult.Failed(new IdentityError { Code = nameof(IdentityErrorDescriber.InvalidToken) })
            : result;
    }

    public Task<bool> IsRightAsync(DeskUser user, string code) =>
        users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "", StringComparison.Ordinal));

    private NewAuthenticator Of(DeskUser user, string key)
    {
        var address = $"otpauth://totp/{Uri.EscapeDataString($"{Issuer}:{user.Email}")}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var picture = new SvgQRCode(code).GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return new NewAuthenticator(key, _seal.Protect($"{user.Id} {key}"), picture);
    }
}

/// Sealed is what the form keeps; Picture is the QR code as SVG.
public sealed record NewAuthenticator(string Key, string Sealed, string Picture)
{
    /// In groups of four, for whoever types it.
    public string Readable => string.Join(' ', Key.Chunk(4).Select(four => new string(four)));
}
