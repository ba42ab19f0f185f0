using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Diagnoses;

/// One version: what is asked, and what is recommended on the answers.
public sealed record DiagnosisVersion(Questionnaire Questionnaire, PlanRules Rules);

/// All versions in the folder. A fault in any of them stops the host: a diagnosis in flight may need it.
public sealed class DiagnosisLibrary
{
    private readonly SortedDictionary<string, DiagnosisVersion> _versions;

    public DiagnosisLibrary(IOptions<DiagnosisOptions> options)
    {
        _versions = Read(options.Value.FullDirectory);
        Newest = _versions.Values.Last();
    }

    /// What new diagnoses begin on: the last in the order of the file names.
    public DiagnosisVersion Newest { get; }

    /// Null when its file is gone.
    public DiagnosisVersion? Find(string version) => _versions.GetValueOrDefault(version);

    private static SortedDictionary<string, DiagnosisVersion> Read(string directory)
    {
        var folder = Path.Combine(directory, "questionnaires");
        var faults = new List<DataFault>();
        var versions = new SortedDictionary<string, DiagnosisVersion>(StringComparer.Ordinal);
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yml") : [])
        {
            var file = new DataFile(path);
            var questionnaire = QuestionnaireReader.Read(file);
            faults.AddRange(file.Faults);
            if (questionnaire is null)
            {
                continue;
            }

            var rulesFile = new DataFile(Path.Combine(directory, "recommendations", Path.GetFileName(path)));
            var rules = PlanReader.Read(rulesFile, questionnaire);
            faults.AddRange(rulesFile.Faults);
            if (rules is not null)
            {
                versions[questionnaire.Version] = new DiagnosisVersion(questionnaire, rules);
            }
        }

        if (versions.Count == 0 && faults.Count == 0)
        {
            faults.Add(new DataFault(folder, 0, "There is no questionnaire (*.yml) in this folder."));
        }

        return faults.Count == 0 ? versions : throw new DataFaultException(faults);
    }
}
