using System.Security.Cryptography;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Channels.Web.Site.Simple;

/// The conversation of a browser without script: a sealed cookie holds its id, the transcript is its only memory.
public sealed class SimpleConversations(IDataProtectionProvider protection, IDbContextFactory<ProductContext> contexts)
{
    private const string Channel = "html";
    private const string CookieName = "conversation";

    private readonly IDataProtector _seal = protection.CreateProtector("conversation of the simple pages");

    public ConversationKey? Find(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { } cookie)
        {
            return null;
        }

        try
        {
            return new ConversationKey(Channel, _seal.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            // Forged, cut short, or sealed with a key that is gone: a new conversation begins.
            return null;
        }
    }

    /// Writes nothing but the cookie: the conversation exists once something is said.
    public ConversationKey Begin(HttpContext http)
    {
        var id = Codes.NewToken();
        http.Response.Cookies.Append(CookieName, _seal.Protect(id), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = SimpleEndpoints.Path,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return new ConversationKey(Channel, id);
    }

    public async Task<IReadOnlyList<TranscriptEntry>> ReadAsync(ConversationKey key, CancellationToken cancellation)
    {
        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var id = key.ToString();
        return await data.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == id)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellation);
    }
}
