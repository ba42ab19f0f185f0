using System.Globalization;
using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

/// A result written in a given language: a culture set by the handler would not outlive the handler.
internal sealed class InLanguage(Language language, IResult result) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        CultureInfo.CurrentCulture = language.Culture();
        CultureInfo.CurrentUICulture = language.Culture();
        await result.ExecuteAsync(httpContext);
    }
}
