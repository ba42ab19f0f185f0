using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CroissanceConnectee.Search.Text;

// Keeps the folded word beside the token, in its type, while the stemmers behind it change the token itself.
internal sealed class PlainFormFilter : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly ITypeAttribute type;

    public PlainFormFilter(TokenStream input) : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        type.Type = PlainText.Fold(term.ToString());
        return true;
    }
}
