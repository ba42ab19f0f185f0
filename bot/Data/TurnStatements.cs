using System.Data.Common;
using System.Text.Json;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CroissanceConnectee.Bot.Data;

/// The statements that run for every message, prepared once a connection. The SQL holds for SQLite and PostgreSQL; the tables are
/// those of ProductContext.
internal sealed class TurnStatements(ProductContext data)
{
    private const string EntryColumns = """ "ConversationId", "Sequence", "MessageId", "At", "Text", "ChannelPayload", "Reply", "Heard", "Author" """;

    private readonly Statement _conversation = new(data, """
        SELECT c."Id", c."StartedAt", c."LastTurnAt", c."State", c."EntryCount", c."Version", c."DiagnosisId",
          d."QuestionnaireVersion", d."ResumeCode", d."ReportToken", d."StartedAt", d."CompletedAt", d."Progress", d."Version"
        FROM "Conversations" c LEFT JOIN "Diagnoses" d ON d."Id" = c."DiagnosisId" WHERE c."Id" = @0
        """);

    private readonly Statement _entry = new(data, $"""SELECT {EntryColumns} FROM "Transcript" WHERE "ConversationId" = @0 AND "MessageId" = @1""");

    private readonly Statement _entries = new(data, $"""
        SELECT {EntryColumns} FROM "Transcript" WHERE "ConversationId" = @0 AND "Sequence" >= @1 ORDER BY "Sequence" LIMIT @2
        """);

    private readonly Statement _insertEntry = new(data, $"""INSERT INTO "Transcript" ({EntryColumns}) VALUES (@0, @1, @2, @3, @4, @5, @6, NULL, @7)""");

    private readonly Statement _insertConversation = new(data, """
        INSERT INTO "Conversations" ("Id", "LastTurnAt", "State", "DiagnosisId", "EntryCount", "Version", "StartedAt") VALUES (@0, @1, @2, @3, @4, @5, @6)
        """);

    private readonly Statement _updateConversation = new(data, """
        UPDATE "Conversations" SET "LastTurnAt" = @1, "State" = @2, "DiagnosisId" = @3, "EntryCount" = @4, "Version" = @5 WHERE "Id" = @0 AND "Version" = @6
        """);

    private readonly Statement _insertDiagnosis = new(data, """
        INSERT INTO "Diagnoses" ("Id", "CompletedAt", "Progress", "Version", "QuestionnaireVersion", "ResumeCode", "ReportToken", "StartedAt")
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7)
        """);

    private readonly Statement _updateDiagnosis = new(data, """
        UPDATE "Diagnoses" SET "CompletedAt" = @1, "Progress" = @2, "Version" = @3 WHERE "Id" = @0 AND "Version" = @4
        """);

    public async Task<Conversation?> FindConversationAsync(string id, CancellationToken cancellation)
    {
        await using var row = await _conversation.ReadAsync(cancellation, id);
        return await row.ReadAsync(cancellation) ? Conversation(row) : null;
    }

    public async Task<TranscriptEntry?> FindEntryAsync(string conversation, string message, CancellationToken cancellation)
    {
        await using var row = await _entry.ReadAsync(cancellation, conversation, message);
        return await row.ReadAsync(cancellation) ? Entry(row) : null;
    }

    public async Task<IReadOnlyList<TranscriptEntry>> ReadEntriesAsync(string conversation, int next, int most, CancellationToken cancellation)
    {
        await using var rows = await _entries.ReadAsync(cancellation, conversation, next, most);
        var entries = new List<TranscriptEntry>();
        while (await rows.ReadAsync(cancellation))
        {
            entries.Add(Entry(rows));
        }

        return entries;
    }

    public Task<int> InsertAsync(TranscriptEntry entry, CancellationToken cancellation) => _insertEntry.RunAsync(
        cancellation, entry.ConversationId, entry.Sequence, entry.MessageId, entry.At.UtcTicks, entry.Text, entry.ChannelPayload,
        JsonSerializer.Serialize(entry.Reply, StoredJson.Default.Reply), entry.Author);

