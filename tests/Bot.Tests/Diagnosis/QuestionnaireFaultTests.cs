using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

/// Whoever edits the data is told file and line of what is wrong, before anybody meets it in a conversation.
public sealed class QuestionnaireFaultTests : IDisposable
{
    private const string Sound = """
        axes:
          - { id: a, name: { fr: A, en: A } }
          - { id: b, name: { fr: B, en: B } }
          - { id: c, name: { fr: C, en: C } }
          - { id: d, name: { fr: D, en: D } }
          - { id: e, name: { fr: E, en: E } }
        levels:
          - { id: one, from: 0, name: { fr: Un, en: One }, text: { fr: Un, en: One } }
          - { id: two, from: 25, name: { fr: Deux, en: Two }, text: { fr: Deux, en: Two } }
          - { id: three, from: 50, name: { fr: Trois, en: Three }, text: { fr: Trois, en: Three } }
          - { id: four, from: 75, name: { fr: Quatre, en: Four }, text: { fr: Quatre, en: Four } }
        questions:
          - id: site
            kind: one
            axis: a
            text: { fr: Un site ?, en: A site? }
            help: { fr: Aide, en: Help }
            name: { fr: le site, en: the site }
            unsure: { fr: vous ne savez pas, en: you do not know }
            choices:
              - { id: yes, label: { fr: Oui, en: Yes }, said: { fr: vous en avez un, en: you have one }, points: 10 }
              - { id: no, label: { fr: Non, en: No }, said: { fr: vous n'en avez pas, en: you have none }, points: 0 }
          - id: people
            kind: number
            when: { site: [yes] }
            text: { fr: Combien ?, en: How many? }
            help: { fr: Aide, en: Help }
            name: { fr: le nombre, en: the number }
            said: { fr: "vous êtes {value}", en: "you are {value}" }
            unsure: { fr: vous ne savez pas, en: you do not know }
            one: { fr: personne, en: person }
            many: { fr: personnes, en: people }
            min: 1
            max: 100
            choices:
              - { id: few, min: 1, max: 9, label: { fr: Peu, en: Few } }
              - { id: many, min: 10, max: 100, label: { fr: Beaucoup, en: Many } }
        contradictions:
          - { id: odd, when: { site: [no], people: { min: 50 } }, text: { fr: Bizarre, en: Odd }, lookAt: [site, people] }
        """;

