using System.Globalization;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Desk.Pages;

/// How the desk's pages put what became of a step, what happened to a request, and how long a firm waits.
public static class DeskWords
{
    /// Null: it was done.
    public static string? Of(DeskOutcome outcome) => outcome.Result switch
    {
        DeskResult.Done => null,
        DeskResult.TakenByAnother => Fill(DeskLiveTexts.TakenByAnother, outcome.By ?? DeskLiveTexts.Somebody),
        DeskResult.AlreadyClosed => DeskLiveTexts.AlreadyClosed,
        DeskResult.NotYours when outcome.By is { } other => Fill(DeskLiveTexts.OfferedToAnother, other),
        DeskResult.UnknownExpert => DeskLiveTexts.NotOnTheRoster,
        DeskResult.Empty => DeskLiveTexts.Empty,
        DeskResult.TooLong => Fill(DeskLiveTexts.TooLong, LiveDesk.LongestText),
        _ => DeskLiveTexts.NotYours,
    };

    public static string Of(HandoffEventKind kind) =>
        DeskLiveTexts.ResourceManager.GetString("Event_" + kind, CultureInfo.CurrentUICulture) ?? kind.ToString();

    /// A reason, a note for colleagues, an outcome with or without a note.
    public static string? NoteOf(HandoffEvent happened) =>
        happened is { Kind: HandoffEventKind.Closed, Note: { } note } && note.Split(": ", 2) is [var name, .. var rest] && Enum.TryParse<HandoffState>(name, out var outcome)
            ? string.Join(" : ", [HandoffWords.Of(outcome), .. rest])
            : happened.Note;

    public static string Of(QueueColour colour) => colour switch
    {
        QueueColour.Green => DeskLiveTexts.Green,
        QueueColour.Amber => DeskLiveTexts.Amber,
        _ => DeskLiveTexts.Red,
    };

    /// "12 min", "2 h 05".
    public static string Minutes(int minutes) =>
        minutes < 60 ? string.Create(CultureInfo.CurrentCulture, $"{minutes}\u00A0min") : string.Create(CultureInfo.CurrentCulture, $"{minutes / 60}\u00A0h\u00A0{minutes % 60:00}");

    public static string When(DateTimeOffset moment, DateTimeOffset now)
    {
        var (local, today) = (ParisTime.Of(moment), ParisTime.Date(now));
        return local.ToString(DateOnly.FromDateTime(local.DateTime) == today ? "t" : "g", CultureInfo.CurrentCulture);
    }

    public static string Fill(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
