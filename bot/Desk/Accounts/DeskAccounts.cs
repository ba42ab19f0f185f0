using System.Security.Cryptography;
using System.Text;
using CroissanceConnectee.Bot.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Makes and removes accounts, and lets a person in by a link that works once and of which only a hash is kept.
public sealed class DeskAccounts(UserManager<DeskUser> users, ProductContext data, Audit audit, TimeProvider clock)
{
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(48);

    /// The token of a new link, which voids the one before it. What the person signs in with stays good until the new link is used.
    public async Task<(string? Token, string? Fault)> AddAsync(string email, DeskRole role, string? name, CancellationToken cancellation)
    {
        var address = email.Trim().ToLowerInvariant();
        if (Contacts.Only(address) != address || !Contacts.IsEmail(address))
        {
            return (null, $"\"{email}\" is not an e-mail address");
        }

        var expert = await data.Experts.AsNoTracking().FirstOrDefaultAsync(one => one.Email == address, cancellation);
        if (expert is null && role != DeskRole.Operator)
        {
            return (null, $"{address} is not in the roster: import it first, or give the role operator");
        }

        var user = await users.FindByEmailAsync(address);
        var isNew = user is null;
        user ??= new DeskUser { Id = Guid.CreateVersion7(), UserName = address, Email = address, EmailConfirmed = true, Name = address, Role = role };
        var changed = user.Role != role || user.DisabledAt is not null;
        var token = Codes.NewToken();
        user.Name = name ?? (isNew && expert is { Name.Length: > 0 } ? expert.Name : user.Name);
        user.Role = role;
        user.ExpertId = expert?.Id;
        user.DisabledAt = null;
        user.LinkHash = HashOf(token);
        user.LinkExpiresAt = clock.GetUtcNow() + LinkLife;
        var result = isNew ? await users.CreateAsync(user)
            // Another role is another session.
            : changed ? await users.UpdateSecurityStampAsync(user)
            : await users.UpdateAsync(user);
        if (!result.Succeeded)
        {
            return (null, string.Join(" ", result.Errors.Select(error => error.Description)));
        }

        await audit.WriteAsync(AuditEvents.AccountAdded, actor: null, user.Id.ToString(), address: null, cancellation);
        return (token, null);
    }

    /// False: there is no such account.
    public async Task<bool> RemoveAsync(string email, CancellationToken cancellation)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { DisabledAt: null } user)
        {
            return false;
        }

        await using (var transaction = await data.Database.BeginTransactionAsync(cancellation))
        {
            await VoidAsync(user, cancellation);
            user.LinkHash = null;
            user.DisabledAt = clock.GetUtcNow();
            Expect(await users.UpdateSecurityStampAsync(user));
            await transaction.CommitAsync(cancellation);
        }

        await audit.WriteAsync(AuditEvents.AccountRemoved, actor: null, user.Id.ToString(), address: null, cancellation);
        return true;
    }

    /// Whose link this is; null: unknown, used or expired.
    public async Task<DeskUser?> FindByLinkAsync(string token, CancellationToken cancellation)
    {
        var hash = HashOf(token);
        var user = await data.Users.FirstOrDefaultAsync(account => account.LinkHash == hash, cancellation);
        return user is { DisabledAt: null } && user.LinkExpiresAt > clock.GetUtcNow() ? user : null;
    }

    /// Uses the link up, voids what the person signed in with before, and gives what is new; all of it or nothing.
    public async Task<Enrolment> EnrolAsync(DeskUser user, string token, Func<Task<IdentityResult>> give, CancellationToken cancellation)
    {
        await using var transaction = await data.Database.BeginTransactionAsync(cancellation);
        var (hash, now) = (HashOf(token), clock.GetUtcNow());
        var links = await data.Users
            .Where(account => account.Id == user.Id && account.LinkHash == hash && account.LinkExpiresAt > now && account.DisabledAt == null)
            .ExecuteUpdateAsync(account => account.SetProperty(one => one.LinkHash, (string?)null), cancellation);
        if (links == 0)
        {
            await transaction.RollbackAsync(cancellation);
            return Enrolment.LinkGone;
        }

        await VoidAsync(user, cancellation);
        user.LinkHash = null;
        if (!(await give()).Succeeded)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return Enrolment.Refused;
        }

        Expect(await users.UpdateSecurityStampAsync(user));
        await transaction.CommitAsync(cancellation);
        return Enrolment.Done;
    }

    private async Task VoidAsync(DeskUser user, CancellationToken cancellation)
    {
        await data.UserPasskeys.Where(passkey => passkey.UserId == user.Id).ExecuteDeleteAsync(cancellation);
        await data.UserLogins.Where(login => login.UserId == user.Id).ExecuteDeleteAsync(cancellation);
        await data.UserTokens.Where(stored => stored.UserId == user.Id).ExecuteDeleteAsync(cancellation);
        user.PasswordHash = null;
        user.TwoFactorEnabled = false;
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account could not be saved: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
        }
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

public enum Enrolment
{
    Done,
    LinkGone,

    /// What was to be given is not good enough, or wrong.
    Refused,
}
