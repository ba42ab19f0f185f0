using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// FTS5 as its documentation shows it: unicode61, headings counted twice, any word may match.
internal sealed partial class SqliteSearch : IPassageSearch
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public string Name => "SQLite FTS5 (unicode61)";

    public static async Task<SqliteSearch> LoadAsync(IEnumerable<IndexedPassage> passages)
    {
        var search = new SqliteSearch();
        await search.connection.OpenAsync();
        await using (var create = search.connection.CreateCommand())
        {
            create.CommandText = "CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, heading, keywords, text, tokenize = 'unicode61 remove_diacritics 2')";
            await create.ExecuteNonQueryAsync();
        }

        await using var transaction = search.connection.BeginTransaction();
        await using var insert = search.connection.CreateCommand();
        insert.CommandText = "INSERT INTO passages VALUES ($id, $heading, $keywords, $text)";
        foreach (var passage in passages)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$id", passage.Id);
            insert.Parameters.AddWithValue("$heading", passage.Heading);
            insert.Parameters.AddWithValue("$keywords", passage.Keywords);
            insert.Parameters.AddWithValue("$text", passage.Text);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return search;
    }

    public async Task<IReadOnlyList<string>> FindAsync(string question, string language)
    {
        await using var query = connection.CreateCommand();
        query.CommandText = "SELECT id FROM passages WHERE passages MATCH $words ORDER BY bm25(passages, 0, 2, 1, 1) LIMIT 10";
        query.Parameters.AddWithValue("$words", string.Join(" OR ", Word().Matches(question).Select(word => $"\"{word.Value}\"")));
        var found = new List<string>();
        await using var reader = await query.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
