using System.Globalization;

namespace CroissanceConnectee.Bot.Desk;

/// One column of the file: its names, how it is written, how it is read. The order is that of an export.
public sealed record RosterColumn(string[] Names, Func<Expert, string> Write, Func<Expert, Cell, Expert> Read)
{
    private const int LargestCapacity = 200;
    private const string Day = "yyyy-MM-dd";
    private const char InList = '|';

    private static readonly Vocabulary<ExpertKind> Kinds = new("connecteur or expert",
        [(ExpertKind.Connector, ["connecteur", "connector", "bénévole", "volunteer"]), (ExpertKind.Expert, ["expert", "conseiller", "adviser"])]);

    private static readonly Vocabulary<ExpertChannel> ChannelNames = new("chat, telephone or ecrit",
        [(ExpertChannel.Chat, ["chat"]), (ExpertChannel.Phone, ["telephone", "phone"]), (ExpertChannel.Written, ["ecrit", "written"])]);

    private static readonly Vocabulary<bool> YesNo = new("oui or non", [(true, ["oui", "yes", "true", "1"]), (false, ["non", "no", "false", "0"])]);

    public static readonly RosterColumn Email = Required(["courriel", "email", "mail", "adresse e-mail"], e => e.Email, (e, cell) => e with { Email = cell.Email() });

    public static readonly IReadOnlyList<RosterColumn> All =
    [
        Required(["type", "kind"], e => Kinds.Write(e.Kind), (e, cell) => e with { Kind = cell.OneOf(Kinds) }),
        Required(["nom", "name"], e => e.Name, (e, cell) => e with { Name = cell.Line() }),
        new(["organisme", "organisation", "organization"], e => e.Organisation, (e, cell) => e with { Organisation = cell.Line() }),
        Email,
        new(["telephone", "phone"], e => e.Phone ?? "", (e, cell) => e with { Phone = cell.Phone() }),
        new(["charte signee le", "charter signed on"], e => Written(e.CharterSignedOn), (e, cell) => e with { CharterSignedOn = cell.Date() }),
        new(["marches", "markets"], e => Join(e.Markets), (e, cell) => e with { Markets = cell.Several(cell.Codes.Markets) }),
        new(["themes", "themes"], e => Join(e.Themes), (e, cell) => e with { Themes = cell.Several(cell.Codes.Themes) }),
        new(["secteurs", "sectors"], e => Join(e.Sectors), (e, cell) => e with { Sectors = cell.Several(cell.Codes.Sectors) }),
        Required(["langues", "languages"], e => Join(e.Languages), (e, cell) => e with { Languages = cell.Several(cell.Codes.Languages) }),
        new(["regions", "regions"], e => Join(e.Regions), (e, cell) => e with { Regions = cell.Several(cell.Codes.Regions) }),
        Required(["canaux", "channels"], e => Join(e.Channels.Select(ChannelNames.Write)), (e, cell) => e with { Channels = cell.Several(ChannelNames) }),
        Required(["capacite", "capacity"], e => e.Capacity.ToString(CultureInfo.InvariantCulture), (e, cell) => e with { Capacity = cell.Number(1, LargestCapacity) }),
        new(["absences", "absences"], e => Join(e.Absences.Select(Written)), (e, cell) => e with { Absences = cell.Absences() }),
        new(["actif", "active"], e => YesNo.Write(e.Active), (e, cell) => e with { Active = cell.Text.Length == 0 || cell.OneOf(YesNo) }),
    ];

    private static readonly Vocabulary<RosterColumn> ByName = new("a column", All.Select(column => (column, column.Names)));

    /// A person cannot be matched without it: the column is in every file, and its cells are filled in.
    public bool IsRequired { get; private init; }

    /// As an export writes it.
    public string Name => Names[0];

    public static RosterColumn? Named(string header) => ByName.TryFind(header, out var column) ? column : null;

    private static RosterColumn Required(string[] names, Func<Expert, string> write, Func<Expert, Cell, Expert> read) =>
        new(names, write, read) { IsRequired = true };

    private static string Join(IEnumerable<string> values) => string.Join(InList, values);

    private static string Written(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    private static string Written(Absence absence) => $"{Written(absence.From)}..{Written(absence.To)}";
}
