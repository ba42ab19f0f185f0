using System.Security.Cryptography;

namespace CroissanceConnectee.Bot.Data;

/// Codes that people read aloud and type: capitals and digits without the look-alikes 0 O, 1 I L, 5 S, 2 Z, 8 B, U V.
public static class Codes
{
    public const string Alphabet = "ACDEFGHJKMNPQRTWXY34679";

    /// With a digit in it, so that a code is told from a word wherever it is typed.
    public static string New(int length)
    {
        string code;
        do
        {
            code = RandomNumberGenerator.GetString(Alphabet, length);
        }
        while (!code.Any(char.IsAsciiDigit));
        return code;
    }

    /// Unguessable part of an address: 22 characters, 128 bits.
    public static string NewToken() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
