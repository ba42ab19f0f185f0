using System.Diagnostics;

namespace CroissanceConnectee.Bot.Tests.Understanding;

public sealed class UtteranceTests
{
    // Of the utterances of unseen.tsv, those read exactly right; four in five when this was written.
    private const double EnoughOfTheUnseen = 0.8;

    public static TheoryData<string, string> Intents => UtteranceTable.Pairs("intents.tsv");

    public static TheoryData<string, string> Numbers => UtteranceTable.Pairs("numbers.tsv");

    public static TheoryData<string, string> Parts => UtteranceTable.Pairs("parts.tsv");

    [Theory]
    [MemberData(nameof(Intents))]
    public void WhatItIsForIsRead(string said, string expected)
    {
        var read = Notation.Intents(Notation.Read(said));

        Assert.Equal(Notation.Sorted(expected), read);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ItsFiguresAreRead(string said, string expected)
    {
        var read = Notation.Numbers(Notation.Read(said));

        Assert.Equal(expected, read);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void TheTwoThingsThatItSaysAreToldApart(string said, string expected)
    {
        var read = Notation.Parts(Notation.Read(said));

        Assert.Equal(expected, read);
    }

    [Theory]
    [MemberData(nameof(Intents))]
    public void CapitalsAndMissingAccentsChangeNothing(string said, string expected)
    {
        var shouted = Notation.Intents(Notation.Read(Unaccented(said).ToUpperInvariant()));

        Assert.Equal(Notation.Sorted(expected), shouted);
    }

    [Fact]
    public void MostOfWhatWasNeverSeenIsReadRight()
    {
        var rows = UtteranceTable.Rows("unseen.tsv").ToList();

        var right = rows.Count(row => Notation.Intents(Notation.Read(row[0])) == Notation.Sorted(row[1]));

        Assert.True(right >= EnoughOfTheUnseen * rows.Count, $"{right} of {rows.Count}");
    }

    [Fact]
    public void OrdinaryMessagesAreReadInNoTime()
    {
        var said = UtteranceTable.Rows("intents.tsv").Concat(UtteranceTable.Rows("parts.tsv")).Select(row => row[0]).ToList();

        var quickest = said.Select(text => Enumerable.Range(0, 3).Min(_ => Timed(text))).Order().ToList();

        // Built for debugging, on a machine that does other things: a twentieth of it is usual.
        Assert.True(quickest[quickest.Count * 99 / 100] < TimeSpan.FromMilliseconds(10), $"{quickest[quickest.Count * 99 / 100]}");
    }

    private static TimeSpan Timed(string text)
    {
        var start = Stopwatch.GetTimestamp();
        Notation.Read(text);
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Unaccented(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));
}
