namespace CroissanceConnectee.Bot.Diagnoses;

/// One question of the file, without its condition, which may speak of questions further down.
internal sealed class QuestionReader(IReadOnlySet<string> axes)
{
    private const int MostChoices = 9;

    // A button of WhatsApp or Messenger shows no more.
    private const int LongestLabel = 24;

    // Parts of the values that choices send: `diagnosis:<question>:<choice>`.
    private static readonly string[] ReservedQuestions = ["start", "new", "correct", "change", "keep", "confirm"];
    private static readonly string[] ReservedChoices = ["done", "unknown", "skip", "answered"];

    public Question Read(DataNode node)
    {
        node.Only("id", "axis", "kind", "when", "lead", "text", "spoken", "help", "name", "aka", "cues", "said", "unsure", "one", "many",
            "choices", "groups", "open", "min", "max", "weight", "knownPoints", "unknownPoints", "dependsOn", "register");
        var axis = Axis(node, node.OptionalText("axis"), "axis");
        if (!node.Has("kind"))
        {
            node.Fault("'kind' is missing.");
        }

        var question = new Question
        {
            Id = Id(node, ReservedQuestions),
            Kind = node.OneOf<QuestionKind>("kind") ?? QuestionKind.Text,
            Lead = node.OptionalWording("lead"),
            Text = node.Wording("text"),
            Spoken = node.OptionalWording("spoken"),
            Help = node.Wording("help"),
            Name = node.Wording("name"),
            Aka = node.Words("aka"),
            Cues = node.Words("cues"),
            Said = node.OptionalWording("said"),
            Unsure = node.Wording("unsure"),
            One = node.OptionalWording("one"),
            Many = node.OptionalWording("many"),
            Choices = [.. node.Items("choices").Select(choice => Choice(choice, axis))],
            Groups = Groups(node),
            Open = node.Flag("open"),
            Min = node.Number("min"),
            Max = node.Number("max"),
            Weight = node.Whole("weight", 1, 5, 1),
            KnownPoints = Points(node, "knownPoints", axis),
            UnknownPoints = Points(node, "unknownPoints", axis),
            DependsOn = node.Words("dependsOn"),
            Register = node.OneOf<RegisterField>("register"),
        };
        Check(node, question);
        return question;
    }

    private static string Id(DataNode node, string[] reserved)
    {
        var id = node.Text("id");
        if (reserved.Contains(id) || id.Contains(':', StringComparison.Ordinal))
        {
            node.Fault("id", $"'{id}' cannot be an id: the dialogue uses it itself.");
        }

        return id;
    }

    private string? Axis(DataNode node, string? axis, string key)
    {
        if (axis is not null && !axes.Contains(axis))
        {
            node.Fault(key, $"The axis '{axis}' does not exist.");
        }

        return axis;
    }

    private QuestionChoice Choice(DataNode node, string? axis)
    {
        node.Only("id", "label", "aka", "said", "points", "exclusive", "on", "codes", "sectors", "min", "max");
        return new QuestionChoice
        {
            Id = Id(node, ReservedChoices),
            Label = node.Wording("label"),
            Aka = node.Words("aka"),
            Said = node.OptionalWording("said"),
            Points = Points(node, "points", axis),
            Exclusive = node.Flag("exclusive"),
            On = node.OneOf<YesOrNo>("on"),
            Codes = node.Words("codes"),
            Sectors = node.Words("sectors"),
            Min = node.Number("min"),
            Max = node.Number("max"),
        };
    }

    /// `points: 6` on the axis of the question, or `points: { sales: 6, reach: 2 }`.
    private Dictionary<string, int> Points(DataNode node, string key, string? axis)
    {
        if (!node.Has(key))
        {
            return [];
        }

        if (!node.IsMapping(key))
        {
            if (axis is null)
            {
                node.Fault(key, "Points need an axis.");
                return [];
            }

            return new() { [axis] = node.Whole(key, 0, 10, 0) };
        }

        var points = node.Child(key)!;
        return points.Keys.ToDictionary(name => Axis(points, name, name)!, name => points.Whole(name, 0, 10, 0));
    }

    private static Dictionary<string, IReadOnlyList<string>> Groups(DataNode node)
    {
        if (!node.Has("groups") || node.Child("groups") is not { } groups)
        {
            return [];
        }

        return groups.Keys.ToDictionary(name => name, groups.Words);
    }

    private static void Check(DataNode node, Question question)
    {
        if (question.Choices.GroupBy(choice => choice.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            node.Fault("choices", $"The choice '{twice.Key}' of '{question.Id}' is there twice.");
        }

        if (question.Kind is QuestionKind.One or QuestionKind.Several && question.Choices.Count < 2)
        {
            node.Fault($"'{question.Id}' needs at least two choices.");
        }

        if (!question.Open && question.Choices.Count > MostChoices)
        {
            node.Fault("choices", $"'{question.Id}' has more than {MostChoices} choices; the keys of a phone end there. Make it 'open' to have them typed.");
        }

        if (!question.Open && question.Choices.FirstOrDefault(choice => Math.Max(choice.Label.Fr.Length, choice.Label.En.Length) > LongestLabel) is { } wordy)
        {
            node.Fault("choices", $"The label of '{wordy.Id}' has more than {LongestLabel} characters, which buttons of messaging services cut off.");
        }

        if (question.IsFigure)
        {
            CheckFigure(node, question);
        }

        var single = question.Choices.Where(choice => choice.Said is null && (question.Said is null || choice.Exclusive)).ToList();
        if (question.Kind != QuestionKind.CompanyNumber && (single.Count > 0 || (question.Choices.Count == 0 && question.Said is null)))
        {
            node.Fault($"'{question.Id}' does not say its answers as a clause ('said'): {string.Join(", ", single.Select(choice => choice.Id))}.");
        }
    }

    private static void CheckFigure(DataNode node, Question question)
    {
        if (question.Kind == QuestionKind.Number && (question.One is null || question.Many is null))
        {
            node.Fault($"'{question.Id}' counts something: it needs 'one' and 'many'.");
        }

        if (question.Min is null || question.Max is null || question.Min > question.Max || question.Choices.Count == 0)
        {
            node.Fault($"'{question.Id}' asks for a figure: it needs 'min', 'max' and bands as choices.");
            return;
        }

        // Bands follow one another from min to max, so that each figure has one.
        var expected = question.Min;
        foreach (var band in question.Choices)
        {
            if (band.Min != expected || band.Max is null || band.Max < band.Min)
            {
                node.Fault("choices", $"The band '{band.Id}' of '{question.Id}' must begin at {expected} and have an end.");
                return;
            }

            expected = band.Max + 1;
        }

        if (expected - 1 != question.Max)
        {
            node.Fault("choices", $"The bands of '{question.Id}' must end at {question.Max}.");
        }
    }
}
