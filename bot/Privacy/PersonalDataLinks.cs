using Microsoft.AspNetCore.DataProtection;

namespace CroissanceConnectee.Bot.Privacy;

/// Addresses under which the owner of a conversation, and nobody else, gets a copy of it: sealed, and good for an hour.
public sealed class PersonalDataLinks(IDataProtectionProvider protection)
{
    public const string Route = "/mes-donnees";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("personal data").ToTimeLimitedDataProtector();

    public string For(string conversationId) => $"{Route}/{_protector.Protect(conversationId, Lifetime)}";

    /// The conversation that a link is for; null when it is not one of ours, or has expired.
    public string? Read(string sealedId)
    {
        try
        {
            return _protector.Unprotect(sealedId);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
