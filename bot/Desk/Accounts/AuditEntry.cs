namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Who did what at the desk, and when. Never changed once written.
public sealed class AuditEntry
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// The account; null: nobody signed in, or the command line.
    public Guid? ActorId { get; init; }

    /// One of AuditEvents.
    public required string What { get; init; }

    /// The reference of a request, or the id of an account.
    public required string Subject { get; init; }

    public string? Address { get; init; }
}

public static class AuditEvents
{
    public const string SignedIn = "signed.in";
    public const string SignInRefused = "sign-in.refused";
    public const string SignedOut = "signed.out";
    public const string AccountAdded = "account.added";
    public const string AccountEnrolled = "account.enrolled";
    public const string AccountRemoved = "account.removed";
    public const string DossierOpened = "dossier.opened";
    public const string DossierDenied = "dossier.denied";
}
