using CroissanceConnectee.Search.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CroissanceConnectee.Knowledge.Asking;

// The Lucene index of all entries, in memory: built once, then only read, by any number of threads.
internal sealed class PassageIndex
{
    private const string Everywhere = "*";

    // Megabytes: so much that all entries are written as one segment, and nothing is left to merge.
    private const double WriteBuffer = 256;

    // No query asks where in a field these stand.
    private static readonly FieldType WithoutPositions = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    private readonly IndexSearcher searcher;
    private readonly Entry[] entriesByDocument;

    public PassageIndex(IReadOnlyList<Entry> entries)
    {
        var directory = new RAMDirectory();

        // The entries' words are analysed already: the index takes them one by one.
        var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = WriteBuffer }))
        {
            foreach (var entry in entries)
            {
                writer.AddDocument(ToDocument(entry));
            }

            writer.ForceMerge(1);
        }

        // Never closed: all of it is managed memory, which goes when the last question on it has been answered.
        searcher = new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = new BM25Similarity(0.9f, 0.2f) };

        // Read once: doc values belong to the thread that asked for them.
        var numbers = MultiDocValues.GetNumericValues(searcher.IndexReader, Fields.Number);
        entriesByDocument = [.. Enumerable.Range(0, searcher.IndexReader.MaxDoc).Select(document => entries[(int)numbers.Get(document)])];
    }

    public long SizeInBytes => ((RAMDirectory)((DirectoryReader)searcher.IndexReader).Directory).GetSizeInBytes();

    // The word that the articles know: the typed one, or the nearest to it.
    public string? NearestWord(string foldedWord) => SpellingRepair.Nearest(searcher.IndexReader, Fields.Plain, foldedWord);

    // Entries in the language asked for (French always), that hold in the market if one is given, best first.
    public IReadOnlyList<(Entry Entry, double Score)> Search(UnderstoodQuestion question, string? market, int most, Article? article = null)
    {
        if (question.Concepts.Count == 0 || entriesByDocument.Length == 0)
        {
            return [];
        }

        var filter = new BooleanFilter { { Among(Fields.Language, "fr", question.Language), Occur.MUST } };
        if (article is not null)
        {
            filter.Add(Among(Fields.Article, article.Id), Occur.MUST);
        }

        if (market is not null)
        {
            filter.Add(Among(Fields.Market, market, Everywhere), Occur.MUST);
        }

        return [.. searcher.Search(PassageQuery.For(question), filter, most).ScoreDocs
            .Select(hit => (entriesByDocument[hit.Doc], (double)hit.Score))];
    }

    private static Document ToDocument(Entry entry)
    {
        var (title, keywords) = (entry.Headings.Title, entry.Headings.Keywords);
        var document = new Document
        {
            new NumericDocValuesField(Fields.Number, entry.Number),
            new StringField(Fields.Language, entry.Language, Field.Store.NO),
            new StringField(Fields.Article, entry.Article.Id, Field.Store.NO),
            new StringField(Fields.Section, entry.Passage.Section, Field.Store.NO),
            new TextField(Fields.Title, title.StemsInOrder, Field.Store.NO),
            new TextField(Fields.Keywords, keywords.StemsInOrder, Field.Store.NO),
            new TextField(Fields.Wordings, entry.Headings.Wordings.StemsInOrder, Field.Store.NO),
            new TextField(Fields.Text, entry.Text.StemsInOrder, Field.Store.NO),
            new Field(Fields.Plain, $"{title.PlainInOrder} {keywords.PlainInOrder} {entry.Text.PlainInOrder}", WithoutPositions),
            // Of the headings only: in the text they cost half of the building time and change next to nothing.
            new Field(Fields.FourGrams, $"{title.FourGrams} {keywords.FourGrams}", WithoutPositions),
        };
        foreach (var market in entry.Article.Markets.DefaultIfEmpty(Everywhere))
        {
            document.Add(new StringField(Fields.Market, market, Field.Store.NO));
        }

        return document;
    }

    private static TermsFilter Among(string field, params IEnumerable<string> values) =>
        new([.. values.Distinct().Select(value => new Term(field, value))]);
}

internal static class Fields
{
    public const string Number = "number";
    public const string Language = "language";
    public const string Market = "market";
    public const string Article = "article";
    public const string Section = "section";
    public const string Title = "title";
    public const string Keywords = "keywords";
    public const string Wordings = "wordings";
    public const string Text = "text";
    public const string Plain = "plain";
    public const string FourGrams = "fourGrams";
}
