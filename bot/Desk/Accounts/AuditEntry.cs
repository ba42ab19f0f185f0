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

    /// What somebody set about within a dossier: whether it came to pass is in the trace of the request.
    public const string DossierTake = "dossier.take";
    public const string DossierRefuse = "dossier.refuse";
    public const string DossierJoin = "dossier.join";
    public const string DossierSay = "dossier.say";
    public const string DossierSuggest = "dossier.suggest";
    public const string DossierGiveBack = "dossier.give-back";
    public const string DossierTransfer = "dossier.transfer";
    public const string DossierNote = "dossier.note";
    public const string DossierClose = "dossier.close";
    public const string DossierReopen = "dossier.reopen";
}
