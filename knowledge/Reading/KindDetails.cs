namespace CroissanceConnectee.Knowledge.Reading;

// The block that only one kind of article has.
internal static class KindDetails
{
    private static readonly string[] Categories = ["finance", "advice", "training", "insurance", "people", "network"];

    public static SchemeDetails Scheme(YamlMap map, ProblemLog log)
    {
        map.AllowOnly("provider", "category", "amount", "conditions", "apply");
        var category = map.Text("category");
        if (category.Length > 0 && !Categories.Contains(category))
        {
            log.Error(map.LineOf("category"), $"\"{category}\" is no category of scheme; they are {string.Join(", ", Categories)}");
        }

        return new SchemeDetails(map.Text("provider"), category, Amount(map.Map("amount")), Conditions(map.Map("conditions")), map.Address("apply"));
    }

    public static MarketplaceDetails Marketplace(YamlMap map, ProblemLog log)
    {
        map.AllowOnly("name", "countries", "categories", "languages", "site");
        return new MarketplaceDetails(
            map.Text("name"), FrontMatter.MarketCodes(map, "countries", log), map.Texts("categories"), map.Texts("languages"), map.Address("site"));
    }

    public static StoryDetails Story(YamlMap map, ProblemLog log)
    {
        map.AllowOnly("firm", "sector", "markets", "region");
        return new StoryDetails(map.Text("firm"), map.Text("sector"), FrontMatter.MarketCodes(map, "markets", log), map.OptionalText("region"));
    }

    private static SchemeAmount Amount(YamlMap? map)
    {
        map?.AllowOnly("min", "max", "unit", "rate");
        return new SchemeAmount(map?.Number("min"), map?.Number("max"), map?.OptionalText("unit"), map?.Number("rate"));
    }

    private static SchemeConditions Conditions(YamlMap? map)
    {
        if (map is null)
        {
            return new SchemeConditions();
        }

        map.AllowOnly("headcountMin", "headcountMax", "turnoverMin", "turnoverMax", "regions", "sectors", "excludesPurePlayers");
        return new SchemeConditions
        {
            HeadcountMin = (int?)map.Number("headcountMin"),
            HeadcountMax = (int?)map.Number("headcountMax"),
            TurnoverMin = map.Number("turnoverMin"),
            TurnoverMax = map.Number("turnoverMax"),
            Regions = map.Texts("regions"),
            Sectors = map.Texts("sectors"),
            ExcludesPurePlayers = map.Flag("excludesPurePlayers"),
        };
    }
}
