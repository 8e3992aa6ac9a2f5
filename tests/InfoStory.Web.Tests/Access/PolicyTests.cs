using System.Reflection;
using InfoStory.Data.Access;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Authorization;

namespace InfoStory.Web.Tests.Access;

public sealed class PolicyTests
{
    [Fact]
    public void Every_policy_that_a_page_can_name_is_there_and_every_row_of_the_table_of_roles_has_one()
    {
        var options = new AuthorizationOptions();
        Policies.Add(options);
        var named = typeof(Policies).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.All(named, name => Assert.NotNull(options.GetPolicy(name)));
        Assert.Subset(named.ToHashSet(), Enum.GetNames<AccessPolicy>().ToHashSet());
    }
}
