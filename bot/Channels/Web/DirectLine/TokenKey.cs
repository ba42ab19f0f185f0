using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// The key that signs tokens: the configured one, or one made once and kept protected in the storage folder, so that
/// open chats outlive a restart.
public sealed record TokenKey(byte[] Bytes)
{
    public const string FileName = "direct-line-token-key";

    public static TokenKey From(IServiceProvider services) =>
        services.GetRequiredService<IOptions<DirectLineOptions>>().Value.TokenKey is { Length: > 0 } configured
            ? new TokenKey(Convert.FromBase64String(configured))
            : new TokenKey(StoredKey.ReadOrMake(
                Path.Combine(services.GetRequiredService<StorageFolder>().Keys, FileName),
                services.GetRequiredService<IDataProtectionProvider>().CreateProtector("DirectLine.TokenKey"),
                services.GetRequiredService<ILogger<TokenKey>>()));
}
