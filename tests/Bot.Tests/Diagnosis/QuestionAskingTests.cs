using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class QuestionAskingTests
{
    private const string Answered =
        "activity=cosmetique headcount=20 region=bretagne customers=particuliers product=regle channels=mixed site=shop marketplaces=amazon "
        + "export_experience=never target_markets=BE site_languages=french";

    [Fact]
    public void NoQuestionHasMoreChoicesThanAPhoneHasKeysWithZeroForNotKnowing()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var asked = Sample.Questionnaire.Questions.Select(question => Ask(question, language)).ToList();

            Assert.All(asked, ask => Assert.InRange(ask.Choices.Count, 1, 10));
            Assert.All(asked, ask => Assert.EndsWith(":unknown", ask.Choices[^1].Value, StringComparison.Ordinal));
            Assert.All(asked, ask => Assert.Equal(ask.Choices.Count, ask.Choices.Select(choice => choice.Label).Distinct().Count()));
        }
    }

    [Fact]
    public void EveryChoiceComesBackAsWhatItSays()
    {
        foreach (var question in Sample.Questionnaire.Questions)
        {
            var progress = Interview.Ask(DiagnosisProgress.Empty with { LooksUp = true }, question);

            var moves = Ask(question, Language.French).Choices.Select(choice => ChoiceValues.Read(choice.Value, Sample.Questionnaire, progress)).ToList();

            Assert.All(moves, move => Assert.True(move is Move.Reply or Move.Take, $"{question.Id}: {move}"));
        }
    }

    [Fact]
    public void WhatWasChosenIsNotOfferedAgain()
    {
        var question = Sample.Question("marketplaces");
        var progress = Interview.Ask(Sample.Progress(Answered), question) with { Taken = ["amazon", "etsy"] };

        var more = QuestionAsking.More(Sample.Questionnaire, progress, question, Language.French);

        Assert.Equal(["eBay", "Cdiscount", "Fnac Darty", "Zalando", "Ankorstore ou Faire", "Un autre", "C'est tout"], more.Choices.Select(choice => choice.Label));
        Assert.StartsWith("Noté : Amazon et Etsy.", more.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnswersToChangeComeInPagesTheLatestFirst()
    {
        var progress = Sample.Progress(Answered);

        var first = QuestionAsking.AnswersToChange(Sample.Questionnaire, progress, 0, Language.French);
        var second = QuestionAsking.AnswersToChange(Sample.Questionnaire, progress, 8, Language.French);
        var beyond = QuestionAsking.AnswersToChange(Sample.Questionnaire, progress, 80, Language.French);

        Assert.Equal(9, first.Choices.Count);
        Assert.Equal("Les langues du site : Français seulement", first.Choices[0].Label);
        Assert.Equal(new Choice("diagnosis:correct:8", "Autres réponses"), first.Choices[^1]);
        Assert.Equal(["diagnosis:change:region", "diagnosis:change:headcount", "diagnosis:change:activity"], second.Choices.Select(choice => choice.Value));
        Assert.Equal(first.Choices, beyond.Choices);
    }

    private static Ask Ask(Question question, Language language)
    {
        var progress = Interview.Ask(DiagnosisProgress.Empty with { LooksUp = true }, question);
        return QuestionAsking.Of(Sample.Questionnaire, progress, question, language);
    }
}
