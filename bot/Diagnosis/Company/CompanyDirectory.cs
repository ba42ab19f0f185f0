using System.Net.Http.Json;
using System.Text.Json;
using Polly;

namespace CroissanceConnectee.Bot.Diagnoses;

/// The State's open company search (API Recherche d'entreprises). It is a help, never needed: no answer is an ordinary outcome.
public sealed class CompanyDirectory(HttpClient http, ILogger<CompanyDirectory> logger)
{
    private const int SirenLength = 9;

    /// Null when there is no such company, or no answer in time.
    public async Task<Company?> FindAsync(string companyNumber, CancellationToken cancellation)
    {
        var siren = companyNumber[..SirenLength];
        try
        {
            var page = await http.GetFromJsonAsync($"search?q={siren}&page=1&per_page=1", CompanyJson.Default.CompanyPage, cancellation);
            return page?.Results?.FirstOrDefault(company => company.Siren == siren);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or ExecutionRejectedException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            logger.RegisterFailed(failure.GetType().Name);
            return null;
        }
    }
}
