using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

/// The result of a diagnosis in plain text: level, plan with its reasons, regional aid.
public static class PlanText
{
    public static string Write(DiagnosisResult result, Language language)
    {
        var words = new ReportWords(language);
        var text = new StringBuilder();
        if (result.Axes.Any(axis => axis.Known))
        {
            text.AppendLine(Level(result, language)).AppendLine(words.Say(result.Level.Text)).AppendLine();
            foreach (var axis in result.Axes)
            {
                text.Append("- ").AppendLine(words.Score(axis));
            }
        }
        else
        {
            text.AppendLine(words.Say(nameof(ReportTexts.NoLevelYet)));
        }

        text.AppendLine().AppendLine(Underlined(words.Say(nameof(ReportTexts.PlanTitle))));
        if (result.Plan.Count == 0)
        {
            text.AppendLine(words.Say(nameof(ReportTexts.NoPlanYet)));
        }

        foreach (var (number, action) in result.Plan.Index())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{number + 1}. {words.Say(action.Title)}")
                .Append("   ").AppendLine(words.Say(action.Text))
                .Append("   ").AppendLine(words.Say(action.Because))
                .AppendLine();
        }

        return text.AppendLine(words.Say(ResultTelling.AidInWords(result.RegionalAid))).ToString();
    }

    /// "Niveau 2 sur 4 : En préparation".
    public static string Level(DiagnosisResult result, Language language)
    {
        var words = new ReportWords(language);
        var colon = language == Language.French ? " : " : ": ";
        return words.Say(nameof(ReportTexts.LevelOf), result.Level.Step, ReportWords.Levels) + colon + words.Say(result.Level.Name);
    }

    private static string Underlined(string title) => title + Environment.NewLine + new string('-', title.Length);
}
