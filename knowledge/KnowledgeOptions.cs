using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Knowledge;

/// <summary>Where the articles are, and how soon an edited one is served.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The folder of articles. Relative paths start at the assembly's folder, where the build copies the articles.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Directory { get; set; } = "articles";

    /// <summary>
    /// How often the folder is looked at; zero never looks again after the start. Looking costs one directory listing, and unlike file
    /// events it also works on network and container volumes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The folder of articles as a full path.</summary>
    public string FullDirectory => Path.GetFullPath(Directory, AppContext.BaseDirectory);
}
