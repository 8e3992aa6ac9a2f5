using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>An account as its administrators see it.</summary>
public sealed record StaffRow(long Id, string Email, Roles Roles, DateTime? ClosedAt, bool HasPassword, bool HasSecondFactor, DateTime? LastSignedInAt)
{
    /// <summary>Where the account stands, in a word or few.</summary>
    public string State => ClosedAt is not null ? "Closed" : HasPassword ? "Open" : "Invited";
}

/// <summary>A page of accounts; <paramref name="Next"/> is the account after which the next one begins, null on the last.</summary>
public sealed record StaffPage(IReadOnlyList<StaffRow> Rows, long? Next);

/// <summary>The accounts of the team, for whoever administers them.</summary>
public sealed class StaffList(InfoStoryContext db)
{
    public const int PageSize = 100;

    /// <summary>One page of the accounts, open ones first, each by address, from just after this one. Two statements at most.</summary>
    public async Task<StaffPage> PageAsync(long? after, CancellationToken cancellation)
    {
        var staff = db.Staff.AsQueryable();
        var last = await db.Staff.Where(one => one.Id == after).Select(one => new { IsClosed = one.ClosedAt != null, one.NormalizedEmail })
            .FirstOrDefaultAsync(cancellation);
        if (last is { IsClosed: var closed, NormalizedEmail: var email })
        {
            staff = staff.Where(one => ((one.ClosedAt != null) == closed && one.NormalizedEmail!.CompareTo(email) > 0)
                || (!closed && one.ClosedAt != null));
        }

        var rows = await Rows(staff.OrderBy(one => one.ClosedAt != null).ThenBy(one => one.NormalizedEmail).Take(PageSize + 1)).ToListAsync(cancellation);
        return rows.Count > PageSize ? new(rows[..PageSize], rows[PageSize - 1].Id) : new(rows, null);
    }

    /// <exception cref="NotFoundException">There is no such account.</exception>
    public async Task<StaffRow> ReadAsync(long staffId, CancellationToken cancellation) =>
        await Rows(db.Staff.Where(staff => staff.Id == staffId)).FirstOrDefaultAsync(cancellation) ?? throw new NotFoundException("The account");

    private IQueryable<StaffRow> Rows(IQueryable<StaffMember> staff)
    {
        var passkeys = db.Passkeys;
        return staff.AsNoTracking().Select(person => new StaffRow(
            person.Id, person.Email!, person.Roles, person.ClosedAt, person.PasswordHash != null,
            person.AuthenticatorKey != null || passkeys.Any(passkey => passkey.UserId == person.Id), person.LastSignedInAt));
    }

    /// <summary>Accounts in use without a second factor; who was invited and has not come is none of them.</summary>
    internal static IQueryable<StaffMember> WithoutSecondFactor(InfoStoryContext db)
    {
        var passkeys = db.Passkeys;
        return db.Staff.Where(person => person.ClosedAt == null && person.PasswordHash != null
            && person.AuthenticatorKey == null && !passkeys.Any(passkey => passkey.UserId == person.Id));
    }
}
