using System.Text.Json.Serialization;
using CroissanceConnectee.Bot.Channels.Phone;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CroissanceConnectee.Bot.Data;

/// The JSON columns. Generated at compile time: every turn reads and writes them.
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(DiagnosisProgress))]
[JsonSerializable(typeof(CallState))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ExpertChannel>))]
[JsonSerializable(typeof(IReadOnlyList<Absence>))]
public sealed partial class StoredJson : JsonSerializerContext;

public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
