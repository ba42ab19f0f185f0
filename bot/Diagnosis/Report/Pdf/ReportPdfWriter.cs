using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;
using PdfSharp.Drawing;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Pdf;

/// What goes onto the sheets, in order.
internal sealed class ReportPdfWriter(PdfSheets sheets, ReportContent report, ReportWords words, SiteOptions site)
{
    private const double Indent = 18;

    private DiagnosisResult Result => report.Result;

    public void Write()
    {
        Opening();
        Standing();
        Plan();
        Aid();
        Reasons();
        Answers();
        Closing();
    }

    private void Opening()
    {
        sheets.Decorate(new XRect(0, -20, PdfSheets.Width, 5), graphics => graphics.DrawRectangle(PdfSheets.Brush(PdfStyle.Brand), 0, 0, PdfSheets.Width, 5));
        sheets.Write(SiteTexts.Name, PdfStyle.Small with { Bold = true });
        sheets.Write(words.Say(nameof(ReportTexts.Title)), PdfStyle.Title);
        sheets.Write(words.Say(report.Finished ? nameof(ReportTexts.Lead) : nameof(ReportTexts.LeadUnfinished), words.Date(report.Date)), PdfStyle.Lead);
        if (!report.Finished)
        {
            sheets.Write(words.Say(nameof(ReportTexts.UnfinishedTitle)), PdfStyle.Subtitle);
            sheets.Write(
                [new PdfRun(words.Say(nameof(ReportTexts.QuestionsLeft), report.QuestionsLeft)), Link(nameof(ReportTexts.GoOn), site.Address(report.ResumePath))],
                PdfStyle.Body);
        }
    }

    private void Standing()
    {
        Heading(nameof(ReportTexts.StandingTitle));
        if (!report.HasLevel)
        {
            sheets.Write(words.Say(nameof(ReportTexts.NoLevelYet)), PdfStyle.Body);
            return;
        }

        sheets.Write(words.Say(nameof(ReportTexts.LevelOf), Result.Level.Step, ReportWords.Levels), PdfStyle.Lead with { After = 1 });
        sheets.Write(words.Say(Result.Level.Name), PdfStyle.Big);
        sheets.Decorate(new XRect(0, 0, 240, 6), StepsBar);
        sheets.Y += 14;
        sheets.Write(words.Say(Result.Level.Text), PdfStyle.Body);
        sheets.Write(words.Say(nameof(ReportTexts.Overall), Result.Overall), PdfStyle.Body with { Bold = true });
        Scores();
    }

    /// The chart on the left, the same figures as text on the right of it.
    private void Scores()
    {
        sheets.Keep(PdfRadar.Height);
        var top = sheets.Y;
        var chart = string.Join(" ; ", Result.Axes.Select(words.Score));
        sheets.Figure(chart, new XRect(-16, 0, PdfRadar.Width, PdfRadar.Height), graphics => PdfRadar.Draw(graphics, Result.Axes, words));
        sheets.Y = top + (PdfRadar.Height - Result.Axes.Count * 25) / 2;
        foreach (var axis in Result.Axes)
        {
            sheets.Write(words.Score(axis), PdfStyle.Item with { Size = 8.5, After = 1 }, PdfRadar.Width, PdfSheets.Width - PdfRadar.Width);
            sheets.Decorate(new XRect(PdfRadar.Width, 0, PdfSheets.Width - PdfRadar.Width, 5), graphics => Bar(graphics, axis.Score));
            sheets.Y += 12;
        }

        sheets.Y = Math.Max(sheets.Y, top + PdfRadar.Height);
    }

    private void Plan()
    {
        Heading(nameof(ReportTexts.PlanTitle));
        sheets.Write(words.Say(Result.Plan.Count > 0 ? nameof(ReportTexts.PlanLead) : nameof(ReportTexts.NoPlanYet)), PdfStyle.Body);
        foreach (var (index, action) in Result.Plan.Index())
        {
            sheets.Write($"{index + 1}. {words.Say(action.Title)}", PdfStyle.Subtitle with { Size = 11, Before = 9 });
            sheets.Write(words.Say(action.Text), PdfStyle.Body, Indent);
            sheets.Write([Bold(nameof(ReportTexts.Why)), new PdfRun(words.Say(action.Because))], PdfStyle.Body, Indent);
            sheets.Write(
                [
                    new PdfRun(words.Kind(action.Kind) + " ·"),
                    Bold(nameof(ReportTexts.Effect)), new PdfRun(words.Effect(action) + " ·"),
                    Bold(nameof(ReportTexts.Effort)), new PdfRun(words.Effort(action)),
                ],
                PdfStyle.Small with { After = 4 },
                Indent);
            foreach (var article in report.ArticlesOf(action.Links))
            {
                Cite(article, action);
            }
        }
    }

