using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Organisations.Promises.PromiseReportTests;
using static InfoStory.Tests.Organisations.Promises.PromiseSteps;

namespace InfoStory.Tests.Organisations.Promises;

/// <summary>What becomes of a report when its organisation, or whoever sent it, is no more.</summary>
public sealed class PromiseReportEndingTests
{
    private const string Returned = "Your report on a promise needs a change before it can appear";

    [Fact]
    public async Task No_organisation_closes_while_one_waits_also_where_nobody_comes_after_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database);
        await SendAsync(database, ann, slug, Made);

        await Assert.ThrowsAsync<ConflictException>(() => EndAsync(database, OrganisationEnd.Closed, null));
    }

    [Fact]
    public async Task Whoever_sent_it_reads_why_it_was_given_back_after_a_merger_too_and_nobody_is_reminded_for_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database, days: 200);
        await SendAsync(database, ann, slug, Made);
        await ReturnAsync(database, slug);

        await MergeAsync(database);
        await database.Get<PromiseLetters>().RemindAsync(default);

        Assert.Equal([("ann@council.example", Returned)], (await LettersAsync(database)).Select(letter => (letter.To, letter.Title)));
        Assert.Equal(Made.Words, (await database.Get<PromiseReporting>().ShowAsync(ann, slug, default)).Report!.Words);
    }

    [Fact]
    public async Task What_people_of_a_closed_organisation_began_to_write_nobody_else_reads()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database);
        await SendAsync(database, ann, slug, Made);
        await ReturnAsync(database, slug);
        await database.Get<OrganisationEditing>().AddAsync(new() { Name = "Later Council", Mailbox = "later@example.org" }, A.Publisher(), default);

        await EndAsync(database, OrganisationEnd.Closed, "Later Council");

        Assert.False(await database.Get<InfoStoryContext>().PromiseReports.AnyAsync());
        Assert.DoesNotContain(await LettersAsync(database), letter => letter.Title == Returned);
    }

    [Fact]
    public async Task Whoever_is_forgotten_takes_no_letter_along_that_is_about_something_else()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database);
        await SendAsync(database, ann, slug, Made);
        await ReturnAsync(database, slug);
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        db.Add(new Letter
        {
            Subject = "delivery 7",
            To = "ann@council.example",
            Title = "Please delete what we sent you",
            Body = "Please.",
            WrittenAt = now,
            NextTryAt = now,
        });
        await db.SaveChangesAsync();

        var (desk, organisation) = (database.Get<ResponderDesk>(), await db.Organisations.Select(one => one.Id).SingleAsync());
        await desk.CloseAsync(organisation, ann, A.Publisher(), default);
        await desk.ForgetAsync(organisation, ann, A.Publisher(), default);

        Assert.Equal(["Please delete what we sent you"], (await LettersAsync(database)).Select(letter => letter.Title));
    }
}
