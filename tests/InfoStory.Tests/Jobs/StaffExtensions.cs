using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;

namespace InfoStory.Tests.Jobs;

internal static class StaffExtensions
{
    public static async Task AddLeadAsync(this TestDatabase database)
    {
        var db = database.Get<InfoStoryContext>();
        db.Staff.Add(new()
        {
            UserName = "lead@example.org",
            NormalizedUserName = "LEAD@EXAMPLE.ORG",
            Email = "lead@example.org",
            NormalizedEmail = "LEAD@EXAMPLE.ORG",
            Roles = Roles.SafeguardingLead
        });
        await db.SaveChangesAsync();
    }
}
