using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Diagnoses.Report;

namespace CroissanceConnectee.Bot.Desk;

/// A request with all that its adviser must know, so that nothing is asked of the firm twice.
public sealed record Dossier
{
    public required Handoff Handoff { get; init; }

    /// Who has it, or whom it is offered to.
    public required Expert? Expert { get; init; }

    /// Who leads the conversation; null: the bot.
    public required Holder? Leader { get; init; }

    /// The firm's.
    public required Language Language { get; init; }

    public required Need Need { get; init; }

    public required int WaitedMinutes { get; init; }

    public required QueueColour Colour { get; init; }

    /// In the order of the conversation, the last ones only where there are more.
    public required IReadOnlyList<TranscriptEntry> Transcript { get; init; }

    public required bool IsCut { get; init; }

    /// The latest first.
    public required IReadOnlyList<HandoffEvent> Events { get; init; }

    /// Of the experts in the events.
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// Null: the firm has begun no diagnosis, or it is past its time.
    public required ReportContent? Report { get; init; }

    /// What is best asked next.
    public required Question? NextQuestion { get; init; }

    public bool IsOpen => Handoff.State is HandoffState.Waiting or HandoffState.TakenCare;

    public bool CanBeWrittenTo => DeskCase.CanWriteTo(Handoff.ConversationId);

    public IEnumerable<HandoffEvent> Notes => Events.Where(one => one.Kind == HandoffEventKind.Noted);

    public bool IsOf(Guid? expert) => expert is not null && Handoff.ExpertId == expert;

    public bool IsLedBy(Guid? expert) => expert is not null && Leader is { } leader && leader.Handoff == Handoff.Id && leader.Expert == expert;
}
