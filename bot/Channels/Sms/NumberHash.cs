using System.Security.Cryptography;
using System.Text;
using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.DataProtection;

namespace CroissanceConnectee.Bot.Channels.Sms;

/// Tells that two numbers are the same without keeping them. With a key: all the numbers of a country are tried in seconds without.
public sealed class NumberHash(StorageFolder storage, IDataProtectionProvider protection, ILogger<NumberHash> logger)
{
    private const string FileName = "phone-number-key";

    private readonly byte[] _key = StoredKey.ReadOrMake(Path.Combine(storage.Keys, FileName), protection.CreateProtector("Phone.NumberKey"), logger);

    public string Of(string number) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(number)));
}