    /// Number of rows: none when the version moved on.
    public Task<int> WriteAsync(Conversation conversation, bool isNew, CancellationToken cancellation)
    {
        var state = JsonSerializer.Serialize(conversation.State, StoredJson.Default.ConversationState);
        object? last = isNew ? conversation.StartedAt.UtcTicks : data.Entry(conversation).OriginalValues.GetValue<int>(nameof(conversation.Version));
        return (isNew ? _insertConversation : _updateConversation).RunAsync(
            cancellation, conversation.Id, conversation.LastTurnAt.UtcTicks, state, conversation.DiagnosisId, conversation.EntryCount, conversation.Version, last);
    }

    /// Number of rows: none when the version moved on.
    public Task<int> WriteAsync(Diagnosis diagnosis, bool isNew, CancellationToken cancellation)
    {
        var progress = JsonSerializer.Serialize(diagnosis.Progress, StoredJson.Default.DiagnosisProgress);
        return isNew
            ? _insertDiagnosis.RunAsync(
                cancellation, diagnosis.Id, diagnosis.CompletedAt?.UtcTicks, progress, diagnosis.Version,
                diagnosis.QuestionnaireVersion, diagnosis.ResumeCode, diagnosis.ReportToken, diagnosis.StartedAt.UtcTicks)
            : _updateDiagnosis.RunAsync(
                cancellation, diagnosis.Id, diagnosis.CompletedAt?.UtcTicks, progress, diagnosis.Version,
                data.Entry(diagnosis).OriginalValues.GetValue<int>(nameof(diagnosis.Version)));
    }

    private static Conversation Conversation(DbDataReader row)
    {
        var diagnosis = row.IsDBNull(6) ? null : new Diagnosis
        {
            Id = row.GetGuid(6),
            QuestionnaireVersion = row.GetString(7),
            ResumeCode = row.GetString(8),
            ReportToken = row.GetString(9),
            StartedAt = Moment(row.GetInt64(10)),
            CompletedAt = row.IsDBNull(11) ? null : Moment(row.GetInt64(11)),
            Progress = JsonSerializer.Deserialize(row.GetString(12), StoredJson.Default.DiagnosisProgress)!,
            Version = row.GetInt32(13),
        };
        return new Conversation
        {
            Id = row.GetString(0),
            StartedAt = Moment(row.GetInt64(1)),
            LastTurnAt = Moment(row.GetInt64(2)),
            State = JsonSerializer.Deserialize(row.GetString(3), StoredJson.Default.ConversationState)!,
            EntryCount = row.GetInt32(4),
            Version = row.GetInt32(5),
            DiagnosisId = diagnosis?.Id,
            Diagnosis = diagnosis,
        };
    }

    private static TranscriptEntry Entry(DbDataReader row) => new()
    {
        ConversationId = row.GetString(0),
        Sequence = row.GetInt32(1),
        MessageId = row.GetString(2),
        At = Moment(row.GetInt64(3)),
        Text = row.IsDBNull(4) ? null : row.GetString(4),
        ChannelPayload = row.IsDBNull(5) ? null : row.GetString(5),
        Reply = JsonSerializer.Deserialize(row.GetString(6), StoredJson.Default.Reply)!,
        Heard = row.IsDBNull(7) ? null : row.GetString(7),
        Author = row.IsDBNull(8) ? null : row.GetString(8),
    };

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    /// One statement on one connection, prepared when it is first run.
    private sealed class Statement(ProductContext data, string sql)
    {
        private DbCommand? _command;

        public async Task<DbDataReader> ReadAsync(CancellationToken cancellation, params object?[] values) =>
            await Bind(values).ExecuteReaderAsync(cancellation);

        public Task<int> RunAsync(CancellationToken cancellation, params object?[] values) => Bind(values).ExecuteNonQueryAsync(cancellation);

        private DbCommand Bind(object?[] values)
        {
            _command ??= Prepared(values.Length);
            _command.Transaction = data.Database.CurrentTransaction?.GetDbTransaction();
            for (var at = 0; at < values.Length; at++)
            {
                _command.Parameters[at].Value = values[at] ?? DBNull.Value;
            }

            return _command;
        }

        private DbCommand Prepared(int parameters)
        {
            var command = data.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            for (var at = 0; at < parameters; at++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@{at}";
                command.Parameters.Add(parameter);
            }

            return command;
        }
    }
}