    private const string Rules = """
        regionalAid: { rate: 50, min: 2000, max: 30000, headcountBelow: 50, budget: people, purePlayer: { site: [yes] }, article: x }
        story: { markets: [site], title: { fr: T, en: T }, text: { fr: T, en: T }, effect: 1, effort: 1 }
        rules:
          - { id: r, kind: article, axis: a, when: { site: [no] }, effect: 3, effort: 1, title: { fr: T, en: T }, text: { fr: T, en: T }, because: [site], links: [x] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("questionnaire-").FullName;

    [Fact]
    public void SoundDataIsRead()
    {
        var library = Read(Sound, Rules);

        Assert.Equal("2026-01", library.Newest.Questionnaire.Version);
        Assert.Equal(2, library.Newest.Questionnaire.Questions.Count);
        Assert.Single(library.Newest.Rules.Rules);
    }

    [Theory]
    [InlineData("when: { site: [yes] }", "when: { shop: [yes] }", 25, "the question 'shop', which does not exist")]
    [InlineData("when: { site: [yes] }", "when: { site: [perhaps] }", 25, "'site' has no choice 'perhaps'")]
    [InlineData("when: { site: [yes] }", "when: { people: { min: 200 } }", 25, "can never hold")]
    [InlineData("when: { site: [yes] }", "wen: { site: [yes] }", 25, "Unknown key 'wen'")]
    [InlineData("text: { fr: Combien ?, en: How many? }", "text: { fr: Combien ? }", 26, "missing in 'en'")]
    [InlineData("    help: { fr: Aide, en: Help }\n    name: { fr: le nombre", "    name: { fr: le nombre", 23, "'help' is missing")]
    [InlineData("kind: number", "kind: figure", 24, "'figure' is not one of")]
    [InlineData("- id: people", "- id: site", 23, "The question 'site' is there twice")]
    [InlineData("points: 10 }", "points: 11 }", 21, "from 0 to 10")]
    [InlineData("axis: a", "axis: z", 15, "The axis 'z' does not exist")]
    [InlineData("id: no, label", "id: yes, label", 21, "'yes' of 'site' is there twice")]
    [InlineData("min: 10, max: 100", "min: 12, max: 100", 36, "must begin at 10")]
    [InlineData("lookAt: [site, people]", "lookAt: [site, staff]", 39, "one of these does not exist: site, staff")]
    [InlineData("label: { fr: Oui, en: Yes }", "label: { fr: Oui bien sûr et évidemment, en: Yes }", 21, "more than 24 characters")]
    [InlineData("id: yes, label", "id: unknown, label", 21, "the dialogue uses it itself")]
    [InlineData("- { id: two, from: 25,", "- { id: two, from: 60,", 8, "each above the one before")]
    [InlineData("name: { fr: B, en: B } }", "name: { fr: B, en: B }", 4, "Not valid YAML")]
    [InlineData("  - { id: e, name: { fr: E, en: E } }", "", 2, "five to seven axes")]
    public void FaultIsNamedWithItsFileAndLine(string sound, string broken, int line, string reason)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);

        var refusal = Assert.Throws<DataFaultException>(() => Read(Sound.Replace(sound, broken, StringComparison.Ordinal), Rules));

        Assert.Contains(refusal.Faults, fault => fault.Reason.Contains(reason, StringComparison.Ordinal) && fault.Line == line);
        Assert.Contains(Path.Combine(_folder, "questionnaires", "2026-01.yml") + ":" + line, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConditionsThatGoRoundInACircleAreNamed()
    {
        var circle = Sound.Replace("    axis: a\n", "    axis: a\n    when: { people: { min: 2 } }\n", StringComparison.Ordinal);

        var refusal = Assert.Throws<DataFaultException>(() => Read(circle, Rules));

        var fault = Assert.Single(refusal.Faults);
        Assert.Equal("The conditions go round in a circle: site → people → site.", fault.Reason);
        Assert.Equal(16, fault.Line);
    }

    [Fact]
    public void QuestionnaireWithoutAQuestionIsRefused()
    {
        var empty = Sound[..Sound.IndexOf("questions:", StringComparison.Ordinal)] + "questions: []\n";

        var refusal = Assert.Throws<DataFaultException>(() => Read(empty, Rules));

        Assert.Contains(refusal.Faults, fault => fault.Reason == "There is no question to ask.");
    }

    [Theory]
    [InlineData("because: [site]", "because: []", "rests on the firm's own answers")]
    [InlineData("when: { site: [no] }, effect", "effect", "a recommendation for everyone is none")]
    [InlineData("because: [site]", "because: [shop]", "'shop', which does not exist")]
    [InlineData("effect: 3", "effect: 4", "from 1 to 3")]
    [InlineData("kind: article", "kind: poem", "'poem' is not one of")]
    [InlineData("axis: a", "axis: z", "The axis 'z' does not exist")]
    [InlineData("when: { site: [no] }, effect", "when: { score: { z: { max: 4 } } }, effect", "the axis 'z'")]
    public void FaultOfARecommendationIsNamedToo(string sound, string broken, string reason)
    {
        Assert.Contains(sound, Rules, StringComparison.Ordinal);

        var refusal = Assert.Throws<DataFaultException>(() => Read(Sound, Rules.Replace(sound, broken, StringComparison.Ordinal)));

        Assert.Contains(refusal.Faults, fault => fault.Reason.Contains(reason, StringComparison.Ordinal) && fault.Line == 4);
    }

    [Fact]
    public void QuestionnaireWithoutItsRecommendationsIsRefused()
    {
        var refusal = Assert.Throws<DataFaultException>(() => Read(Sound, rules: null));

        Assert.Contains("recommendations/2026-01.yml:0: The file is missing.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithoutAQuestionnaireIsRefused()
    {
        var refusal = Assert.Throws<DataFaultException>(() => new DiagnosisLibrary(Options.Create(new DiagnosisOptions { Directory = _folder })));

        Assert.Contains("There is no questionnaire", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private DiagnosisLibrary Read(string questionnaire, string? rules)
    {
        Write("questionnaires", questionnaire);
        if (rules is not null)
        {
            Write("recommendations", rules);
        }

        return new DiagnosisLibrary(Options.Create(new DiagnosisOptions { Directory = _folder }));
    }

    private void Write(string kind, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, kind));
        File.WriteAllText(Path.Combine(_folder, kind, "2026-01.yml"), text);
    }
}
