using System.Diagnostics;
using System.Text;
using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Tests.Understanding;

public sealed class BadInputTests
{
    // Generous: test machines are shared. The ordinary message takes a tenth of a millisecond.
    private static readonly TimeSpan Bounded = TimeSpan.FromMilliseconds(500);

    public static TheoryData<string> Hostile =>
    [
        "", " ", "\n\n\t", "😀🎉🇫🇷👩‍👩‍👧", "???", "...", "<script>alert('x')</script><b>oui</b>", "'; DROP TABLE conversations; --", "\0\u0001\u0007\u001b[31m",
        "\ud800", "\udc00oui\ud800", "\ud83d", "\uffff\ufffe\ufdd0", "مرحبا أريد التحدث إلى شخص", "你好，我想出口到德国", "１２ ｓａｌａｒｉéｓ", "e\u0301\u0301\u0301\u0301\u0301",
        new string('7', 4_000), new string('x', 262_144), string.Concat(Enumerable.Repeat("oui, ", 2_000)), string.Concat(Enumerable.Repeat("12 ", 2_000)),
        string.Concat(Enumerable.Repeat("et c'est quoi ? ", 300)), string.Concat(Enumerable.Repeat("a.", 2_000)), string.Concat(Enumerable.Repeat("1,", 2_000)), string.Concat(Enumerable.Repeat("\u202e\u200b", 2_000)),
        string.Concat(Enumerable.Repeat("je ne veux pas ", 300)), string.Concat(Enumerable.Repeat("quatre vingt ", 400)), new string('\u0301', 5_000), new string('\uFB2C', 4_000),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void NothingBreaksTheReadingOrTakesLong(string text)
    {
        Notation.Read("un message ordinaire, pour que tout soit chargé");
        var watch = Stopwatch.StartNew();

        var message = Notation.Read(text);
        var matches = ChoiceMatcher.Match(message, [new ChoiceCandidate("oui", ["oui"])], allowOrdinals: true);

        Assert.True(watch.Elapsed < Bounded, $"{watch.Elapsed}");
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
        string[] bricks = ["oui ", "non ", "12", " 000", "€", "%", ",", ".", "?", "pas ", "entre ", " et ", "c ", "g ", "mille ", "vingt ", "un million ", "code ", "A3", "le ", "je veux ", "diagnostic ", "'", "-", "/", ":", "@", "\n", "\u202e", "\ud83d\ude00", "\ud83d", "é", "ß", "ﬁ", "0", "demi ", "la moitié ", "ni ", "sauf ", "Suisse ", "conseiller "];

        for (var round = 0; round < 3_000; round++)
        {
            var text = new StringBuilder();
            for (var brick = random.Next(1, 25); brick > 0; brick--)
            {
                text.Append(random.Next(8) == 0 ? ((char)random.Next(0x10000)).ToString() : bricks[random.Next(bricks.Length)]);
            }

            var message = Notation.Read(text.ToString());

            Assert.Equal(message.Words, Notation.Read(text.ToString()).Words);
            Assert.All(message.Numbers, number => Assert.True(number.Min <= number.Max && number.WordIndex < message.Words.Count));
            Assert.True(message.Parts.Count is 0 or 2 or 3);
        }
    }
}
