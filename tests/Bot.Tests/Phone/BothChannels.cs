using System.Text.Json;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// The same words and choices, typed and spoken, come to the same diagnosis: one file, two channels.
public sealed partial class BothChannels
{
    [Theory]
    [InlineData("vigneron.chat")]
    [InlineData("industriel.chat")]
    [InlineData("creatrice.chat")]
    public async Task DiagnosisByPhoneIsTheOneByChat(string script)
    {
        await using var bot = PhoneLine.Start();
        var said = Said(script);

        var chat = await bot.OpenChatAsync();
        foreach (var words in said)
        {
            await (Label(words) is { } label ? chat.ChooseAsync(label) : chat.SayAsync(words));
        }

        var caller = await bot.CallAsync();
        foreach (var words in said)
        {
            await SkipTheRestAsync(caller);
            await (Label(words) is { } label ? caller.ChooseAsync(label) : caller.SayAsync(words));
        }

        var byChat = await DiagnosisAsync(bot, "web");
        var byPhone = await DiagnosisAsync(bot, "phone");
        Assert.NotNull(byChat.CompletedAt);
        Assert.NotNull(byPhone.CompletedAt);
        Assert.Equal(Answers(byChat), Answers(byPhone));
        var engine = bot.Services.GetRequiredService<DiagnosisEngine>();
        Assert.Equal(engine.Result(byChat).Plan.Select(step => step.Id), engine.Result(byPhone).Plan.Select(step => step.Id));
    }

    /// Whoever talks on over "voulez-vous la suite ?" is understood; keys there mean yes and no.
    private static Task SkipTheRestAsync(Caller caller) =>
        caller.Heard.Contains("Voulez-vous la suite", StringComparison.Ordinal) ? caller.PressAsync("2") : Task.CompletedTask;

    private static List<string> Said(string script) =>
        [.. File.ReadLines(Repository.PathOf($"tests/Bot.Tests/Dialogues/{script}")).Where(line => line.StartsWith("firme: ", StringComparison.Ordinal)).Select(line => line["firme: ".Length..])];

    private static string? Label(string words) => Touched().Match(words) is { Success: true } touched ? touched.Groups[1].Value : null;

    private static Task<Diagnosis> DiagnosisAsync(BotApplication bot, string channel) => bot.ReadDataAsync(data =>
        data.Conversations.Where(one => one.Id.StartsWith(channel + "/")).Select(one => one.Diagnosis!).SingleAsync());

    private static string Answers(Diagnosis diagnosis) => JsonSerializer.Serialize(
        diagnosis.Progress with { Answers = diagnosis.Progress.Answers.OrderBy(answer => answer.Key).ToDictionary() },
        StoredJson.Default.DiagnosisProgress);

    [GeneratedRegex(@"^\[(.+)\]$")]
    private static partial Regex Touched();
}
