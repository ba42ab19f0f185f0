namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Reads the files of phrases; phrases.txt explains their notation.
internal sealed class PhraseFile
{
    private readonly Dictionary<string, PatternClass> _classes = [];
    private readonly Dictionary<string, int> _vocabulary = [];
    private readonly List<Phrase> _phrases = [];

    private PhraseFile()
    {
    }

    public IReadOnlyList<Phrase> Phrases => _phrases;

    public IReadOnlyDictionary<string, int> Vocabulary => _vocabulary;

    public int ClassCount => _classes.Count;

    public static PhraseFile Read(params string[] names)
    {
        var file = new PhraseFile();
        (Meaning Meaning, Scope Scope) section = default;
        foreach (var line in names.SelectMany(DataFile.Lines))
        {
            if (line.StartsWith('['))
            {
                section = Section(line);
            }
            else if (line.Split(" = ") is [var className, var alternatives])
            {
                file.AddToClass(className, alternatives);
            }
            else
            {
                file._phrases.AddRange(file.Alternatives(line).Select(pattern => pattern.IsOptional
                    ? throw new InvalidOperationException($"Nothing is compulsory in a phrase of: {line}")
                    : new Phrase(section.Meaning, section.Scope, pattern)));
            }
        }

        return file;
    }

    private static (Meaning Meaning, Scope Scope) Section(string header)
    {
        var words = header.Trim('[', ']').Split(' ');
        return (Enum.Parse<Meaning>(words[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            words.Length == 1 ? Scope.Anywhere : Enum.Parse<Scope>(words[1], ignoreCase: true));
    }

    private void AddToClass(string name, string alternatives)
    {
        if (!_classes.TryGetValue(name, out var known))
        {
            known = new PatternClass(_classes.Count);
            _classes.Add(name, known);
        }

        known.Add(Alternatives(alternatives));
    }

    private IEnumerable<Pattern> Alternatives(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(alternative => new Pattern([.. alternative.Split(' ').Select(Parse)]));

    private Element Parse(string item)
    {
        if (item == "..")
        {
            return new Gap();
        }

        var optional = item.EndsWith('?');
        var name = optional ? item[..^1] : item;
        return name.StartsWith('<')
            ? new OfClass(_classes[name.Trim('<', '>')]) { Optional = optional }
            : new OneOf([.. name.Split('/').Distinct().Select(NumberOf)]) { Optional = optional };
    }

    private int NumberOf(string word)
    {
        if (!_vocabulary.TryGetValue(word, out var number))
        {
            number = _vocabulary.Count;
            _vocabulary.Add(word, number);
        }

        return number;
    }
}
