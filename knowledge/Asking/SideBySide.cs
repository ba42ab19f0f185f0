namespace CroissanceConnectee.Knowledge.Asking;

// Joins the answers about each market of a question that names several.
internal static class SideBySide
{
    private const int SentencesPerMarket = 2;
    private const int MostSubjects = 3;

    public static AnswerResult Join(IReadOnlyList<AnswerResult> results, UnderstoodQuestion question)
    {
        var answers = results.OfType<Answer>().ToList();
        if (answers.Count == 0)
        {
            return (NoAnswer)results[0] with { Markets = question.Markets };
        }

        var sentences = answers.SelectMany(answer => answer.Sentences.Take(SentencesPerMarket)).Distinct().ToList();
        var quoted = sentences.Select(sentence => sentence.ArticleId).ToHashSet();
        return new Answer(question.Markets, answers[0].Theme)
        {
            Sentences = sentences,
            Facts = [.. answers.SelectMany(answer => answer.Facts).Distinct()],
            FurtherReading = [.. answers.SelectMany(answer => answer.FurtherReading).Where(subject => !quoted.Contains(subject.ArticleId))
                .DistinctBy(subject => subject.ArticleId).Take(MostSubjects)],
            UnansweredMarkets = [.. results.OfType<NoAnswer>().SelectMany(result => result.Markets)],
        };
    }
}
