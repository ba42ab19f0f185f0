using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CroissanceConnectee.Bot.Answers;
using CroissanceConnectee.Bot.Channels.Phone;
using CroissanceConnectee.Bot.Channels.Sms;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Desk.Accounts;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CroissanceConnectee.Bot.Data;

public sealed class ProductContext : IdentityUserContext<DeskUser, Guid>
{
    private const int SqliteConstraint = 19;

    public ProductContext(DbContextOptions<ProductContext> options) : base(options) =>
        // A save of one row too: it is transactions that queue for SQLite's one writer.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<TranscriptEntry> Transcript => Set<TranscriptEntry>();

    public DbSet<Diagnosis> Diagnoses => Set<Diagnosis>();

    public DbSet<Handoff> Handoffs => Set<Handoff>();

    public DbSet<HandoffEvent> HandoffEvents => Set<HandoffEvent>();

    public DbSet<HandoffFollowUp> HandoffFollowUps => Set<HandoffFollowUp>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<PhoneCall> PhoneCalls => Set<PhoneCall>();

    public DbSet<SmsOptOut> SmsOptOuts => Set<SmsOptOut>();

    public DbSet<Expert> Experts => Set<Expert>();

    public DbSet<KnowledgeGap> KnowledgeGaps => Set<KnowledgeGap>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// Whether this unit of work leaves something for the outbox worker.
    public bool HasEffects => Outbox.Local.Count > 0;

    /// Another turn saved first: the row version moved on, or the same message was stored already.
    public static bool IsRace(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException
        || exception.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Conversation>(conversation =>
        {
            conversation.Property(c => c.Version).IsConcurrencyToken();
            AsJson(conversation.Property(c => c.State), StoredJson.Default.ConversationState);
            conversation.HasOne(c => c.Diagnosis).WithMany().HasForeignKey(c => c.DiagnosisId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<TranscriptEntry>(entry =>
        {
            entry.HasKey(e => new { e.ConversationId, e.Sequence });
            entry.HasIndex(e => new { e.ConversationId, e.MessageId }).IsUnique();
            AsJson(entry.Property(e => e.Reply), StoredJson.Default.Reply);
            entry.HasOne<Conversation>().WithMany().HasForeignKey(e => e.ConversationId);
        });
        builder.Entity<Diagnosis>(diagnosis =>
        {
            diagnosis.Property(d => d.Version).IsConcurrencyToken();
            diagnosis.HasIndex(d => d.ResumeCode).IsUnique();
            diagnosis.HasIndex(d => d.ReportToken).IsUnique();
            AsJson(diagnosis.Property(d => d.Progress), StoredJson.Default.DiagnosisProgress);
        });
        builder.Entity<Handoff>(handoff =>
        {
            handoff.Property(h => h.Version).IsConcurrencyToken();
            handoff.HasIndex(h => h.ConversationId);
            handoff.HasIndex(h => new { h.State, h.RequestedAt });
            handoff.HasIndex(h => h.Reference).IsUnique();
            handoff.HasOne<Expert>().WithMany().HasForeignKey(h => h.ExpertId).OnDelete(DeleteBehavior.SetNull);
            handoff.Property(h => h.State).HasConversion<string>();
        });
        builder.Entity<HandoffEvent>(happened =>
        {
            happened.HasIndex(e => new { e.HandoffId, e.At });
            happened.HasOne<Handoff>().WithMany().HasForeignKey(e => e.HandoffId);
            happened.Property(e => e.Kind).HasConversion<string>();
        });
        builder.Entity<HandoffFollowUp>(asked =>
        {
            asked.HasKey(f => f.HandoffId);
            asked.HasIndex(f => f.Token).IsUnique();
            asked.HasOne<Handoff>().WithOne().HasForeignKey<HandoffFollowUp>(f => f.HandoffId);
        });
        builder.Entity<Expert>(expert =>
        {
            expert.HasIndex(e => e.Email).IsUnique();
            expert.Property(e => e.Kind).HasConversion<string>();
            AsJson(expert.Property(e => e.Markets), StoredJson.Default.IReadOnlyListString);
            AsJson(expert.Property(e => e.Themes), StoredJson.Default.IReadOnlyListString);
            AsJson(expert.Property(e => e.Sectors), StoredJson.Default.IReadOnlyListString);
            AsJson(expert.Property(e => e.Languages), StoredJson.Default.IReadOnlyListString);
            AsJson(expert.Property(e => e.Regions), StoredJson.Default.IReadOnlyListString);
            AsJson(expert.Property(e => e.Channels), StoredJson.Default.IReadOnlyListExpertChannel);
            AsJson(expert.Property(e => e.Absences), StoredJson.Default.IReadOnlyListAbsence);
        });
        builder.Entity<DeskUser>(user =>
        {
            user.ToTable("DeskUsers");
            user.HasIndex(u => u.LinkHash).IsUnique();
            user.HasOne<Expert>().WithMany().HasForeignKey(u => u.ExpertId).OnDelete(DeleteBehavior.SetNull);
            user.Property(u => u.Role).HasConversion<string>();
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("DeskUserClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("DeskUserLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("DeskUserTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("DeskUserPasskeys");
        builder.Entity<AuditEntry>(entry =>
        {
            entry.HasIndex(e => e.ActorId);
            foreach (var property in entry.Metadata.GetProperties())
            {
                property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
            }
        });
        builder.Entity<KnowledgeGap>(gap =>
        {
            gap.HasIndex(g => new { g.Day, g.Market, g.Theme });
            gap.Property(g => g.Kind).HasConversion<string>();
        });
        builder.Entity<PhoneCall>(call =>
        {
            call.Property(c => c.Version).IsConcurrencyToken();
            call.HasIndex(c => c.CallerHash);
            AsJson(call.Property(c => c.State), StoredJson.Default.CallState);
        });
        builder.Entity<SmsOptOut>(optOut => optOut.HasKey(o => o.NumberHash));
        builder.Entity<OutboxMessage>(message =>
        {
            message.HasIndex(m => new { m.State, m.DueAt });
            message.Property(m => m.State).HasConversion<string>();
            message.Property(m => m.Attempts).IsConcurrencyToken();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite has no type for dates with an offset: UTC ticks sort and compare, texts would not.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    // Immutable values: a change is another object, so that reference comparison is enough and cheap.
    private static void AsJson<T>(PropertyBuilder<T> property, JsonTypeInfo<T> type) where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, type),
            text => JsonSerializer.Deserialize(text, type)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value));
}
