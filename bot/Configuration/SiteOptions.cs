using System.ComponentModel.DataAnnotations;
using CroissanceConnectee.Bot.Channels.Web.DirectLine;

namespace CroissanceConnectee.Bot.Configuration;

public sealed class SiteOptions : IValidatableObject
{
    private const string AnySite = "*";

    // What `dotnet run` serves.
    private const string OnThisMachine = "http://localhost:5080";

    /// Where the public reaches the site: mails and PDFs link there. Never guessed from a request, whose host anybody can forge.
    /// Empty: this machine, which will not do where mails go out.
    [RegularExpression(@"https?://[^/\s]+/?", ErrorMessage = "Site:PublicUrl must be an address without a path, such as https://export.example.fr.")]
    public string PublicUrl { get; set; } = "";

    /// Sites that may show /embed in a frame, as `https://host[:port]`; `*` alone: every site. Empty: our own pages only. Nothing
    /// but the chat is ever shown in another site's frame.
    public IReadOnlyList<string> EmbedOrigins { get; set; } = [];

    /// The sources of a frame-ancestors directive.
    public string FrameAncestors => string.Join(' ', EmbedOrigins.Contains(AnySite) ? EmbedOrigins : ["'self'", .. EmbedOrigins]);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => EmbedOrigins
        .Where(origin => !(origin == AnySite && EmbedOrigins.Count == 1) && !Origins.IsOrigin(origin))
        .Select(origin => new ValidationResult($"Site:EmbedOrigins: '{origin}' is not an origin such as https://example.fr, nor * alone."));

    /// For what goes back to whoever asked, and is kept nowhere: where no public address is set, the one that was asked serves.
    public Uri Address(string path, HttpRequest request) =>
        PublicUrl.Length > 0 ? Address(path) : new(new Uri(Origins.SiteOf(request)), path);

    public Uri Address(string path) => new(new Uri(PublicUrl.Length > 0 ? PublicUrl : OnThisMachine), path);
}
