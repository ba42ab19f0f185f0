using System.Diagnostics;
using System.Text;
using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Tests.Understanding;

public sealed class BadInputTests
{
    // Best of three, and generous: test machines are shared. An ordinary message takes a tenth of a millisecond.
    private static readonly TimeSpan Bounded = TimeSpan.FromMilliseconds(300);

    private static readonly string[] Bricks =
    [
        "oui ", "non ", "12", " 000", "€", "%", ",", ".", "?", "pas ", "entre ", " et ", "c ", "g ", "mille ", "vingt ", "un million ", "code ", "A3", "le ",
        "je veux ", "diagnostic ", "'", "-", "/", ":", "@", "\n", "\u202e", "\ud83d\ude00", "\ud83d", "é", "ß", "ﬁ", "0", "demi ", "la moitié ", "ni ",
        "sauf ", "Suisse ", "conseiller ",
    ];

    public static TheoryData<string> Hostile =>
    [
        "", " ", "\n\n\t", "😀🎉🇫🇷👩‍👩‍👧", "???", "...", "\0\u0001\u0007\u001b[31m", "\udc00oui\ud800", "oui\ud83d", "\uffff\ufffe\ufdd0",
        "<script>alert('x')</script><b>oui</b>", "'; DROP TABLE conversations; --",
        "مرحبا أريد التحدث إلى شخص", "你好，我想出口到德国", "１２ ｓａｌａｒｉéｓ", "e\u0301\u0301\u0301\u0301\u0301",
        new string('7', 4_000), new string('x', 262_144), new string('\u0301', 5_000), new string('\uFB2C', 4_000),
        Many("oui, "), Many("12 "), Many("a."), Many("1,"), Many("et c'est quoi ? "), Many("\u202e\u200b"), Many("je ne veux pas "), Many("quatre vingt "),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void NothingBreaksTheReadingOrTakesLong(string text)
    {
        var message = Notation.Read(text);
        var matches = ChoiceMatcher.Match(message, [new ChoiceCandidate("oui", ["oui"])], allowOrdinals: true);
        var quickest = Enumerable.Range(0, 3).Min(_ => Timed(() => Notation.Read(text)));

        Assert.True(quickest < Bounded, $"{quickest}");
        Assert.True(message.Raw.Length <= MessageReader.MaxLength);
        Assert.True(matches.Count <= 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀🎉")]
    [InlineData("?!…")]
    [InlineData("\u200b\u202e\u200f")]
    public void MessageWithoutWordsIsBlank(string text)
    {
        var message = Notation.Read(text);

        Assert.True(message.IsBlank);
        Assert.Equal("-", Notation.Intents(message));
    }

    [Fact]
    public void MarksOfDirectionAndInvisibleCharactersAreTakenOut()
    {
        var message = Notation.Read("\u202eo\u200bu\u00adi\u2069\0");

        Assert.Equal("oui", message.Raw);
        Assert.Equal(Stance.Yes, message.Stance);
    }

    [Fact]
    public void RandomTextNeverBreaksTheReading()
    {
        var random = new Random(20261122);

        for (var round = 0; round < 3_000; round++)
        {
            var text = new StringBuilder();
            for (var brick = random.Next(1, 25); brick > 0; brick--)
            {
                text.Append(random.Next(8) == 0 ? ((char)random.Next(0x10000)).ToString() : Bricks[random.Next(Bricks.Length)]);
            }

            var message = Notation.Read(text.ToString());

            Assert.Equal(message.Words, Notation.Read(text.ToString()).Words);
            Assert.All(message.Numbers, number => Assert.True(number.Min <= number.Max && number.WordIndex < message.Words.Count));
            Assert.True(message.Parts.Count is 0 or 2 or 3);
        }
    }
    private static string Many(string text) => string.Concat(Enumerable.Repeat(text, 2_000));

    private static TimeSpan Timed(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed;
    }
}
