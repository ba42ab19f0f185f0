using Microsoft.AspNetCore.Identity;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Somebody who may sign in at the desk. Made by the command line only; there is no other way in.
public sealed class DeskUser : IdentityUser<Guid>
{
    public required string Name { get; set; }

    public required DeskRole Role { get; set; }

    /// The same person in the roster; the team is the organisation there. Operators need none.
    public Guid? ExpertId { get; set; }

    /// SHA-256 of the one-time link under way; null: none.
    public string? LinkHash { get; set; }

    public DateTimeOffset? LinkExpiresAt { get; set; }

    /// Removed accounts stay, for the journal to name whoever acted.
    public DateTimeOffset? DisabledAt { get; set; }
}

public enum DeskRole
{
    Expert,

    /// Of a team: opens what its people look after.
    Lead,

    /// Runs the service: opens everything, and reads the journal.
    Operator,
}
