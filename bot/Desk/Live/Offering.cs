using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk;

/// Gives a request to the next person; it keeps the place that the firm took when it asked.
public sealed class Offering(HandoffRouting routing, RosterCodes codes, DeskClock desk, Presence presence, IOptions<DeskOptions> options, TimeProvider clock)
{
    // Whoever had it and parted with it is not asked again.
    private static readonly HandoffEventKind[] Partings =
        [HandoffEventKind.Refused, HandoffEventKind.Expired, HandoffEventKind.FellSilent, HandoffEventKind.Left, HandoffEventKind.Transferred];

    private readonly DeskOptions _options = options.Value;

    /// To the best match who has not parted with it; where nobody is left, to the desk, with where else the firm can turn.
    public async Task ToNextAsync(DeskCase step, Guid? leaving, CancellationToken cancellation)
    {
        var parted = await PartedAsync(step.Data, step.Handoff.Id, cancellation);
        var match = await MatchAsync(step, leaving is { } one ? [.. parted, one] : parted, cancellation);
        if (step.Handoff.Live)
        {
            // A firm that waits in the chat goes to whoever is there, if anybody is.
            match = match with { Matches = [.. match.Matches.OrderByDescending(fit => presence.Includes(fit.Expert.Id))] };
        }

        await GiveAsync(step, match, cancellation);
    }

    public static Task<List<Guid>> PartedAsync(ProductContext data, Guid handoff, CancellationToken cancellation) => data.HandoffEvents
        .Where(happened => happened.HandoffId == handoff && happened.ExpertId != null && Partings.Contains(happened.Kind))
        .Select(happened => happened.ExpertId!.Value)
        .ToListAsync(cancellation);

    public async Task ToColleagueAsync(DeskCase step, Expert colleague, CancellationToken cancellation)
    {
        var match = await MatchAsync(step, [], cancellation);
        var own = match.Matches.FirstOrDefault(one => one.Expert.Id == colleague.Id) ?? new ExpertMatch(colleague, 0, []);
        await GiveAsync(step, match with { Matches = [own] }, cancellation);
    }

    /// To whoever is at the desk.
    public Task ToDeskAsync(DeskCase step, CancellationToken cancellation) => GiveAsync(step, new MatchResult([], [], []), cancellation);

    /// Writes down who has it from now on, and by when it is to be taken.
    public void Record(ProductContext data, Handoff handoff, Expert? expert)
    {
        var now = clock.GetUtcNow();
        handoff.ExpertId = expert?.Id;
        handoff.State = HandoffState.Waiting;
        handoff.TakenAt = null;
        handoff.OfferedAt = now;
        handoff.Round++;
        if (expert is null)
        {
            return;
        }

        data.HandoffEvents.Add(new HandoffEvent { Id = Guid.CreateVersion7(now), HandoffId = handoff.Id, Kind = HandoffEventKind.Offered, At = now, ExpertId = expert.Id });
        data.Enqueue(
            new DeskDeadline(DeadlineKind.Take, handoff.Id, handoff.Round),
            desk.Hours.AddWorkingTime(now, TimeSpan.FromMinutes(handoff.Live ? _options.MinutesToReply : _options.MinutesToTake)), clock);
    }

    private Task<MatchResult> MatchAsync(DeskCase step, IReadOnlyCollection<Guid> except, CancellationToken cancellation) =>
        routing.FindAsync(step.Data, step.Turn.Conversation, HandoffRouting.ChannelOf(step.Handoff.Contact), except, cancellation);

    private async Task GiveAsync(DeskCase step, MatchResult match, CancellationToken cancellation)
    {
        var expert = match.Matches.FirstOrDefault()?.Expert;
        Record(step.Data, step.Handoff, expert);
        var transcript = await step.Data.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == step.Turn.Conversation.Id)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellation);
        var due = desk.Hours.AddWorkingTime(step.Handoff.RequestedAt, _options.WorkingDaysToAnswer * desk.Hours.WorkingDay);
        var waitsNowhereElse = expert is null && step.Handoff is { Live: true, Contact: null } && step.CanBeWrittenTo;
        if (waitsNowhereElse)
        {
            step.Turn.Say(DeskTexts.LiveGone);
        }

        if (expert is null && step.CanBeWrittenTo && match.Referrals is [var referral, ..])
        {
            if (!waitsNowhereElse)
            {
                step.Turn.Say(DeskTexts.NobodyLeft);
            }

            step.Turn.Say(DeskTexts.MeanwhileTurnTo, new MatchWords(codes, step.Turn.State.Language).WhereElse(referral));
        }

        if (waitsNowhereElse)
        {
            // Whoever answers later must know where.
            step.Turn.State = step.Turn.State with { Topics = [.. step.Turn.State.Topics.Where(name => name != PersonTopic.TopicName), PersonTopic.TopicName] };
            step.Turn.Add(new Ask(DeskTexts.BackToContact, [new("person:no", DeskTexts.ChoiceNoThanks)]) { Wants = AnswerKind.Contact });
        }

        step.Data.Enqueue(
            HandoffBrief.Write(step.Handoff, due, match, codes, transcript, step.Turn, expert?.Email ?? _options.Mailbox), clock);
    }
}
