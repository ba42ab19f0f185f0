using System.Text;
using System.Xml.Linq;
using CroissanceConnectee.Telephony.Tests.Support;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class TwimlWriterTests
{
    public static TheoryData<string> Names => [.. Scripts.Documents.Keys];

    // After a wanted change: copy Golden/*.received.txt from the test's output folder over Golden/*.txt.
    [Theory, MemberData(nameof(Names))]
    public void DocumentIsTheAgreedOne(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".txt");
        var written = XElement.Parse(Scripts.Documents[name], LoadOptions.PreserveWhitespace).ToString().ReplaceLineEndings("\n") + "\n";

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(Path.ChangeExtension(file, ".received.txt"), written);

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "", written);
    }

    [Fact]
    public async Task OfficialPackageBuildsTheSameDocumentsAndKnowsEveryVerbAndAttribute()
    {
        var trees = Scripts.Documents.Values.Select(document => Tree(XElement.Parse(document, LoadOptions.PreserveWhitespace)));

        var built = await Peer.RunAsync("twiml.cjs", trees);

        foreach (var (ours, theirs) in Scripts.Documents.Zip(built.EnumerateArray()))
        {
            Assert.Equal((ours.Key, "[]"), (ours.Key, theirs.GetProperty("problems").GetRawText()));
            Assert.Equal(Normal(ours.Value), Normal(theirs.GetProperty("document").GetString()!));
        }
    }

    [Fact]
    public void LongWordsAreCutAtTheEndsOfSentences()
    {
        const string Sentence = "Le marché japonais demande des étiquettes en japonais & du temps. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 200));

        var said = Said(Scripts.Writer.Write(new(text, new HangUp()), new(1)));

        Assert.True(said.Count > 3);
        Assert.All(said, piece => Assert.InRange(new XText(piece).ToString().Length, 1, 4096));
        Assert.All(said, piece => Assert.EndsWith("temps. ", piece, StringComparison.Ordinal));
        Assert.Equal(text, string.Concat(said));
    }

    [Theory]
    [InlineData("<&>")]
    [InlineData("x")]
    [InlineData("mot ")]
    [InlineData("😀")]
    [InlineData("é")]
    public void WordsWithoutEndAreCutAllTheSame(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 3000));

        var said = Said(Scripts.Writer.Write(new(text, new HangUp()), new(1)));

        Assert.All(said, piece => Assert.InRange(new XText(piece).ToString().Length, 1, 4096));
        Assert.Equal(text, string.Concat(said));
    }

    [Fact]
    public void NoDocumentIsLongerThanTheProviderReads()
    {
        var script = new CallScript([.. Enumerable.Repeat(new Speak(new string('é', 900) + "."), 500)], new Dial("+33199002017"));

        var document = Scripts.Writer.Write(script, new(1));

        Assert.InRange(Encoding.UTF8.GetByteCount(document), 30_000, 65_536);
        Assert.Equal("Dial", XElement.Parse(document).Elements().Last().Name.LocalName);
    }

    [Fact]
    public void HintsKeepToTheirLimits()
    {
        var hints = Enumerable.Range(0, 600).Select(i => $"{i} {new string('x', 200)}").ToList();

        var gather = XElement.Parse(Scripts.Writer.Write(new("?", new Listen { Hints = hints }), new(1))).Element("Gather")!;

        var written = gather.Attribute("hints")!.Value.Split(',');
        Assert.True(written.Length <= 500);
        Assert.All(written, hint => Assert.Equal(100, hint.Length));
    }

    [Theory]
    [InlineData("0033199002017")]
    [InlineData("+33 1 99 00 20 17")]
    [InlineData("<script>")]
    [InlineData("")]
    public void NumbersThatCannotBeDialledAreMistakesOfOurs(string number) => Assert.Throws<ArgumentException>(() => new Dial(number));

    [Fact]
    public void NothingThatAScriptHoldsMakesADocumentInvalid()
    {
        const string Odd = "\0\u0008\uFFFE\uDC00]]>&<\"'\u2028";
        Prompt[] prompts = [new Speak(Odd) { Language = Odd }, new Speak([new SayAs(Odd, (SpokenForm)99), new Foreign(Odd, Odd), new Alias(Odd, Odd)]), new Sound(Odd)];
        Ending[] endings =
        [
            new Listen { Hints = [Odd], FinishKey = Odd, SpeechModel = Odd, Digits = -1, Patience = TimeSpan.MaxValue, EndOfSpeech = TimeSpan.MinValue },
            new Dial("+33199002017") { Whisper = new Whisper(Odd, '\0') { Language = Odd }, From = Odd, Patience = TimeSpan.MinValue },
            new JoinConference(Odd) { Label = Odd }, new Enqueue(Odd), new Enqueue(""), new TakeNextWaiting(Odd),
            new RecordMessage { FinishKey = Odd, Limit = TimeSpan.MaxValue },
        ];

        foreach (var ending in endings)
        {
            foreach (var link in new[] { new TurnLink(1), new TurnLink(1) { Relay = true } })
            {
                Assert.Equal("Response", XElement.Parse(Scripts.Writer.Write(new(prompts, ending) { Language = Odd }, link)).Name);
            }
        }
    }

    private static List<string> Said(string document) => [.. XElement.Parse(document, LoadOptions.PreserveWhitespace).Elements("Say").Select(say => say.Value)];

    private static object[] Tree(XElement element) =>
    [
        element.Name.LocalName,
        element.Attributes().ToDictionary(attribute => attribute.Name.Namespace == XNamespace.Xml ? "xml:" + attribute.Name.LocalName : attribute.Name.LocalName, attribute => attribute.Value),
        element.Nodes().Select(node => node is XElement child ? (object)Tree(child) : ((XText)node).Value),
    ];

    private static string Normal(string document) => XElement.Parse(document, LoadOptions.PreserveWhitespace).ToString(SaveOptions.DisableFormatting)
        .Replace("<Response></Response>", "<Response />", StringComparison.Ordinal);
}
