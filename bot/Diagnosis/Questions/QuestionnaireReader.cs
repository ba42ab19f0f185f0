using System.Collections.Frozen;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Reads one version of the questionnaire and finds all that is wrong with it.
internal static class QuestionnaireReader
{
    private const int LevelCount = 4;

    /// Null when a fault makes it unusable; the faults are then in the file.
    public static Questionnaire? Read(DataFile file)
    {
        if (file.Read()?.Only("axes", "levels", "questions", "contradictions") is not { } root)
        {
            return null;
        }

        var axes = root.Items("axes").Select(node => new Axis(node.Only("id", "name").Text("id"), node.Wording("name"))).ToList();
        if (axes.Count is < 5 or > 7)
        {
            root.Fault("axes", "There must be five to seven axes: the branches of the chart.");
        }

        var questions = Questions(root, axes.Select(axis => axis.Id).ToFrozenSet());
        var levels = Levels(root);
        var conditions = new ConditionReader(questions.ToDictionary(question => question.Id), FrozenSet<string>.Empty);
        var contradictions = root.Items("contradictions").Select(node => Contradiction(node, conditions, questions)).ToList();
        return file.Faults.Count > 0 ? null : new Questionnaire(file.Name, axes, levels, questions, contradictions);
    }

    private static List<Question> Questions(DataNode root, FrozenSet<string> axes)
    {
        var reader = new QuestionReader(axes);
        var read = new Dictionary<string, (DataNode Node, Question Question)>();
        foreach (var node in root.Items("questions"))
        {
            var question = reader.Read(node);
            if (!read.TryAdd(question.Id, (node, question)))
            {
                node.Fault("id", $"The question '{question.Id}' is there twice.");
            }
        }

        if (read.Count == 0)
        {
            root.Fault("questions", "There is no question to ask.");
        }

        var conditions = new ConditionReader(read.ToDictionary(entry => entry.Key, entry => entry.Value.Question), FrozenSet<string>.Empty);
        var questions = read.Values.Select(entry => entry.Question with { When = conditions.When(entry.Node) }).ToList();
        foreach (var question in questions)
        {
            foreach (var other in question.DependsOn.Where(other => !read.ContainsKey(other)))
            {
                read[question.Id].Node.Fault("dependsOn", $"'{question.Id}' depends on the question '{other}', which does not exist.");
            }
        }

        FindCycles(questions, id => read[id].Node);
        return questions;
    }

    /// A question whose condition waits, through others, for its own answer would never be asked.
    private static void FindCycles(List<Question> questions, Func<string, DataNode> nodeOf)
    {
        var mentions = questions.ToDictionary(question => question.Id, question => question.When?.Mentions.Distinct().ToList() ?? []);
        var done = new HashSet<string>();
        foreach (var question in questions)
        {
            Visit(question.Id, []);
        }

        void Visit(string id, List<string> path)
        {
            if (path.IndexOf(id) is var start && start >= 0)
            {
                nodeOf(id).Fault("when", $"The conditions go round in a circle: {string.Join(" → ", path[start..].Append(id))}.");
                return;
            }

            if (done.Contains(id))
            {
                return;
            }

            foreach (var next in mentions[id])
            {
                Visit(next, [.. path, id]);
            }

            done.Add(id);
        }
    }

    private static List<MaturityLevel> Levels(DataNode root)
    {
        var nodes = root.Items("levels");
        var levels = nodes.Select((node, index) => new MaturityLevel(
            node.Only("id", "from", "name", "text").Text("id"),
            index + 1,
            node.Whole("from", 0, 100, 0),
            node.Wording("name"),
            node.Wording("text"))).ToList();
        if (levels.Count != LevelCount || levels[0].From != 0 || levels.Zip(levels.Skip(1)).Any(pair => pair.First.From >= pair.Second.From))
        {
            root.Fault("levels", $"There must be {LevelCount} levels, the first from 0 and each above the one before.");
        }

        return levels;
    }

    private static Contradiction Contradiction(DataNode node, ConditionReader conditions, List<Question> questions)
    {
        node.Only("id", "when", "text", "lookAt");
        var lookAt = node.Words("lookAt");
        if (lookAt.Count == 0 || lookAt.FirstOrDefault(id => questions.All(question => question.Id != id)) is not null)
        {
            node.Fault("lookAt", $"'lookAt' must name the questions to look at again; one of these does not exist: {string.Join(", ", lookAt)}.");
        }

        if (conditions.When(node) is { } when)
        {
            return new Contradiction(node.Text("id"), when, node.Wording("text"), lookAt);
        }

        node.Fault("'when' is missing.");
        return new Contradiction(node.Text("id"), new AnyOf([]), node.Wording("text"), lookAt);
    }
}
