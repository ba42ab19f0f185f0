using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// A JSON body read once, straight from the connection, and never further than it is allowed to go.
public readonly record struct RequestBody<T>(T? Value, IResult? Refusal) where T : class;

public static class RequestBody
{
    /// The protocol counts characters.
    public const int MaxCharacters = 256 * 1024;

    /// No character of UTF-16 needs more than three bytes of UTF-8.
    private const int MaxBytes = 3 * MaxCharacters;

    /// No value for an empty body: whether that is a mistake, the endpoint knows.
    public static async ValueTask<RequestBody<T>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        if (request.ContentLength > MaxBytes)
        {
            return Refuse<T>(DirectLineErrors.TooBig());
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            if (read.Buffer.Length > MaxBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return Refuse<T>(DirectLineErrors.TooBig());
            }

            if (read.IsCompleted)
            {
                var body = Parse(request, read.Buffer, type);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static RequestBody<T> Parse<T>(HttpRequest request, ReadOnlySequence<byte> bytes, JsonTypeInfo<T> type) where T : class
    {
        if (bytes.IsEmpty)
        {
            return default;
        }

        if (!request.HasJsonContentType())
        {
            return Refuse<T>(DirectLineErrors.NotJson());
        }

        if (bytes.Length > MaxCharacters && Encoding.UTF8.GetString(bytes).Length > MaxCharacters)
        {
            return Refuse<T>(DirectLineErrors.TooBig());
        }

        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = type.Options.MaxDepth });
            var value = JsonSerializer.Deserialize(ref reader, type);
            return reader.Read() || value is null ? Malformed<T>() : new RequestBody<T>(value, null);
        }
        catch (JsonException)
        {
            return Malformed<T>();
        }
    }

    private static RequestBody<T> Malformed<T>() where T : class =>
        Refuse<T>(DirectLineErrors.BadRequest("BadSyntax", "The body is not a JSON object of the expected form"));

    private static RequestBody<T> Refuse<T>(IResult refusal) where T : class => new(null, refusal);
}
