using System.Reflection;
using System.Text;

namespace CroissanceConnectee.Testing;

/// What others see of a library, one line a member: kept in a file beside its tests, so that it changes on purpose only.
public static class PublicSurface
{
    public static string Of(Assembly assembly)
    {
        var surface = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
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

    private static string Kind(Type type) => type.IsEnum ? "enum" : type.IsInterface ? "interface" : IsRecord(type) ? "record" : type is { IsAbstract: true, IsSealed: true } ? "static class" : "class";

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
