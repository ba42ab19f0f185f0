using System.Collections.Frozen;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Conditions as they are written in the data files. All the lines of a mapping must hold:
/// `site: [shop, showcase]` · `headcount: { max: 49 }` · `skills: { atLeast: 2 }` · `budget: answered` · `vat: unknown` ·
/// `any: [ {…}, {…} ]` · `none: [ {…} ]` · `score: { rules: { max: 40 } }`.
internal sealed class ConditionReader(IReadOnlyDictionary<string, Question> questions, IReadOnlySet<string> axes)
{
    private static readonly FrozenSet<string> Countries = MarketNames.Codes.ToFrozenSet();

    /// The condition under `when`; null when there is none.
    public Condition? When(DataNode node) => node.Has("when") && node.Child("when") is { } when ? All(when) : null;

    public AllOf All(DataNode node) => new([.. node.Keys.Select(key => Line(node, key)).OfType<Condition>()]);

    private Condition? Line(DataNode node, string key) => key switch
    {
        "any" => new AnyOf([.. node.Items(key).Select(All)]),
        "none" => new NoneOf([.. node.Items(key).Select(All)]),
        "score" => Score(node),
        _ => Answer(node, key),
    };

    private AllOf? Score(DataNode node)
    {
        if (node.Child("score") is not { } scores)
        {
            return null;
        }

        foreach (var axis in scores.Keys.Where(axis => !axes.Contains(axis)))
        {
            scores.Fault(axis, $"The condition speaks of the axis '{axis}', which does not exist.");
        }

        return new AllOf([.. scores.Keys.Select(axis => (axis, Bounds: scores.Child(axis)?.Only("min", "max")))
            .Where(score => score.Bounds is not null)
            .Select(score => new ScoreIs(score.axis, score.Bounds!.Whole("min", 0, 100, 0), score.Bounds.Whole("max", 0, 100, 100)))]);
    }

    private AnswerIs? Answer(DataNode node, string id)
    {
        if (!questions.TryGetValue(id, out var question))
        {
            node.Fault(id, $"The condition speaks of the question '{id}', which does not exist.");
            return null;
        }

        if (node.IsMapping(id))
        {
            return node.Child(id) is { } bounds ? new AnswerIs(id, Bounds(bounds, question)) : null;
        }

        var words = node.Words(id);
        return new AnswerIs(id, words switch
        {
            ["answered"] => new IsKnown(),
            ["unknown"] => new IsUnknown(),
            _ => new Among(words.SelectMany(word => Named(node, question, word)).ToFrozenSet()),
        });
    }

    private static AnswerTest Bounds(DataNode node, Question question)
    {
        node.Only("min", "max", "atLeast", "atMost");
        if (question.IsFigure)
        {
            return new Between(Known("min"), Known("max"));
        }

        return new CountIs(node.Whole("atLeast", 0, 99, 0), node.Whole("atMost", 0, 99, 99));

        decimal? Known(string key)
        {
            var bound = node.Number(key);
            if (bound < question.Min || bound > question.Max)
            {
                node.Fault(key, $"No answer to '{question.Id}' goes that far: it can never hold.");
            }

            return bound;
        }
    }

    private static IEnumerable<string> Named(DataNode node, Question question, string word)
    {
        if (question.Groups.TryGetValue(word, out var group))
        {
            return group;
        }

        if (question.Choice(word) is null && !(question.Kind == QuestionKind.Markets && Countries.Contains(word)))
        {
            node.Fault(question.Id, $"'{question.Id}' has no choice '{word}'.");
        }

        return [word];
    }
}
