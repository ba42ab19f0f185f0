using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Configuration;

public sealed class SiteOptions
{
    // What `dotnet run` serves.
    private const string OnThisMachine = "http://localhost:5080";

    /// Where the public reaches the site: mails and PDFs link there. Never guessed from a request, whose host anybody can forge.
    /// Empty: this machine, which will not do where mails go out.
    [RegularExpression(@"https?://[^/\s]+/?", ErrorMessage = "Site:PublicUrl must be an address without a path, such as https://export.example.fr.")]
    public string PublicUrl { get; set; } = "";

    public Uri Address(string path) => new(new Uri(PublicUrl.Length > 0 ? PublicUrl : OnThisMachine), path);
}
