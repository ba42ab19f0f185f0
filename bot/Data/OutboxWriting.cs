using System.Text.Json;
using System.Text.Json.Serialization;
using CroissanceConnectee.Bot.Channels.Sms;
using CroissanceConnectee.Bot.Desk;

namespace CroissanceConnectee.Bot.Data;

public sealed record Email(string To, string Subject, string Text);

public static class OutboxKinds
{
    public const string Email = "email";
    public const string Sms = "sms";
    public const string DeskDeadline = "desk-deadline";
    public const string ScheduledCall = "scheduled-call";
}

public static class OutboxWriting
{
    /// Adds the effect to the unit of work; it exists once that is saved.
    public static void Enqueue(this ProductContext data, Email email, TimeProvider clock) =>
        data.Enqueue(OutboxKinds.Email, JsonSerializer.Serialize(email, OutboxJson.Default.Email), clock);

    public static void Enqueue(this ProductContext data, Sms sms, TimeProvider clock) =>
        data.Enqueue(OutboxKinds.Sms, JsonSerializer.Serialize(sms, OutboxJson.Default.Sms), clock);

    public static void Enqueue(this ProductContext data, DeskDeadline deadline, DateTimeOffset due, TimeProvider clock) =>
        data.Enqueue(OutboxKinds.DeskDeadline, JsonSerializer.Serialize(deadline, OutboxJson.Default.DeskDeadline), clock, due);

    public static void Enqueue(this ProductContext data, ScheduledCall call, DateTimeOffset due, TimeProvider clock) =>
        data.Enqueue(OutboxKinds.ScheduledCall, JsonSerializer.Serialize(call, OutboxJson.Default.ScheduledCall), clock, due);

    private static void Enqueue(this ProductContext data, string kind, string payload, TimeProvider clock, DateTimeOffset? due = null)
    {
        var now = clock.GetUtcNow();
        data.Outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Payload = payload,
            CreatedAt = now,
            DueAt = due ?? now,
        });
    }
}

[JsonSerializable(typeof(Email))]
[JsonSerializable(typeof(Sms))]
[JsonSerializable(typeof(DeskDeadline))]
[JsonSerializable(typeof(ScheduledCall))]
public sealed partial class OutboxJson : JsonSerializerContext;
