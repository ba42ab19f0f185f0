using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CroissanceConnectee.Search.Text;

// The tokenizer keeps "T.V.A" and "amazon.fr" in one piece: the first is the acronym TVA, the second two words.
internal sealed class DottedWordFilter : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly Queue<string> waiting = new();

    public DottedWordFilter(TokenStream input) : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (waiting.TryDequeue(out var next))
        {
            term.SetEmpty().Append(next);
            increment.PositionIncrement = 1;
            return true;
        }

        if (!m_input.IncrementToken())
        {
            return false;
        }

        var word = term.ToString();
        if (!word.Contains('.') || char.IsDigit(word[0]))
        {
            return true;
        }

        var parts = word.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (parts.All(part => part.Length == 1))
        {
            parts = [string.Concat(parts)];
        }

        term.SetEmpty().Append(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            waiting.Enqueue(part);
        }

        return true;
    }

    public override void Reset()
    {
        base.Reset();
        waiting.Clear();
    }
}
