using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

/// A report in plain text, for mails and for the expert's brief: level, plan with its reasons, regional aid.
public static class PlanText
{
    public static string Write(ReportContent report, Language language)
    {
        var words = new ReportWords(language);
        var result = report.Result;
        var text = new StringBuilder();
        if (report.HasLevel)
        {
            text.AppendLine(words.Say(nameof(ReportTexts.LevelNamed), result.Level.Step, ReportWords.Levels, words.Say(result.Level.Name)))
                .AppendLine(words.Say(result.Level.Text))
                .AppendLine();
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

    private static string Underlined(string title) => title + Environment.NewLine + new string('-', title.Length);
}
