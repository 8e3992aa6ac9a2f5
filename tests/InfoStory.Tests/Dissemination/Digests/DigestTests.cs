using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Dissemination.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Digests;

public sealed class DigestTests
{
    [Fact]
    public async Task What_became_public_goes_once_to_each_who_follows_it_and_to_whoever_comes_later_only_what_comes_later()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync();
        var old = await database.PublicAsync("Before");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var link = await database.ConfirmedAsync("all@example.org", Rhythm.AtOnce, SubscriberAudience.Public);
        await database.ConfirmedAsync("leeds@example.org", Rhythm.AtOnce, SubscriberAudience.Public, "leeds");
        await database.ConfirmedAsync("weekly@example.org", Rhythm.Weekly, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var story = await database.PublicAsync("Three calls");

        var letters = await database.DigestAsync();
        var again = await database.DigestAsync();
        await database.PostAsync();
        await database.ConfirmedAsync("late@example.org", Rhythm.AtOnce, SubscriberAudience.Public);

        var letter = Assert.Single(letters);
        Assert.Equal(("all@example.org", "Three calls", "case-studies"), (letter.To, letter.Title, letter.ListId));
        Assert.Equal($"https://localhost/subscribe/leave/{link}", letter.Unsubscribe);
        Assert.Contains($"https://localhost/case-studies/{story.Slug}", letter.Body);
        Assert.Contains($"/subscribe/preferences/{link}", letter.Body);
        Assert.DoesNotContain("Before", letter.Body);
        Assert.Equal(letter.Id, Assert.Single(again).Id);
        Assert.Equal((0, 1), (await database.DeliveriesAsync(old.CaseStudy), await database.DeliveriesAsync(story.CaseStudy)));
        Assert.Empty(await database.DigestAsync());
    }

