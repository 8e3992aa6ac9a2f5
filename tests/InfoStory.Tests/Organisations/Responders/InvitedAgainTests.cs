using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Organisations.Responders;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Responders;

/// <summary>What is said of links to sign in is so.</summary>
public sealed class InvitedAgainTests
{
    [Fact]
    public async Task Whoever_is_invited_again_within_ten_minutes_gets_no_second_link_and_is_not_told_of_one()
    {
        await using var database = await TestDatabase.NewAsync();
        var (leeds, kent) = (await database.OrganisationAsync("Leeds", "ann@both.example"), await database.OrganisationAsync("Kent", "kent@both.example"));
        List<InvitationTaken> taken = [];

        foreach (var organisation in new[] { leeds, kent })
        {
            await database.Get<ResponderDesk>().InviteAsync(organisation.Id, A.Publisher(), default);
            var letter = await database.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.Body.Contains("/respond/invitation/"))
                .OrderByDescending(letter => letter.Id).FirstAsync();
            var link = letter.Body.Split("/respond/invitation/")[1][..LinkKey.Length];
            taken.Add(await database.Get<ResponderInviting>().AcceptAsync(link, new() { Name = "Ann", Role = "Clerk", Email = "ann@both.example" }, default));
        }

        Assert.Equal([new(IsOpen: true, HasLink: true), new(IsOpen: true, HasLink: false)], taken);
        Assert.Equal(1, await database.Get<InfoStoryContext>().Set<Letter>().CountAsync(letter => letter.Body.Contains("/respond/sign-in/")));
    }
}
