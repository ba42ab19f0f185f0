using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Data;

public sealed class StorageOptions
{
    /// Folder of the database and of the keys; relative to the content root.
    [Required]
    public string Directory { get; set; } = "data";
}

public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// Empty: the file croissance.db in Storage:Directory.
    public string ConnectionString { get; set; } = "";
}

public enum DatabaseProvider
{
    Sqlite,
}
