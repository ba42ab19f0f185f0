using System.Collections;
using System.Text;

namespace CroissanceConnectee.Telephony;

/// The parameters of a webhook exactly as they were sent: in order, repeated ones kept, untrimmed, empty ones included.
/// The framework's own form reader trims, limits and merges, and a signature over what it leaves does not hold.
internal sealed class WebhookForm : IReadOnlyCollection<KeyValuePair<string, string>>
{
    public static readonly WebhookForm Empty = new([]);

    private readonly List<KeyValuePair<string, string>> _parameters;

    private WebhookForm(List<KeyValuePair<string, string>> parameters) => _parameters = parameters;

    public int Count => _parameters.Count;

    /// The first value of that name; null when there is none.
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in _parameters)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// Reads `application/x-www-form-urlencoded`. Nothing is malformed: what cannot be decoded stays as it is written.
    public static WebhookForm Parse(ReadOnlySpan<byte> encoded)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var range in encoded.Split((byte)'&'))
        {
            var pair = encoded[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf((byte)'=');
            parameters.Add(equals < 0
                ? new(Decode(pair), "")
                : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }

        return new WebhookForm(parameters);
    }

    public static WebhookForm Parse(string encoded) => Parse(Encoding.UTF8.GetBytes(encoded));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            bytes[length++] = encoded[i] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' when i + 2 < encoded.Length && Hex(encoded[i + 1]) is >= 0 and var high && Hex(encoded[i + 2]) is >= 0 and var low =>
                    (byte)((high << 4) | low),
                var other => other,
            };
            if (encoded[i] == '%' && i + 2 < encoded.Length && Hex(encoded[i + 1]) >= 0 && Hex(encoded[i + 2]) >= 0)
            {
                i += 2;
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
