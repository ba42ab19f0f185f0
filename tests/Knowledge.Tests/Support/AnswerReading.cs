namespace CroissanceConnectee.Knowledge.Tests.Support;

internal static class AnswerReading
{
    public static Answer AsAnswer(this AnswerResult result) => Assert.IsType<Answer>(result);

    public static string Text(this Answer answer) => string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
}
