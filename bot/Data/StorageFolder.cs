using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Data;

/// Where the product keeps its files. Made when first asked for.
public sealed class StorageFolder(IHostEnvironment host, IOptions<StorageOptions> options)
{
    public string Root { get; } = Directory.CreateDirectory(Path.Combine(host.ContentRootPath, options.Value.Directory)).FullName;

    /// Keys of the host, its own and the ones of ASP.NET Core's Data Protection.
    public string Keys => Directory.CreateDirectory(Path.Combine(Root, "keys")).FullName;
}
