using System.Text.Json;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Privacy;

public static class PersonalDataEndpoints
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services.AddSingleton<PersonalDataLinks>().AddTopic<DataTopic>();

    public static void MapPrivacy(this IEndpointRouteBuilder routes) => routes.MapGet(PersonalDataLinks.Route + "/{link}", DownloadAsync);

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        string link, PersonalDataLinks links, IDbContextFactory<ProductContext> contexts, CancellationToken cancellation)
    {
        if (links.Read(link) is not { } id)
        {
            return TypedResults.NotFound();
        }

        await using var data = await contexts.CreateDbContextAsync(cancellation);
        var conversation = await data.Conversations.AsNoTracking().Include(c => c.Diagnosis).SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (conversation is null)
        {
            return TypedResults.NotFound();
        }

        var transcript = await data.Transcript.AsNoTracking().Where(e => e.ConversationId == id).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        var handoffs = await data.Handoffs.AsNoTracking().Where(h => h.ConversationId == id).ToListAsync(cancellation);
        var asked = handoffs.ConvertAll(handoff => handoff.Id);
        var followUps = await data.HandoffFollowUps.AsNoTracking().Where(f => asked.Contains(f.HandoffId)).ToDictionaryAsync(f => f.HandoffId, cancellation);
        var copy = new PersonalData(
            conversation.Id,
            conversation.StartedAt,
            conversation.State.Language.Code(),
            conversation.Diagnosis?.Progress,
            [.. transcript.Select(entry => new SaidAndAnswered(entry.At, entry.Text, entry.Reply))],
            [.. handoffs.Select(handoff => new PersonAsked(handoff.Reference, handoff.Contact, handoff.RequestedAt)
            {
                Satisfaction = handoff.Satisfaction,
                Comment = handoff.SatisfactionComment,
                Contacted = followUps.GetValueOrDefault(handoff.Id)?.Contacted,
                Useful = followUps.GetValueOrDefault(handoff.Id)?.Useful,
            })]);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(copy, Readable), "application/json", "mes-donnees.json");
    }

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record PersonalData(
        string Conversation,
        DateTimeOffset StartedAt,
        string Language,
        DiagnosisProgress? Diagnosis,
        IReadOnlyList<SaidAndAnswered> Transcript,
        IReadOnlyList<PersonAsked> RequestsForAPerson);

    private sealed record SaidAndAnswered(DateTimeOffset At, string? Text, Reply Reply);

    private sealed record PersonAsked(string Reference, string? Contact, DateTimeOffset RequestedAt)
    {
        public int? Satisfaction { get; init; }

        public string? Comment { get; init; }

        public bool? Contacted { get; init; }

        public bool? Useful { get; init; }
    }
}
