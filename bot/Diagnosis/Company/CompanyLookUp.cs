using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Diagnoses;

/// What the register says of a company, as answers to the questionnaire.
public sealed record FoundCompany(string Name, string? Town, IReadOnlyList<(Question Question, Answer Answer)> Answers);

public sealed class CompanyLookUp(IOptions<CompanyDirectoryOptions> options, IServiceProvider services)
{
    public bool IsOn => options.Value.IsOn;

    /// Null when the look-up is off, or finds nothing.
    public async Task<FoundCompany?> FindAsync(Questionnaire questionnaire, string companyNumber, CancellationToken cancellation)
    {
        if (!IsOn)
        {
            return null;
        }

        // Typed clients are short-lived, so that their connections follow changes of address.
        var directory = services.GetRequiredService<CompanyDirectory>();
        var company = await directory.FindAsync(companyNumber, cancellation);
        return company?.Name is null ? null : new FoundCompany(company.Name, company.Office?.Town, [.. Answers(questionnaire, company)]);
    }

    public static IEnumerable<(Question Question, Answer Answer)> Answers(Questionnaire questionnaire, Company company)
    {
        foreach (var question in questionnaire.Questions)
        {
            var code = question.Register switch
            {
                RegisterField.Activity => company.Activity,
                RegisterField.Headcount => company.HeadcountBand,
                RegisterField.Region => company.Office?.Region,
                RegisterField.LegalForm => company.LegalForm,
                _ => null,
            };
            if (code is not null && ChoiceOf(question, code) is { } choice)
            {
                yield return (question, Diagnoses.Answer.Of(choice.Id) with { Origin = AnswerOrigin.LookedUp });
            }
        }
    }

    /// The choice with the longest prefix of the code: 46.34 before 46.3.
    private static QuestionChoice? ChoiceOf(Question question, string code) => question.Choices
        .SelectMany(choice => choice.Codes, (choice, prefix) => (Choice: choice, Prefix: prefix))
        .Where(candidate => code.StartsWith(candidate.Prefix, StringComparison.Ordinal))
        .OrderByDescending(candidate => candidate.Prefix.Length)
        .Select(candidate => candidate.Choice)
        .FirstOrDefault();
}
