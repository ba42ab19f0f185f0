using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CroissanceConnectee.Knowledge.Tests.Judged;

// A question as an owner types or says it, and what a good answer to it holds. Written before anything was tuned.
internal sealed class JudgedQuestion
{
    public required string Ask { get; set; }
    public required string Style { get; set; }

    // What the conversation is already about.
    public List<string> Markets { get; set; } = [];
    public string? Theme { get; set; }

    // Any of these: "article#section" or "article:fact.key"; and then any of the strings, when there are some.
    public List<string> Right { get; set; } = [];
    public List<string> Says { get; set; } = [];

    // Each of these, side by side.
    public List<string> All { get; set; } = [];

    public bool Refuse { get; set; }

    [YamlIgnore]
    public string Group { get; set; } = "";

    public Question AsQuestion() => new(Ask, Style == "english" ? "en" : "fr") { Markets = Markets, Theme = Theme };

    public static IReadOnlyList<JudgedQuestion> Read(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Judged", file));
        var questions = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<JudgedQuestion>>(text);

        // A comment that begins a line names the group of the questions below it.
        var group = "";
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                group = line[2..].Split(':')[0];
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                questions[at++].Group = group;
            }
        }

        return questions;
    }
}
