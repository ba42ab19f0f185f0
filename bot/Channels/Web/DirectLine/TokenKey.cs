using System.Security.Cryptography;
using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// The key that signs tokens: the configured one, or one made once and kept protected in the storage folder, so that
/// open chats outlive a restart.
public sealed record TokenKey(byte[] Bytes)
{
    public const string FileName = "direct-line-token-key";

    private const int Length = 32;

    public static TokenKey From(IServiceProvider services) =>
        services.GetRequiredService<IOptions<DirectLineOptions>>().Value.TokenKey is { Length: > 0 } configured
            ? new TokenKey(Convert.FromBase64String(configured))
            : new TokenKey(ReadOrMake(
                Path.Combine(services.GetRequiredService<StorageFolder>().Keys, FileName),
                services.GetRequiredService<IDataProtectionProvider>().CreateProtector("DirectLine.TokenKey"),
                services.GetRequiredService<ILogger<TokenKey>>()));

    private static byte[] ReadOrMake(string path, IDataProtector protector, ILogger logger)
    {
        if (File.Exists(path))
        {
            try
            {
                return protector.Unprotect(File.ReadAllBytes(path));
            }
            catch (CryptographicException unreadable)
            {
                // The keys that protected it are gone. Open chats must ask for a new token, nothing else is lost.
                logger.TokenKeyUnreadable(unreadable);
                File.Delete(path);
            }
        }

        return Make(path, protector);
    }

    // Written aside and moved in place, so that a process killed in between leaves no half of a key; whoever moves second
    // (another replica that starts at the same time) takes the first one's.
    private static byte[] Make(string path, IDataProtector protector)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(aside, protector.Protect(RandomNumberGenerator.GetBytes(Length)));
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }

        return protector.Unprotect(File.ReadAllBytes(path));
    }
}
