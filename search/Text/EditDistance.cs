namespace CroissanceConnectee.Search.Text;

/// <summary>Counts typing slips: a letter added, dropped, replaced, or swapped with its neighbour is one edit.</summary>
public static class EditDistance
{
    /// <summary>The number of edits between two words; any result above <paramref name="atMost"/> is <c>atMost + 1</c>.</summary>
    public static int Between(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int atMost = int.MaxValue - 1)
    {
        if (Math.Abs(first.Length - second.Length) > atMost)
        {
            return atMost + 1;
        }

        var width = second.Length + 1;
        Span<int> cells = width <= 128 ? stackalloc int[3 * width] : new int[3 * width];
        var beforeLast = cells[..width];
        var last = cells.Slice(width, width);
        var current = cells[(2 * width)..];
        for (var column = 0; column < width; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= first.Length; row++)
        {
            current[0] = row;
            var best = row;
            for (var column = 1; column < width; column++)
            {
                var replaced = first[row - 1] == second[column - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + replaced);
                var swapped = row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1];
                current[column] = swapped ? Math.Min(edits, beforeLast[column - 2] + 1) : edits;
                best = Math.Min(best, current[column]);
            }

            if (best > atMost)
            {
                return atMost + 1;
            }

            var reused = beforeLast;
            beforeLast = last;
            last = current;
            current = reused;
        }

        return Math.Min(last[^1], atMost + 1);
    }

    /// <summary>1 for equal words, 0 for words that have nothing in common.</summary>
    public static double Similarity(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var longest = Math.Max(first.Length, second.Length);
        return longest == 0 ? 1 : 1 - ((double)Between(first, second) / longest);
    }
}
