using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;

namespace CroissanceConnectee.Bot.Desk;

/// A request, its conversation and whoever acts on it, in one unit of work: what is changed here is saved in one go, or not at all.
public sealed class DeskCase(TurnContext turn, Handoff handoff, Expert? expert, DateTimeOffset now)
{
    // A caller hears what is said in a call; nothing can be written into one.
    private static readonly string[] WrittenChannels = ["web/", "html/"];

    public TurnContext Turn { get; } = turn;

    public ProductContext Data => Turn.Data;

    public Handoff Handoff { get; } = handoff;

    /// Active, and on the roster.
    public Expert? Expert { get; } = expert;

    public DateTimeOffset Now { get; } = now;

    /// The person in whose name the parts are said; the bot's otherwise.
    public string? Author { get; set; }

    public bool CanBeWrittenTo => CanWriteTo(Turn.Conversation.Id);

    public static bool CanWriteTo(string conversationId) => WrittenChannels.Any(channel => conversationId.StartsWith(channel, StringComparison.Ordinal));

    public bool IsOpen => Handoff.State is HandoffState.Waiting or HandoffState.TakenCare;

    public bool IsTheirs => Expert is not null && Handoff.ExpertId == Expert.Id;

    /// Whoever acts leads the conversation of this request.
    public bool Leads => Turn.State.Holder is { } holder && holder.Handoff == Handoff.Id && holder.Expert == Expert?.Id;

    public bool IsLed => Turn.State.Holder?.Handoff == Handoff.Id;

    public void Note(HandoffEventKind kind, Guid? who, string? note = null) => Data.HandoffEvents.Add(new HandoffEvent
    {
        Id = Guid.CreateVersion7(Now),
        HandoffId = Handoff.Id,
        Kind = kind,
        At = Now,
        ExpertId = who,
        Note = note,
    });
}
