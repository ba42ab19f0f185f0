using Npgsql;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// Full text search with the `french` configuration, headings weighted above the text, any word may match, a GIN index.
internal sealed class PostgresSearch(NpgsqlDataSource source) : IPassageSearch
{
    private const string Find = """
        SELECT id FROM passages, CAST(replace(CAST(plainto_tsquery('french', $1) AS text), '&', '|') AS tsquery) AS words
        WHERE indexed @@ words ORDER BY ts_rank(indexed, words) DESC LIMIT 10
        """;

    public string Name => "PostgreSQL (french)";

    public static async Task<PostgresSearch> LoadAsync(PostgresCluster cluster, IEnumerable<IndexedPassage> passages)
    {
        var source = NpgsqlDataSource.Create(cluster.ConnectionString);
        await RunAsync(source, "DROP TABLE IF EXISTS passages; CREATE TABLE passages (id text, heading text, keywords text, body text, indexed tsvector)");
        await using (var connection = await source.OpenConnectionAsync())
        await using (var rows = await connection.BeginBinaryImportAsync("COPY passages (id, heading, keywords, body) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var passage in passages)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(passage.Id);
                await rows.WriteAsync(passage.Heading);
                await rows.WriteAsync(passage.Keywords);
                await rows.WriteAsync(passage.Text);
            }

            await rows.CompleteAsync();
        }

        await RunAsync(source, """
            UPDATE passages SET indexed = setweight(to_tsvector('french', heading), 'A') || setweight(to_tsvector('french', keywords), 'B') || to_tsvector('french', body);
            CREATE INDEX ON passages USING gin (indexed);
            """);
        await RunAsync(source, "VACUUM ANALYZE passages");
        return new PostgresSearch(source);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string question, string language)
    {
        await using var query = source.CreateCommand(Find);
        query.Parameters.Add(new NpgsqlParameter { Value = question });
        var found = new List<string>();
        await using var reader = await query.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
