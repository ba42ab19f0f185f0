using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// What an expert can do with a request. What may happen comes back as an outcome; nothing is half done.
public sealed class LiveDesk(DeskWork work, Offering offering, Leading leading, AnswerCorrection correction, FollowUps followUps, DeskFeed feed)
{
    public const int LongestText = 4_000;

    /// One owner at a time: of several who take it at once one does, the others are told who.
    public Task<DeskOutcome> TakeAsync(Guid handoff, Guid expert, CancellationToken cancellation) => OpenAsync(handoff, expert, null, async step =>
    {
        if (step.Handoff.State == HandoffState.TakenCare)
        {
            return step.IsTheirs ? DeskOutcome.Done : await TakenAsync(step, cancellation);
        }

        step.Handoff.State = HandoffState.TakenCare;
        step.Handoff.ExpertId = step.Expert!.Id;
        step.Handoff.TakenAt = step.Now;
        step.Handoff.Round++;
        step.Note(HandoffEventKind.Taken, step.Expert.Id);
        if (step.Handoff.Live)
        {
            leading.Begin(step);
        }

        return DeskOutcome.Done;
    }, cancellation);

    /// Leads the conversation of a request that is one's own already.
    public Task<DeskOutcome> JoinAsync(Guid handoff, Guid expert, CancellationToken cancellation) => OwnAsync(handoff, expert, null, step =>
    {
        if (!step.Leads)
        {
            leading.Begin(step);
        }

        return DeskOutcome.Done;
    }, cancellation);

    public Task<DeskOutcome> SayAsync(Guid handoff, Guid expert, string messageId, string text, CancellationToken cancellation) => Fault(text) is { } fault
        ? Task.FromResult(fault)
        : OwnAsync(handoff, expert, messageId, step =>
        {
            if (!step.Leads)
            {
                return new DeskOutcome(DeskResult.NotYours);
            }

            Speak(step, text);
            step.Turn.State = step.Turn.State with { Holder = step.Turn.State.Holder! with { Awaited = null } };
            return DeskOutcome.Done;
        }, cancellation);

    /// One message in one's own name while the bot leads, which goes on doing so.
    public Task<DeskOutcome> SuggestAsync(Guid handoff, Guid expert, string messageId, string text, CancellationToken cancellation) => Fault(text) is { } fault
        ? Task.FromResult(fault)
        : OpenAsync(handoff, expert, messageId, step =>
        {
            if (step.Turn.State.Holder is { } holder)
            {
                return Task.FromResult(new DeskOutcome(DeskResult.TakenByAnother, holder.Name));
            }

            Speak(step, text);
            step.Note(HandoffEventKind.Suggested, expert);
            return Task.FromResult(DeskOutcome.Done);
        }, cancellation);

    /// Shown to the firm while it lasts, kept nowhere.
    public async Task TypingAsync(Guid handoff, Guid expert, CancellationToken cancellation) => await OwnAsync(handoff, expert, null, step =>
    {
        if (step.Leads)
        {
            feed.Typed(new Typing(step.Turn.Conversation.Id, step.Expert!.Name));
        }

        return DeskOutcome.Done;
    }, cancellation);

    /// The bot leads again; the request stays with the expert.
    public Task<DeskOutcome> GiveBackAsync(Guid handoff, Guid expert, CancellationToken cancellation) => OwnAsync(handoff, expert, null, step =>
    {
        if (!step.Leads)
        {
            return new DeskOutcome(DeskResult.NotYours);
        }

        step.Note(HandoffEventKind.GivenBack, expert);
        leading.End(step.Turn, DeskTexts.BotIsBack);
        return DeskOutcome.Done;
    }, cancellation);

    /// The next best match who has not refused gets it at once.
    public Task<DeskOutcome> RefuseAsync(Guid handoff, Guid expert, string reason, CancellationToken cancellation) => Fault(reason) is { } fault
        ? Task.FromResult(fault)
        : OwnAsync(handoff, expert, null, async step =>
        {
            step.Note(HandoffEventKind.Refused, expert, reason.Trim());
            leading.EndIfLed(step, DeskTexts.PassedOn);
            await offering.ToNextAsync(step, expert, cancellation);
            return DeskOutcome.Done;
        }, cancellation);

