using System.Collections.Frozen;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Reads the recommendations that go with one questionnaire and finds all that is wrong with them.
internal static class PlanReader
{
    public static PlanRules? Read(DataFile file, Questionnaire questionnaire)
    {
        if (file.Read()?.Only("regionalAid", "story", "rules") is not { } root)
        {
            return null;
        }

        var axes = questionnaire.Axes.Select(axis => axis.Id).ToFrozenSet();
        var conditions = new ConditionReader(questionnaire.Questions.ToDictionary(question => question.Id), axes);
        var rules = root.Items("rules").Select(node => Rule(node, questionnaire, conditions, axes)).ToList();
        foreach (var twice in rules.GroupBy(rule => rule.Id).Where(same => same.Count() > 1))
        {
            root.Fault("rules", $"The rule '{twice.Key}' is there twice.");
        }

        var story = root.Child("story") is { } storyNode ? Story(storyNode, questionnaire) : null;
        var aid = root.Child("regionalAid") is { } aidNode ? Aid(aidNode, questionnaire, conditions) : null;
        return file.Faults.Count == 0 && story is not null && aid is not null ? new PlanRules(rules, story, aid) : null;
    }

    private static PlanRule Rule(DataNode node, Questionnaire questionnaire, ConditionReader conditions, FrozenSet<string> axes)
    {
        node.Only("id", "kind", "about", "axis", "when", "effect", "effort", "title", "text", "because", "links", "marketsOf");
        if (!axes.Contains(node.Text("axis")))
        {
            node.Fault("axis", $"The axis '{node.Text("axis")}' does not exist.");
        }

        // A rule without a condition, or without the firm's own words as its reason, would be advice for everyone.
        if (!node.Has("when"))
        {
            node.Fault("'when' is missing: a recommendation for everyone is none.");
        }

        if (node.Words("because").Count == 0)
        {
            node.Fault("'because' is missing: a recommendation rests on the firm's own answers.");
        }

        if (node.OneOf<RecommendationKind>("kind") is not { } kind)
        {
            node.Fault("'kind' is missing or unknown.");
            kind = RecommendationKind.Article;
        }

        return new PlanRule
        {
            Id = node.Text("id"),
            Kind = kind,
            About = node.OptionalText("about"),
            Axis = node.Text("axis"),
            When = conditions.When(node) ?? new AllOf([]),
            Effect = node.Whole("effect", 1, 3, 0),
            Effort = node.Whole("effort", 1, 3, 0),
            Title = node.Wording("title"),
            Text = node.Wording("text"),
            Because = [.. node.Words("because").Select(id => Known(node, "because", id, questionnaire))],
            Links = node.Words("links"),
            MarketsOf = node.OptionalText("marketsOf") is { } markets ? Known(node, "marketsOf", markets, questionnaire) : null,
        };
    }

    private static StoryRule Story(DataNode node, Questionnaire questionnaire)
    {
        node.Only("markets", "title", "text", "effect", "effort");
        return new StoryRule(
            [.. node.Words("markets").Select(id => Known(node, "markets", id, questionnaire))],
            node.Wording("title"),
            node.Wording("text"),
            node.Whole("effect", 1, 3, 0),
            node.Whole("effort", 1, 3, 0));
    }

    private static RegionalAidRule? Aid(DataNode node, Questionnaire questionnaire, ConditionReader conditions)
    {
        node.Only("rate", "min", "max", "headcountBelow", "budget", "purePlayer", "article");
        if (node.Child("purePlayer") is not { } purePlayer)
        {
            return null;
        }

        return new RegionalAidRule(
            node.Whole("rate", 1, 100, 0),
            node.Number("min") ?? 0,
            node.Number("max") ?? 0,
            node.Whole("headcountBelow", 1, 5000, 0),
            Known(node, "budget", node.Text("budget"), questionnaire),
            conditions.All(purePlayer),
            node.Text("article"));
    }

    private static string Known(DataNode node, string key, string id, Questionnaire questionnaire)
    {
        if (questionnaire.Find(id) is null)
        {
            node.Fault(key, $"'{key}' speaks of the question '{id}', which does not exist.");
        }

        return id;
    }
}