    [Fact]
    public async Task A_case_study_goes_only_to_readers_whom_every_author_allows_and_its_letter_counts_no_longer_than_that()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync();
        await database.ConfirmedAsync("minister@example.org", Rhythm.AtOnce, SubscriberAudience.PolicyMaker);
        await database.ConfirmedAsync("editor@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var story = await database.PublicAsync("For ministers", Audience.PolicyMakers);
        var soon = database.Clock.UtcNow.AddHours(5);
        await database.Get<InfoStoryContext>().Set<Consent>().Where(one => one.StoryId == story.Id && one.Audience == Audience.PolicyMakers)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, soon));

        var letter = Assert.Single(await database.DigestAsync());

        Assert.Equal(("minister@example.org", soon), (letter.To, letter.ExpiresAt));
    }

    [Theory]
    [InlineData(Rhythm.AtOnce, null, "2026-11-28 23:00", true)]
    [InlineData(Rhythm.AtOnce, "2026-11-27 10:00", "2026-11-27 17:59", true)]
    [InlineData(Rhythm.AtOnce, "2026-11-27 10:00", "2026-11-27 18:00", false)]
    [InlineData(Rhythm.AtOnce, "2026-11-27 10:00", "2026-11-28 10:00", false)]
    [InlineData(Rhythm.Weekly, "2026-10-19 08:00", "2026-10-26 07:59", false)]
    [InlineData(Rhythm.Weekly, "2026-10-19 08:00", "2026-10-26 08:00", true)]
    [InlineData(Rhythm.Weekly, "2026-10-26 08:00", "2026-10-30 12:00", false)]
    [InlineData(Rhythm.Weekly, "2027-03-22 08:00", "2027-03-30 07:59", false)]
    [InlineData(Rhythm.Weekly, "2027-03-22 08:00", "2027-03-30 08:00", true)]
    [InlineData(Rhythm.Weekly, "2026-11-09 08:00", "2026-11-20 09:00", true)]
    [InlineData(Rhythm.Monthly, "2027-04-01 08:00", "2027-05-03 09:00", false)]
    [InlineData(Rhythm.Monthly, "2027-04-01 08:00", "2027-05-04 08:00", true)]
    [InlineData(Rhythm.Monthly, "2027-05-04 08:00", "2027-05-31 10:00", false)]
    public void Each_rhythm_has_its_time_in_working_hours_in_London(Rhythm rhythm, string? last, string now, bool isDue) =>
        Assert.Equal(isDue, DigestTimes.AreDue(rhythm, last is null ? null : London(last), London(now)));

    [Fact]
    public async Task A_weekly_digest_is_made_on_Monday_and_none_where_nothing_is_new()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync();
        await database.ConfirmedAsync("one@example.org", Rhythm.Weekly, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.PublicAsync("First");
        await database.PublicAsync("Second");
        Assert.Empty(await database.DigestAsync());

        database.SetTo("2026-11-30 08:00");
        var monday = await database.DigestAsync();
        database.SetTo("2026-12-07 08:00");
        var next = await database.DigestAsync();

        Assert.Equal("First; Second", Assert.Single(monday).Title);
        Assert.Single(next);
        Assert.Single(await database.Get<InfoStoryContext>().Digests.ToListAsync());
    }

    [Fact]
    public async Task A_publisher_sees_the_letter_leaves_one_out_and_approves_what_they_saw_once()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync(automatic: false);
        await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = await database.PublicAsync("First");
        Assert.Empty(await database.DigestAsync());
        var desk = database.Get<DigestDesk>();
        var id = Assert.Single((await desk.ListAsync(A.Publisher(), default)).Open).Id;
        var seen = await desk.ShowAsync(id, null, A.Publisher(), default);

        await database.PublicAsync("Second");
        Assert.Empty(await database.DigestAsync());
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<DigestDesk>().ApproveAsync(id, Of(seen), A.Publisher(), default));
        seen = await desk.ShowAsync(id, null, A.Publisher(), default);
        await database.Get<DigestDesk>().TurnAsync(id, Of(seen) with { CaseStudy = first.CaseStudy }, A.Publisher(), default);
        seen = await desk.ShowAsync(id, "", A.Publisher(), default);
        await database.Get<DigestDesk>().ApproveAsync(id, Of(seen), A.Publisher(), default);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<DigestDesk>().ApproveAsync(id, Of(seen), A.Publisher(), default));

        var letter = Assert.Single(await database.DigestAsync());
        Assert.Equal(("Second", seen.Letter!.Title), (letter.Title, letter.Title));
        Assert.Equal(new DigestReach(1, 1, IsAll: true), seen.Reach);
        Assert.StartsWith(seen.Letter.Body.Split("(a link of their own)")[0], letter.Body, StringComparison.Ordinal);
        Assert.Null((await desk.ShowAsync(id, "/case-studies?place=leeds", A.Publisher(), default)).Letter);
        Assert.Equal(
            ["Digest changed: case study 1 left out", "Digest approved", "Digest sent: 1 letter"],
            (await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == $"digest {id}").OrderBy(entry => entry.Number).ToListAsync())
            .Select(entry => entry.Act.With(entry.Why)));
    }

    [Fact]
    public async Task What_a_publisher_drops_goes_to_nobody_in_this_digest_or_the_next()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync(automatic: false);
        await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.PublicAsync("First");
        await database.DigestAsync();
        var id = Assert.Single((await database.Get<DigestDesk>().ListAsync(A.Publisher(), default)).Open).Id;
        var seen = await database.Get<DigestDesk>().ShowAsync(id, null, A.Publisher(), default);

        await Assert.ThrowsAsync<FluentValidation.ValidationException>(() => database.Get<DigestDesk>().DropAsync(id, Of(seen), A.Publisher(), default));
        await database.Get<DigestDesk>().DropAsync(id, Of(seen) with { Why = "It waits for the inquiry" }, A.Publisher(), default);
        await database.DigestAsync();

        Assert.Empty(await database.WaitingAsync());
        Assert.Equal((DigestState.Dropped, "It waits for the inquiry"), await database.Get<InfoStoryContext>().Digests.Select(
            digest => ValueTuple.Create(digest.State, digest.DroppedWhy)).SingleAsync());
    }

    [Fact]
    public async Task What_was_promised_goes_once_to_whoever_got_the_case_study()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await database.BeginDigestsAsync();
        await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var story = await database.PublicAsync("Three calls");
        await database.DigestAsync();
        await database.PostAsync();
        await database.ConfirmedAsync("two@example.org", Rhythm.AtOnce, SubscriberAudience.Public);
        var slug = await database.Get<IServiceProvider>().PromiseAsync(story);
        await database.PostAsync();

        var promised = Assert.Single(await database.DigestAsync());
        await database.PostAsync();
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "There is one number now");
        var made = Assert.Single(await database.DigestAsync());
        await database.PostAsync();

        Assert.Equal("one@example.org", promised.To);
        Assert.Contains($"{PromiseBuilding.Organisation} promised a change by", promised.Body);
        Assert.Contains($"{PromiseBuilding.Organisation} says that it has made a change: {PromiseBuilding.What}", made.Body);
        Assert.Empty(await database.DigestAsync());
        Assert.Equal(1, await database.DeliveriesAsync(story.CaseStudy));
    }

    [Fact]
    public async Task What_is_hard_to_read_is_named_before_its_title_which_is_not_in_the_subject_line()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync();
        await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Given(A.Story().Titled("He hit her").PublicText("Her husband hit her and beat her for years, and nobody told the school.")
            .For(Audience.Website).Published());

        var letter = Assert.Single(await database.DigestAsync());

        Assert.Equal("New case studies", letter.Title);
        Assert.Matches(@"The next one is about [a-z, ]*(abuse|violence)[a-z, ]*\.\nHe hit her\n", letter.Body);
    }

    private static DecideDigest Of(DigestOnDesk seen) => new() { Revision = seen.Revision };

    private static DateTime London(string time) => DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture).FromLondon();
}
