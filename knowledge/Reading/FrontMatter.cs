using System.Text.RegularExpressions;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Reading;

// Turns the front matter into an article without sections, checking what can be checked inside one file.
internal static partial class FrontMatter
{
    public static Article Read(YamlMap map, string expectedId, ProblemLog log)
    {
        map.AllowOnly("id", "kind", "title", "summary", "markets", "themes", "sectors", "keywords", "reviewBy", "sources", "facts",
            "questions", "scheme", "marketplace", "story");
        var sources = Sources(map, log);
        var kind = Kind(map, log);
        var article = new Article
        {
            Id = map.Text("id"),
            Kind = kind,
            Title = map.Localized("title"),
            Summary = map.Localized("summary"),
            Markets = MarketCodes(map, "markets", log),
            Themes = map.Texts("themes"),
            Sectors = map.Texts("sectors"),
            Keywords = map.Texts("keywords"),
            ReviewBy = map.Date("reviewBy"),
            Sources = sources,
            Facts = [.. map.Maps("facts", "fact").Select(fact => ReadFact(fact, sources, log))],
            Questions = [.. map.Maps("questions", "question").Select(ReadQuestion)],
            Sections = [],
            Scheme = Details(map, "scheme", kind == ArticleKind.Scheme, log, KindDetails.Scheme),
            Marketplace = Details(map, "marketplace", kind == ArticleKind.Marketplace, log, KindDetails.Marketplace),
            Story = Details(map, "story", kind == ArticleKind.Story, log, KindDetails.Story),
        };

        if (article.Id.Length > 0 && article.Id != expectedId)
        {
            log.Error(map.LineOf("id"), $"id is \"{article.Id}\" but the file is named {expectedId}.md");
        }

        if (article.Themes.Count == 0)
        {
            log.Error(map.LineOf("themes"), "an article has at least one theme");
        }

        foreach (var theme in article.Themes.Where(theme => !Themes.All.Contains(theme)))
        {
            log.Error(map.LineOf("themes"), $"\"{theme}\" is no theme");
        }

        return article;
    }

    private static ArticleKind Kind(YamlMap map, ProblemLog log)
    {
        var text = map.Text("kind");
        if (text.All(char.IsAsciiLetterLower) && Enum.TryParse<ArticleKind>(text, ignoreCase: true, out var kind))
        {
            return kind;
        }

        log.Error(map.LineOf("kind"), $"kind is \"{text}\"; it is market, scheme, practice, marketplace or story");
        return default;
    }

    private static List<Source> Sources(YamlMap map, ProblemLog log)
    {
        var sources = new List<Source>();
        foreach (var source in map.Maps("sources", "source"))
        {
            source.AllowOnly("id", "name", "url", "date");
            var read = new Source(source.Text("id"), source.Text("name"), source.Address("url"), source.Date("date"));
            if (sources.Any(other => other.Id == read.Id))
            {
                log.Error(source.Line, $"the source \"{read.Id}\" is there twice");
            }

            sources.Add(read);
        }

        return sources.Count > 0 ? sources : map.Missing("sources", sources);
    }

    private static Fact ReadFact(YamlMap map, List<Source> sources, ProblemLog log)
    {
        map.AllowOnly("key", "label", "value", "unit", "asOf", "validFrom", "validTo", "reviewBy", "source");
        var key = map.Text("key");
        if (key.Length > 0 && !FactKey().IsMatch(key))
        {
            log.Error(map.LineOf("key"), $"the key \"{key}\" is not made of lower-case words, dots and hyphens");
        }

        var sourceId = map.Text("source");
        var source = sources.Find(source => source.Id == sourceId);
        if (source is null && sourceId.Length > 0)
        {
            log.Error(map.LineOf("source"), $"the fact \"{key}\" names the source \"{sourceId}\", which the article does not have");
        }

        var (number, text) = map.Value("value");
        var fact = new Fact
        {
            Key = key,
            Label = map.Localized("label"),
            Number = number,
            Text = text,
            Unit = map.OptionalText("unit"),
            AsOf = map.Date("asOf"),
            ValidFrom = map.OptionalDate("validFrom"),
            ValidTo = map.OptionalDate("validTo"),
            ReviewBy = map.Date("reviewBy"),
            Source = source ?? new Source("", "", new Uri("https://invalid.invalid/"), default),
        };
        if (fact.ValidTo < fact.ValidFrom)
        {
            log.Error(map.LineOf("validTo"), $"the fact \"{key}\" ends before it begins");
        }

        return fact;
    }

    private static CuratedQuestion ReadQuestion(YamlMap map)
    {
        map.AllowOnly("section", "ask");
        var ask = map.Texts("ask");
        return new CuratedQuestion(map.Text("section"), ask.Count > 0 ? ask : map.Missing("ask", ask));
    }

    private static T? Details<T>(YamlMap map, string key, bool belongs, ProblemLog log, Func<YamlMap, ProblemLog, T> read)
        where T : class
    {
        var details = map.Map(key);
        if (belongs)
        {
            return details is null ? map.Missing<T?>(key, null) : read(details, log);
        }

        if (details is not null)
        {
            log.Error(details.Line, $"\"{key}\" does not belong to an article of this kind");
        }

        return null;
    }

    // Countries beyond those that questions can name (a marketplace sells in Türkiye) are well formed, just never asked for.
    public static IReadOnlyList<string> MarketCodes(YamlMap map, string key, ProblemLog log)
    {
        var codes = map.Texts(key);
        foreach (var code in codes.Where(code => !MarketCode().IsMatch(code)))
        {
            log.Error(map.LineOf(key), $"\"{code}\" is no two-letter country code in capitals");
        }

        return codes;
    }

    [GeneratedRegex("^[a-z0-9]+([.-][a-z0-9]+)*$")]
    private static partial Regex FactKey();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex MarketCode();
}
