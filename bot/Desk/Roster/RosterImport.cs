using CroissanceConnectee.Bot.Data;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

public sealed record ImportOutcome(int Added, int Changed, int Unchanged, IReadOnlyList<Rejection> Rejections);

/// Stores the rows of a file: whoever is known by the address is changed, everyone else added. Nobody is deleted: an expert who
/// leaves is made inactive, so that what he or she did keeps a name.
public sealed class RosterImport(IDbContextFactory<ProductContext> contexts, RosterCodes codes, TimeProvider clock)
{
    // SQLite has one writer: a whole roster in one transaction would keep conversations waiting. An import that was killed in
    // between is finished by running it again.
    private const int RowsInATransaction = 500;

    public async Task<ImportOutcome> RunAsync(string text, CancellationToken cancellation)
    {
        var reader = RosterReader.Read(text);
        var rejections = reader.Rejections.ToList();
        var (added, changed, unchanged) = (0, 0, 0);
        foreach (var rows in reader.Rows.Chunk(RowsInATransaction))
        {
            await using var data = await contexts.CreateDbContextAsync(cancellation);
            var emails = rows.Select(row => row.Email).ToList();
            var known = await data.Experts.Where(expert => emails.Contains(expert.Email)).ToDictionaryAsync(expert => expert.Email, cancellation);
            foreach (var row in rows)
            {
                var stored = known.GetValueOrDefault(row.Email);
                var before = stored ?? new Expert { Id = Guid.CreateVersion7(clock.GetUtcNow()), Email = row.Email };
                if (row.ApplyTo(before, codes, rejections) is not { } read)
                {
                    continue;
                }

                if (stored is null)
                {
                    data.Experts.Add(read);
                    added++;
                }
                else if (RosterWriter.Cells(stored).SequenceEqual(RosterWriter.Cells(read)))
                {
                    unchanged++;
                }
                else
                {
                    if (stored.Active && !read.Active)
                    {
                        data.Enqueue(new DeskDeadline(DeadlineKind.ExpertLeft, stored.Id, 0), clock.GetUtcNow(), clock);
                    }

                    data.Entry(stored).CurrentValues.SetValues(read);
                    changed++;
                }
            }

            await data.SaveChangesAsync(cancellation);
        }

        return new ImportOutcome(added, changed, unchanged, [.. rejections.OrderBy(rejection => rejection.Line)]);
    }
}