    private void Cite(Article article, Recommendation? action = null)
    {
        var place = words.Place(article);
        sheets.Write(
            [
                new PdfRun(words.Say(article.Title) + ".", Bold: true),
                new PdfRun(words.Summary(article, action) ?? ""),
                .. place is { } at ? [new PdfRun(at.Label, Link: at.Address)] : Array.Empty<PdfRun>(),
            ],
            PdfStyle.Small with { Colour = PdfStyle.Ink },
            Indent);
        var sources = article.Sources.OrderByDescending(source => source.Date).Take(ReportWords.SourcesShown).ToList();
        var more = article.Sources.Count - sources.Count;
        sheets.Write(
            [
                Bold(nameof(ReportTexts.Sources)),
                .. sources.SelectMany((source, index) => new[] { new PdfRun(words.Source(source), Link: source.Url), new PdfRun(index < sources.Count - 1 ? "·" : "") }),
                .. more > 0 ? [new PdfRun("· " + words.Say(nameof(ReportTexts.MoreSources), more))] : Array.Empty<PdfRun>(),
            ],
            PdfStyle.Small with { Size = 7.5, After = 5 },
            Indent);
    }

    private void Aid()
    {
        var aid = Result.RegionalAid;
        Heading(nameof(ReportTexts.AidTitle));
        sheets.Write(words.Say(ResultTelling.AidInWords(aid)), PdfStyle.Body);
        foreach (var article in report.ArticlesOf(aid.Link is { } link ? [link] : []))
        {
            Cite(article);
        }
    }

    private void Reasons()
    {
        if (!report.HasLevel)
        {
            return;
        }

        Heading(nameof(ReportTexts.ReasonsTitle));
        sheets.SideBySide(Result.Axes, 8 * PdfStyle.Item.LineHeight, Reasons);
    }

    private void Reasons(AxisScore axis, double left, double width)
    {
        sheets.Write(words.Score(axis), PdfStyle.Subtitle with { Size = 9.5 }, left, width);
        foreach (var (heading, effect) in ReportWords.ReasonHeadings)
        {
            var reasons = axis.Reasons.Where(reason => reason.Effect == effect).Select(reason => words.Sentence(reason.Text)).ToList();
            if (reasons.Count > 0)
            {
                sheets.Write([Bold(heading), new PdfRun(string.Join(' ', reasons))], PdfStyle.Item with { Size = 8.5 }, left, width);
            }
        }
    }

    private void Answers()
    {
        if (Result.Answers.Count == 0)
        {
            return;
        }

        Heading(nameof(ReportTexts.AnswersTitle));
        sheets.SideBySide(Result.Answers, 4 * PdfStyle.Item.LineHeight, Answer);
        sheets.Write(words.Say(nameof(ReportTexts.Origins)), PdfStyle.Small);
    }

    private void Answer(AnsweredQuestion answer, double left, double width)
    {
        sheets.Write(words.Say(answer.Question), PdfStyle.Small with { After = 0 }, left, width);
        sheets.Write(
            [
                new PdfRun(words.Say(answer.Answer), Bold: true),
                new PdfRun($"({words.Origin(answer)})"),
                Link(nameof(ReportTexts.ChangeAnswer), site.Address(report.ChangePath(answer))),
            ],
            PdfStyle.Item with { After = 4 },
            left,
            width);
    }

    private void Closing()
    {
        Heading(nameof(ReportTexts.KeepTitle));
        sheets.Write([new PdfRun(words.Say(nameof(ReportTexts.CodeLead))), new PdfRun(report.ResumeCode, Bold: true)], PdfStyle.Body);
        sheets.Write([Link(nameof(ReportTexts.OnlineReport), site.Address(report.Path))], PdfStyle.Body);
        sheets.Write(words.Say(nameof(ReportTexts.KeptUntil), words.Date(report.KeptUntil)), PdfStyle.Body);
        Heading(nameof(ReportTexts.WorthTitle));
        foreach (var sentence in new[] { nameof(ReportTexts.Worth1), nameof(ReportTexts.Worth2), nameof(ReportTexts.Worth3) })
        {
            sheets.Write(words.Say(sentence), PdfStyle.Body);
        }

        sheets.Write(words.Say(nameof(ReportTexts.Version), Result.Version), PdfStyle.Small);
    }

    private void Heading(string key) => sheets.Write(words.Say(key), PdfStyle.Section);

    private PdfRun Bold(string key) => new(words.Say(key) + (words.Language == Language.French ? "\u00A0:" : ":"), Bold: true);

    private PdfRun Link(string key, Uri address) => new(words.Say(key), Link: address);

    private void StepsBar(XGraphics graphics)
    {
        for (var step = 0; step < ReportWords.Levels; step++)
        {
            var colour = step < Result.Level.Step ? PdfStyle.Sun : PdfStyle.Line;
            graphics.DrawRoundedRectangle(PdfSheets.Brush(colour), step * 61, 0, 57, 6, 6, 6);
        }
    }

    private static void Bar(XGraphics graphics, int score)
    {
        const double Width = 175;
        graphics.DrawRoundedRectangle(PdfSheets.Brush(PdfStyle.Line), 0, 0, Width, 5, 5, 5);
        if (score > 0)
        {
            graphics.DrawRoundedRectangle(PdfSheets.Brush(PdfStyle.Brand), 0, 0, Math.Max(5, Width * score / 100), 5, 5, 5);
        }
    }
}
