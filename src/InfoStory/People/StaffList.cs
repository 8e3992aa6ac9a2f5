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

/// <summary>The accounts of the team, for whoever administers them.</summary>
public sealed class StaffList(InfoStoryContext db)
{
    /// <summary>A team is small; no page shows more.</summary>
    public const int Most = 500;

    /// <summary>Open accounts first, each by address.</summary>
    public Task<List<StaffRow>> AllAsync(CancellationToken cancellation) =>
        Rows(db.Staff.OrderBy(staff => staff.ClosedAt != null).ThenBy(staff => staff.NormalizedEmail).Take(Most)).ToListAsync(cancellation);

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
}
