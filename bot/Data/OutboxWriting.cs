using System.Text.Json;
using System.Text.Json.Serialization;

namespace CroissanceConnectee.Bot.Data;

public sealed record Email(string To, string Subject, string Text);

public static class OutboxKinds
{
    public const string Email = "email";
}

public static class OutboxWriting
{
    /// Adds the effect to the unit of work; it exists once that is saved.
    public static void Enqueue(this ProductContext data, Email email, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        data.Outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Kind = OutboxKinds.Email,
            Payload = JsonSerializer.Serialize(email, OutboxJson.Default.Email),
            CreatedAt = now,
            DueAt = now,
        });
    }
}

[JsonSerializable(typeof(Email))]
public sealed partial class OutboxJson : JsonSerializerContext;
