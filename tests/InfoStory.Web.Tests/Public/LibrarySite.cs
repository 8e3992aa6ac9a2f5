using InfoStory.Campaigns;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data.Time;
using InfoStory.Web.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Public;

/// <summary>A site with 25 public case studies, more than one page of the library, and one taken down.</summary>
public sealed class LibrarySite : TestSite, IAsyncLifetime
{
    public const int Studies = 25;

    public SqlWatch Sql { get; private set; } = null!;

    public GivenStory Latest { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        for (var number = 1; number <= Studies; number++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            var story = A.Story().Titled($"Case number {number}").PublicText($"A worker & a “nurse” rang {number} times <quickly>.")
                .About("Housing", "Leeds").Tagged("Referral lost or refused", "No feedback to the referrer").Published();
            Latest = await Given(number == 1 ? story.WithPicture() : story);
        }

        await Get<CampaignCalendar>().AddAsync(
            new()
            {
                Slug = "in-the-library",
                Name = "In the library",
                Hashtag = "#Library",
                Summary = "It is over now.",
                StartsAt = Clock.UtcNow.AddDays(-9),
                EndsAt = Clock.UtcNow.AddDays(-8)
            },
            CancellationToken.None);
        await Get<IServiceProvider>().PromiseAsync(Latest);
        Sql = new(File);
    }

    /// <summary>Something public changes: no page of before is taken from the cache any more.</summary>
    public async Task ForgetAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Get<CampaignCalendar>().AddAsync(
            new()
            {
                Slug = $"past-{Clock.UtcNow:HHmm}",
                Name = "Past",
                Hashtag = "#Past",
                Summary = "It is over now.",
                StartsAt = Clock.UtcNow.AddDays(-2),
                EndsAt = Clock.UtcNow.AddDays(-1)
            },
            CancellationToken.None);
        await Services.GetRequiredService<EditionWatch>().WaitUntilKnownAsync(CancellationToken.None);
    }

    /// <summary>
    /// The statements that this request ran, without those that read the edition, the taps and the version of the counts, which are read now and then.
    /// </summary>
    public async Task<IReadOnlyList<Statement>> StatementsAsync(Func<Task<HttpResponseMessage>> request)
    {
        await Services.GetRequiredService<EditionWatch>().CurrentAsync(CancellationToken.None);
        await Services.GetRequiredService<HereTooWatch>().OnPageAsync("", CancellationToken.None);
        await Services.GetRequiredService<ImpactWatch>().CurrentAsync(CancellationToken.None);
        await Get<LibraryFinder>().TermsAsync(CancellationToken.None);
        Sql.Take();
        await request();
        string[] apart = ["\"Editions\"", "\"ImpactMarks\""];
        return [.. Sql.Take().Where(statement => statement.OfRequest && !apart.Any(table => statement.Sql.Contains(table, StringComparison.Ordinal)))];
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        Sql.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>The tests that read the same library, one after another.</summary>
[CollectionDefinition(nameof(LibrarySite))]
public sealed class LibraryCollection : ICollectionFixture<LibrarySite>;
