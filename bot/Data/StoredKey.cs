using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CroissanceConnectee.Bot.Data;

/// A random key made once, and kept protected in the storage folder.
public static class StoredKey
{
    private const int Length = 32;

    public static byte[] ReadOrMake(string path, IDataProtector protector, ILogger logger)
    {
        if (File.Exists(path))
        {
            try
            {
                return protector.Unprotect(File.ReadAllBytes(path));
            }
            catch (CryptographicException unreadable)
            {
                // The keys that protected it are gone, and with them whatever it had sealed.
                logger.StoredKeyUnreadable(unreadable, Path.GetFileName(path));
                File.Delete(path);
            }
        }

        return Make(path, protector);
    }

    // Written aside and moved in place, so that a process killed in between leaves no half of a key; whoever moves second
    // (another replica that starts at the same time) takes the first one's.
    private static byte[] Make(string path, IDataProtector protector)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(aside, protector.Protect(RandomNumberGenerator.GetBytes(Length)));
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }

        return protector.Unprotect(File.ReadAllBytes(path));
    }
}