    /// To a colleague, or to the whole desk; the note is for them.
    public Task<DeskOutcome> TransferAsync(Guid handoff, Guid expert, Guid? colleague, string note, CancellationToken cancellation) => Fault(note) is { } fault
        ? Task.FromResult(fault)
        : OwnAsync(handoff, expert, null, async step =>
        {
            var to = colleague is null ? null : await step.Data.Experts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == colleague && one.Active, cancellation);
            if (colleague is not null && to is null)
            {
                return new DeskOutcome(DeskResult.UnknownExpert);
            }

            step.Note(HandoffEventKind.Transferred, expert, note.Trim());
            leading.EndIfLed(step, DeskTexts.PassedOn);
            await (to is null ? offering.ToDeskAsync(step, cancellation) : offering.ToColleagueAsync(step, to, cancellation));
            return DeskOutcome.Done;
        }, cancellation);

    /// Between colleagues; the firm never sees it.
    public Task<DeskOutcome> NoteAsync(Guid handoff, Guid expert, string note, CancellationToken cancellation) => Fault(note) is { } fault
        ? Task.FromResult(fault)
        : work.RunAsync(handoff, expert, null, step =>
        {
            if (step.Expert is null)
            {
                return Task.FromResult(new DeskOutcome(DeskResult.UnknownExpert));
            }

            step.Note(HandoffEventKind.Noted, expert, note.Trim());
            return Task.FromResult(DeskOutcome.Done);
        }, cancellation);

    /// The answer is the id of a choice, or words as the firm would have said them; the firm is told, and its report shows by whom.
    public Task<DeskOutcome> CorrectAsync(Guid handoff, Guid expert, string question, string answer, CancellationToken cancellation) => Fault(answer) is { } fault
        ? Task.FromResult(fault)
        : OwnAsync(handoff, expert, null, step => correction.Apply(step, question, answer), cancellation);

    /// The note reaches the firm only where that is said.
    public Task<DeskOutcome> CloseAsync(Guid handoff, Guid expert, HandoffState outcome, string? note, bool tellFirm, CancellationToken cancellation)
    {
        if (outcome is HandoffState.Waiting or HandoffState.TakenCare)
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This closes nothing.");
        }

        return note?.Length > LongestText
            ? Task.FromResult(new DeskOutcome(DeskResult.TooLong))
            : OwnAsync(handoff, expert, null, step =>
            {
                var wasLed = step.IsLed;
                step.Handoff.State = outcome;
                step.Handoff.ClosedAt = step.Now;
                step.Handoff.Round++;
                step.Note(HandoffEventKind.Closed, expert, string.IsNullOrWhiteSpace(note) ? outcome.ToString() : $"{outcome}: {note.Trim()}");
                followUps.Plan(step);
                leading.Close(step, wasLed, tellFirm && !string.IsNullOrWhiteSpace(note) ? note.Trim() : null);
                return DeskOutcome.Done;
            }, cancellation);
    }

    /// By whoever closed it or a colleague, who has it from then on.
    public Task<DeskOutcome> ReopenAsync(Guid handoff, Guid expert, CancellationToken cancellation) => work.RunAsync(handoff, expert, null, step =>
    {
        if (step.Expert is null || step.IsOpen)
        {
            return Task.FromResult(new DeskOutcome(step.IsOpen ? DeskResult.NotClosed : DeskResult.UnknownExpert));
        }

        step.Handoff.State = HandoffState.TakenCare;
        step.Handoff.ExpertId = expert;
        step.Handoff.ClosedAt = null;
        step.Handoff.Round++;
        step.Note(HandoffEventKind.Reopened, expert);
        return Task.FromResult(DeskOutcome.Done);
    }, cancellation);

    private Task<DeskOutcome> OpenAsync(Guid handoff, Guid expert, string? messageId, Func<DeskCase, Task<DeskOutcome>> decide, CancellationToken cancellation) =>
        work.RunAsync(handoff, expert, messageId, step => step switch
        {
            { Expert: null } => Task.FromResult(new DeskOutcome(DeskResult.UnknownExpert)),
            { IsOpen: false } => Task.FromResult(new DeskOutcome(DeskResult.AlreadyClosed)),
            _ => decide(step),
        }, cancellation);

    private Task<DeskOutcome> OwnAsync(Guid handoff, Guid expert, string? messageId, Func<DeskCase, DeskOutcome> decide, CancellationToken cancellation) =>
        OwnAsync(handoff, expert, messageId, step => Task.FromResult(decide(step)), cancellation);

    private Task<DeskOutcome> OwnAsync(Guid handoff, Guid expert, string? messageId, Func<DeskCase, Task<DeskOutcome>> decide, CancellationToken cancellation) =>
        OpenAsync(handoff, expert, messageId, async step => step.IsTheirs ? await decide(step) : await TakenAsync(step, cancellation), cancellation);

    private static async Task<DeskOutcome> TakenAsync(DeskCase step, CancellationToken cancellation)
    {
        var owner = await step.Data.Experts.Where(one => one.Id == step.Handoff.ExpertId).Select(one => one.Name).SingleOrDefaultAsync(cancellation);
        return new DeskOutcome(step.Handoff.State == HandoffState.TakenCare ? DeskResult.TakenByAnother : DeskResult.NotYours, owner);
    }

    private static void Speak(DeskCase step, string text)
    {
        step.Author = step.Expert!.Name;
        step.Turn.Say(text.Trim());
    }

    private static DeskOutcome? Fault(string text) =>
        string.IsNullOrWhiteSpace(text) ? new DeskOutcome(DeskResult.Empty) : text.Length > LongestText ? new DeskOutcome(DeskResult.TooLong) : null;
}
