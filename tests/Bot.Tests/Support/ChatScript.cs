using System.Text;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Support;

/// A dialogue as plain lines: what the firm says, and fragments of what the bot answers.
/// `firme: text` · `firme: [label]` touches a suggestion · `bot: fragment` stands in the last answer · `bot tait: fragment` does not ·
/// `ailleurs` opens another conversation · `{code}` is the resume code last told · `#` opens a comment.
internal sealed partial class ChatScript(BotApplication bot)
{
    private readonly StringBuilder _transcript = new();
    private Reply _reply = Reply.Empty;
    private string _conversation = Guid.NewGuid().ToString();
    private string _code = "";
    private int _turns;

    public async Task PlayAsync(string path)
    {
        foreach (var line in (await File.ReadAllLinesAsync(path)).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            await PlayLineAsync(line.Replace("{code}", _code, StringComparison.Ordinal));
        }
    }

    public async Task<Reply> SayAsync(string words)
    {
        var touched = Touched().Match(words);
        _reply = await TakeTurnAsync(touched.Success ? Choice(touched.Groups[1].Value) : new Said(words));
        _transcript.AppendLine().Append("firme: ").AppendLine(words).AppendLine(Written(_reply));
        if (Code().Match(Written(_reply)) is { Success: true } told)
        {
            _code = told.Groups[1].Value;
        }

        return _reply;
    }

    private async Task PlayLineAsync(string line)
    {
        if (line == "ailleurs")
        {
            (_conversation, _reply) = (Guid.NewGuid().ToString(), Reply.Empty);
        }
        else if (line.StartsWith("firme: ", StringComparison.Ordinal))
        {
            await SayAsync(line["firme: ".Length..]);
        }
        else if (line.StartsWith("bot tait: ", StringComparison.Ordinal))
        {
            Assert.False(Says(line["bot tait: ".Length..]), $"The bot should not say '{line}' in:{_transcript}");
        }
        else if (line.StartsWith("bot: ", StringComparison.Ordinal))
        {
            Assert.True(Says(line["bot: ".Length..]), $"The bot does not say '{line}' in:{_transcript}");
        }
        else
        {
            Assert.Fail($"Not a line of a dialogue: {line}");
        }
    }

    private async Task<Reply> TakeTurnAsync(TurnInput input)
    {
        var key = new ConversationKey("script", _conversation);
        var turn = new Turn(key, $"m{_turns++}", input, TimeProvider.System.GetUtcNow());
        return (await bot.Services.GetRequiredService<TurnHandler>().HandleAsync(turn, TestContext.Current.CancellationToken)).Reply;
    }

    private Chose Choice(string label)
    {
        var choices = _reply.Parts.OfType<Ask>().SelectMany(ask => ask.Choices).ToList();
        var choice = choices.Find(choice => Plain(choice.Label) == Plain(label));
        Assert.True(choice is not null, $"'{label}' is not offered in:{_transcript}");
        return new Chose(choice.Value, choice.Label);
    }

    private bool Says(string fragment) => Written(_reply).Contains(Plain(fragment), StringComparison.Ordinal);

    private static string Written(Reply reply) => Plain(string.Join(Environment.NewLine, reply.Parts.Select(part => part switch
    {
        Say say => $"  {say.Text}",
        Ask ask => $"  {ask.Text} {string.Join(' ', ask.Choices.Select(choice => $"[{choice.Label}]"))} {(ask.Progress is { } at ? $"({at.Step}/{at.Of})" : "")}",
        Cite cite => $"  source: {cite.Name}",
        Offer offer => $"  {offer.Label}: {offer.Address}",
        _ => "",
    })));

    // Narrow and unbreakable spaces of French figures are typed as plain ones.
    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ').Replace('’', '\'');

    [GeneratedRegex(@"^\[(.+)\]$")]
    private static partial Regex Touched();

    [GeneratedRegex(@"code (?:est |is )?([A-Z0-9]{6})\b")]
    private static partial Regex Code();
}
