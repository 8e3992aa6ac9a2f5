using System.Net;
using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>0 real stories lost (docs/sharing.md).</summary>
public sealed class WorkshopTests
{
    private const int People = 200;
    private const string Hall = "198.51.100.1";

    [Fact]
    public async Task Two_hundred_people_of_one_workshop_lose_nothing()
    {
        using var site = new AbuseSite();
        var people = Enumerable.Range(0, People).Select(_ => site.From(Hall)).ToList();
        List<int> waiting = [];
        for (var person = 0; person < People; person++)
        {
            await people[person].TellAsync($"Story {person} of the workshop.");
            site.Clock.Advance(TimeSpan.FromSeconds(18));
            if (!await IsSentAsync(people[person])) waiting.Add(person);
        }

        // Some go home and send from there; the others come back to the hall on the days after.
        var refused = waiting.Count;
        foreach (var person in waiting.Take(100).ToList())
        {
            people[person].Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            people[person].Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{person}");
            Assert.True(await IsSentAsync(people[person]));
            waiting.Remove(person);
        }

        var days = 0;
        for (; waiting.Count > 0; days++)
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            for (var turn = 0; turn < 5; turn++, site.Clock.Advance(TimeSpan.FromMinutes(10)))
            {
                foreach (var person in waiting.ToList()) if (await IsSentAsync(people[person])) waiting.Remove(person);
            }
        }

        var stories = await site.Get<InfoStoryContext>().Stories.Select(story => story.Told).ToListAsync();
        Assert.Equal(People - 20, refused);
        Assert.Equal(4, days);
        Assert.Equal(
            Enumerable.Range(0, People).Select(person => $"Story {person} of the workshop.").Order(StringComparer.Ordinal),
            stories.Order(StringComparer.Ordinal));
        Assert.Equal(0, await site.Get<InfoStoryContext>().Set<Draft>().CountAsync());
    }

    private static async Task<bool> IsSentAsync(TestBrowser person) => (await person.SubmitAsync("/share/check", [])).StatusCode switch
    {
        HttpStatusCode.SeeOther => true,
        HttpStatusCode.TooManyRequests => false,
        var other => throw new InvalidOperationException($"Sending answered {other}."),
    };
}
