using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Desk;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Channels.Web.Site;

/// The phone number as the pages show it.
public sealed partial class PhoneLine(IOptions<DeskOptions> desk)
{
    /// As it was configured, or null where there is no line.
    public string? Number { get; } = desk.Value.PhoneNumber is { Length: > 0 } number ? number : null;

    /// Digits and a leading plus, as `tel:` wants them.
    public string? Dialled => Number is null ? null : NotDialled().Replace(Number, "");

    /// Nobody answers there: it must not pass for a real line. ARCEP keeps these six blocks of 10,000 numbers for fiction
    /// (numbering plan, decision 2018-0881).
    public bool IsFiction => Dialled is { } digits && FictionBlocks().IsMatch(digits);

    [GeneratedRegex(@"(?!^\+)\D")]
    private static partial Regex NotDialled();

    [GeneratedRegex(@"^(?:\+33|0033|0)(?:19900|26191|35301|46571|53649|63998)\d{4}$")]
    private static partial Regex FictionBlocks();
}
