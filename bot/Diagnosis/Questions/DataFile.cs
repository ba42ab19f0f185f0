using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CroissanceConnectee.Bot.Diagnoses;

/// A fault in a data file, so that whoever edits it finds the place.
public sealed record DataFault(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// The data of the diagnosis cannot be used. The message has one line a fault.
public sealed class DataFaultException(IReadOnlyList<DataFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Prepend<object>("The diagnosis data has faults:")))
{
    public IReadOnlyList<DataFault> Faults { get; } = faults;
}

/// A YAML file being read: collects every fault instead of stopping at the first.
public sealed partial class DataFile(string path)
{
    private readonly List<DataFault> _faults = [];

    public string Name { get; } = Path.GetFileNameWithoutExtension(path);

    public IReadOnlyList<DataFault> Faults => _faults;

    public void Fault(int line, string reason) => _faults.Add(new DataFault(path, line, reason));

    /// The top of the document; null (and a fault) when it is not YAML or not a mapping.
    public DataNode? Read()
    {
        if (!File.Exists(path))
        {
            Fault(0, "The file is missing.");
            return null;
        }

        try
        {
            using var reader = File.OpenText(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new DataNode(this, root);
            }

            Fault(1, "The file must hold one YAML mapping.");
        }
        catch (YamlException broken)
        {
            Fault((int)broken.Start.Line, $"Not valid YAML: {Parenthesis().Replace(broken.InnerException?.Message ?? broken.Message, "")}");
        }

        return null;
    }

    // YamlDotNet opens its messages with the position, which the fault already says.
    [GeneratedRegex(@"^\(.*?\)( - \(.*?\))?: ")]
    private static partial Regex Parenthesis();
}
