using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.People;

public sealed class StaffListTests
{
    [Fact]
    public async Task Every_account_is_on_one_page_of_the_list_open_ones_first_each_by_address()
    {
        await using var database = await TestDatabase.NewAsync();
        var db = database.Get<InfoStoryContext>();
        for (var number = 0; number < (2 * StaffList.PageSize) + 1; number++)
        {
            var address = $"{(number * 37) % 1000:D3}@example.org";
            db.Staff.Add(new()
            {
                UserName = address,
                Email = address,
                NormalizedEmail = address.ToUpperInvariant(),
                Roles = Roles.Moderator,
                ClosedAt = number % 3 == 0 ? database.Clock.GetUtcNow().UtcDateTime : null,
            });
        }

        await db.SaveChangesAsync();

        List<StaffRow> listed = [];
        long? after = null;
        do
        {
            var page = await database.Get<StaffList>().PageAsync(after, default);
            listed.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(await db.Staff.CountAsync(), listed.Count);
        Assert.Equal(
            listed.OrderBy(row => row.ClosedAt is not null).ThenBy(row => row.Email, StringComparer.OrdinalIgnoreCase).Select(row => row.Id),
            listed.Select(row => row.Id));
    }
}
