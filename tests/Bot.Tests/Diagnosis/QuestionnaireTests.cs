using CroissanceConnectee.Bot.Diagnoses;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

public sealed class QuestionnaireTests
{
    private const int Walks = 4000;

    [Fact]
    public void EveryFirmSeesTwelveToEighteenQuestions()
    {
        var asked = Enumerable.Range(0, Walks).Select(seed => Sample.Walk(seed).Last()).ToList();

        Assert.All(asked, firm => Assert.InRange(firm.Answers.Count, 12, 18));
    }

    [Fact]
    public void EveryQuestionIsAskedOfSomeFirmExceptTheOptionalNumber()
    {
        var asked = Enumerable.Range(0, Walks).SelectMany(seed => Sample.Walk(seed).Last().Answers.Keys).ToHashSet();

        var never = Sample.Questionnaire.Questions.Where(question => !asked.Contains(question.Id)).Select(question => question.Id);

        Assert.Equal(["company_number"], never);
    }

    [Fact]
    public void QuestionnaireHasTwentyToThirtyQuestionsAndFiveToSevenAxes()
    {
        Assert.InRange(Sample.Questionnaire.Questions.Count, 20, 30);
        Assert.InRange(Sample.Questionnaire.Axes.Count, 5, 7);
    }

    [Fact]
    public void ProgressNeverJumps()
    {
        foreach (var seed in Enumerable.Range(0, 500))
        {
            var steps = Sample.Walk(seed).Where(progress => progress.Asking is not null && Interview.Next(Sample.Questionnaire, progress) is not null)
                .Select(progress => Interview.StepOf(Sample.Questionnaire, progress)).ToList();

            Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Step));
            Assert.All(steps, step => Assert.InRange(step.Of, 12, 19));
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.InRange(pair.Second.Of - pair.First.Of, -2, 4));
            Assert.Equal(steps[^1].Step, steps[^1].Of);
        }
    }

    [Fact]
    public void EachFirmHasEveryAxisKnownUnlessItSkips()
    {
        var known = Sample.Result(
            "activity=maison headcount=4 region=bretagne customers=particuliers product=facile channels=offline site=none "
            + "export_experience=never target_markets=BE market_reason=demandes marketing=social shipping=no vat=no people=owner skills=none "
            + "legal_form=sarl budget=3000 obstacles=time");

        Assert.All(known.Axes, axis => Assert.True(axis.Known, axis.Id));
    }

    [Fact]
    public void EveryLabelIsUnderstoodAsItsOwnChoice()
    {
        var misread =
            from question in Sample.Questionnaire.Questions
            from choice in question.Choices
            from label in new[] { choice.Label.Fr, choice.Label.En }
            let read = AnswerReader.Read(question, Sample.Say(label))?.Answer?.Choices ?? []
            where !read.SequenceEqual([choice.Id])
            select $"{question.Id}: '{label}' is read as {string.Join(',', read)}";

        Assert.Empty(misread);
    }

    [Fact]
    public void ClausesFitAfterTheWordThat()
    {
        var clauses = Sample.Questionnaire.Questions
            .SelectMany(question => question.Choices.Select(choice => choice.Said?.Fr).Append(question.Said?.Fr).Append(question.Unsure.Fr))
            .OfType<string>();

        Assert.All(clauses, clause => Assert.True(char.IsLower(clause[0]) && !"aeiouyhéèê".Contains(clause[0], StringComparison.Ordinal) && clause[^1] != '.', clause));
    }
}
