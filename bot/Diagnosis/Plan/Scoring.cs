namespace CroissanceConnectee.Bot.Diagnoses;

/// Scores from answers. An axis is the weighted mean of the points of the answers that speak of it; every answer is a reason.
public static class Scoring
{
    private const int FullPoints = 10;

    public static IReadOnlyList<AxisScore> Score(AnswerSheet sheet) =>
        [.. sheet.Questionnaire.Axes.Select(axis => Score(axis, sheet))];

    /// The mean of the axes of which something is known.
    public static int Overall(IEnumerable<AxisScore> axes) =>
        (int)Math.Round(axes.Where(axis => axis.Known).Select(axis => axis.Score).DefaultIfEmpty(0).Average());

    public static MaturityLevel Level(Questionnaire questionnaire, int overall) =>
        questionnaire.Levels.Last(level => level.From <= overall);

    private static AxisScore Score(Axis axis, AnswerSheet sheet)
    {
        var marks = sheet.Questionnaire.Questions
            .Where(question => Speaks(question, axis.Id))
            .Select(question => (Question: question, Answer: sheet.Answer(question.Id)))
            .Where(entry => entry.Answer is not null)
            .Select(entry => new Mark(entry.Question, entry.Answer!, Points(entry.Question, entry.Answer!, axis.Id)))
            .ToList();
        var counted = marks.Where(mark => mark.Points is not null).ToList();
        var full = counted.Sum(mark => mark.Question.Weight * FullPoints);
        var score = full == 0 ? 0 : (int)Math.Round(100m * counted.Sum(mark => mark.Question.Weight * mark.Points!.Value) / full);
        return new AxisScore(axis.Id, axis.Name, score, [.. marks.OrderByDescending(mark => mark.Question.Weight).Select(ReasonOf)]);
    }

    private static Reason ReasonOf(Mark mark) => new(
        mark.Question.Id,
        AnswerWording.Said(mark.Question, mark.Answer),
        mark.Points switch
        {
            null => ReasonEffect.NotCounted,
            >= FullPoints / 2 => ReasonEffect.For,
            _ => ReasonEffect.Against,
        });

    private static bool Speaks(Question question, string axis) =>
        question.KnownPoints.ContainsKey(axis) || question.Choices.Any(choice => choice.Points.ContainsKey(axis));

    /// Null when the answer says nothing: not known, where not knowing is no answer in itself.
    private static int? Points(Question question, Answer answer, string axis)
    {
        if (answer.Unknown)
        {
            return question.UnknownPoints.TryGetValue(axis, out var unknown) ? unknown : null;
        }

        var known = question.KnownPoints.GetValueOrDefault(axis);
        return Math.Min(FullPoints, known + answer.Choices.Sum(id => question.Choice(id)?.Points.GetValueOrDefault(axis) ?? 0));
    }

    private sealed record Mark(Question Question, Answer Answer, int? Points);
}
