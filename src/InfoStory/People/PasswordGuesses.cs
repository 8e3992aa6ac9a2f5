using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>
/// Counts the guesses of a password before each is tried, in the database and in one statement. Nothing here is given up when whoever guesses hangs
/// up, and guessing at once is no way round (docs/decisions/0045).
/// </summary>
public sealed class PasswordGuesses(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>So many are tried; then none for <see cref="Pause"/>.</summary>
    public const int Most = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Counts one more guess. The lock of an administrator does not count while no other administrator is free: passwords are then only slowed, by
    /// network.
    /// </summary>
    /// <returns>False where it must not be tried, because there were too many or there is no such account.</returns>
    public async Task<bool> CountAsync(long staffId)
    {
        var now = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        var person = await db.Staff.AsNoTracking().Where(staff => staff.Id == staffId)
            .Select(staff => new { staff.LockoutEnd, staff.Roles }).FirstOrDefaultAsync(CancellationToken.None);
        if (person is null) return false;

        if (person.LockoutEnd is { } until && until <= now)
            await Free(db.Staff.Where(staff => staff.Id == staffId && staff.LockoutEnd == until));

        DateTimeOffset? end = now + Pause;
        return await db.Staff.Where(staff => staff.Id == staffId && staff.LockoutEnd == null && staff.AccessFailedCount < Most)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(staff => staff.LockoutEnd, staff => staff.AccessFailedCount + 1 < Most ? null : end)
                        .SetProperty(staff => staff.AccessFailedCount, staff => staff.AccessFailedCount + 1),
                    CancellationToken.None) == 1
            || (person.Roles.HasFlag(Roles.Administrator) && await IsOnlyOneFreeAsync(staffId, now));
    }

    /// <summary>The last guess was right: the count begins anew, also in what is loaded of the account.</summary>
    public async Task RightAsync(StaffMember person)
    {
        (person.AccessFailedCount, person.LockoutEnd) = (0, null);
        await Free(db.Staff.Where(staff => staff.Id == person.Id));
    }

    private static Task Free(IQueryable<StaffMember> people) => people.ExecuteUpdateAsync(
        set => set.SetProperty(staff => staff.AccessFailedCount, 0).SetProperty(staff => staff.LockoutEnd, (DateTimeOffset?)null), CancellationToken.None);

    private async Task<bool> IsOnlyOneFreeAsync(long staffId, DateTimeOffset now) =>
        (await Administrators.Others(db, staffId).Select(staff => staff.LockoutEnd).ToListAsync(CancellationToken.None)).TrueForAll(until => until > now);
}
