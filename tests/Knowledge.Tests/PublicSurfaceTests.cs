using System.Reflection;
using System.Text;

namespace CroissanceConnectee.Knowledge.Tests;

public class PublicSurfaceTests
{
    // After a wanted change: copy PublicSurface.received.txt from the test's output folder over PublicSurface.txt.
    [Fact]
    public void PublicSurfaceIsTheAgreedOne()
    {
        var agreed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicSurface.txt")).ReplaceLineEndings("\n");

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicSurface.received.txt"), Surface());

        Assert.Equal(agreed, Surface());
    }

    [Fact]
    public void NobodySeesLuceneThroughIt()
    {
        Assert.DoesNotContain("Lucene", Surface(), StringComparison.Ordinal);
        Assert.DoesNotContain("Yaml", Surface(), StringComparison.Ordinal);
        Assert.DoesNotContain("Markdig", Surface(), StringComparison.Ordinal);
    }

    private static string Surface()
    {
        var surface = new StringBuilder();
        foreach (var type in typeof(KnowledgeBase).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            surface.Append(Kind(type)).Append(' ').Append(type.Name).Append(Bases(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                surface.Append("  ").Append(member).Append('\n');
            }
        }

        return surface.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return type.GetEnumNames();
        }

        // What the compiler writes for every record says nothing about this library.
        var methods = type.GetMethods(Own).Where(method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal)
            && method.Name is not (nameof(Equals) or nameof(GetHashCode) or "Deconstruct") && (method.Name != nameof(ToString) || !IsRecord(type)));
        return type.GetConstructors(Own).Select(constructor => $"new({Parameters(constructor)})")
            .Concat(type.GetProperties(Own).Select(property => $"{Name(property.PropertyType)} {property.Name}{Accessors(property)}"))
            .Concat(type.GetFields(Own).Select(field => $"const {Name(field.FieldType)} {field.Name} = \"{field.GetRawConstantValue()}\""))
            .Concat(methods.Select(method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})"));
    }

    private static string Kind(Type type) => type.IsEnum ? "enum" : IsRecord(type) ? "record" : type is { IsAbstract: true, IsSealed: true } ? "static class" : "class";

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static string Bases(Type type) => type.BaseType is { } parent && parent.Assembly == type.Assembly ? $" : {parent.Name}" : "";

    private static string Accessors(PropertyInfo property) => property.SetMethod is not { IsPublic: true } ? ""
        : property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " { init }" : " { set }";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? $"{inner.Name}?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
