using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Diagnoses;

public sealed class DiagnosisOptions
{
    /// Folder with `questionnaires` and `recommendations`, one file a version. Relative paths start at the assembly's folder,
    /// where the build copies them.
    [Required]
    public string Directory { get; set; } = "Diagnosis";

    /// Wrong resume codes that one conversation may give in an hour: enough for misreading a code, useless for guessing one.
    [Range(1, 100)]
    public int WrongCodesPerHour { get; set; } = 5;

    /// Wrong resume codes in a minute from everybody together. Of the 114 million codes of six characters, 10 000 in use make one
    /// guess in 11 400 right: at this pace an attack that never stops, and fills the log, finds one in nine hours.
    [Range(1, 100_000)]
    public int WrongCodesPerMinute { get; set; } = 20;

    public string FullDirectory => Path.GetFullPath(Directory, AppContext.BaseDirectory);
}
