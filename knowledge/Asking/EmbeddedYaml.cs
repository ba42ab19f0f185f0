using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CroissanceConnectee.Knowledge.Asking;

// Word lists that the assembly carries, by their path below this folder.
internal static class EmbeddedYaml
{
    public static T Read<T>(string path)
    {
        using var stream = typeof(EmbeddedYaml).Assembly.GetManifestResourceStream($"{typeof(EmbeddedYaml).Namespace}.{path.Replace('/', '.')}")
            ?? throw new InvalidOperationException($"{path} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<T>(reader);
    }
}
