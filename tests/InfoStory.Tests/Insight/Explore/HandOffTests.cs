using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Insight.Explore;
using InfoStory.Rights;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Insight.Explore;

/// <summary>What is counted of hand-offs, and that it is of what is public now, in every process.</summary>
public sealed class HandOffTests
{
    private static readonly Id<Tag> Housing = new(1), Police = new(2), School = new(3);

    [Fact]
    public void A_case_study_counts_once_for_each_pair_and_for_every_total_around_it()
    {
        var figures = HandOffFigure.Of([Chain("Housing", "Police", "Housing", "Police")], Named);

        Assert.Equal(
            [new(Housing, Police), new(Housing, null), new(null, Police), default, new(Police, Housing), new(Police, null), new(null, Housing)],
            figures.ToHashSet());
    }

    [Fact]
    public void Where_nobody_came_back_it_counts_for_that_too_and_a_service_without_a_name_only_for_totals()
    {
        var silent = new ShownChain { Steps = [new() { Service = "School" }, new() { Service = "Police", Waited = Waited.NobodyCameBack }] };

        var figures = HandOffFigure.Of([silent, Chain("Housing", null)], Named);

        Assert.Contains(new(School, Police, IsUnanswered: true), figures);
        Assert.Contains(new(null, Police, IsUnanswered: true), figures);
        Assert.Contains(new(Housing, null), figures);
        Assert.DoesNotContain(new(Housing, null, IsUnanswered: true), figures);
        Assert.Equal(9, figures.Count);
    }

    [Fact]
    public void Staying_with_one_service_is_no_hand_off() => Assert.Empty(HandOffFigure.Of([Chain("Housing", "Housing")], Named));

    [Fact]
    public async Task What_is_counted_is_what_is_public_now_on_two_processes_and_after_a_restart()
    {
        await using var database = await TestDatabase.NewAsync();
        Func<Explorer>[] processes = [Another(database), Another(database)];
        List<GivenStory> told = [];
        for (var number = 0; number < 5; number++) await database.Given(A.Story().Titled($"Without {number}").Published());
        for (var number = 0; number < 10; number++) await TellAsync();
        await ShowsAsync(10);

        await database.Get<Withdrawal>().WithdrawAsync(told[0].Id, default);
        await ShowsAsync(5);
        await TellAsync();
        await ShowsAsync(10);
        var key = told[1].CaseStudy;
        await database.Get<CaseStudyEditing>().TakeDownAsync(key, await database.FormAsync(key), A.Publisher(), default);
        await ShowsAsync(5);
        await database.RenameAsync("police", "The constabulary");
        await ShowsAsync(5);
        await database.MergeAsync("the-constabulary", "fire-and-rescue");
        await ShowsAsync(5);
        await database.MergeAsync("fire-and-rescue", "housing");
        await ShowsAsync(null);

        async Task TellAsync() =>
            told.Add(await database.Given(A.Story().Titled($"Case {told.Count}").HandedOn("Housing", "Police").Published()));

        async Task ShowsAsync(int? expected)
        {
            foreach (var process in (Func<Explorer>[])[.. processes, Another(database)])
            {
                var tables = await process().HandOffsAsync(default);
                Assert.Equal(expected, tables.Pairs(null).Select(pair => (int?)pair.Count).SingleOrDefault());
                Assert.Equal(expected, tables.Pairs(Assert.Single(tables.Years)).Select(pair => (int?)pair.Count).SingleOrDefault());
            }
        }
    }

    /// <summary>Another process on the same database, which answers one request after another.</summary>
    private static Func<Explorer> Another(TestDatabase database)
    {
        var contexts = database.Get<IDbContextFactory<InfoStoryContext>>();
        var (library, handOffs) = (
            new LibraryIndex(contexts, database.Get<Editions>(), database.Get<IEnumerable<ILibraryFact>>(), database.Clock),
            new HandOffIndex(contexts, database.Get<Editions>(), database.Clock));
        return () => new(new(database.Get<InfoStoryContext>(), library, database.Get<LibrarySpelling>(), database.Get<IFullText>(), database.Clock), handOffs);
    }

    private static ShownChain Chain(params string?[] services) => new() { Steps = [.. services.Select(service => new ShownStep { Service = service })] };

    private static Id<Tag>? Named(string name) => name switch
    {
        "Housing" => Housing,
        "Police" => Police,
        "School" => School,
        _ => null,
    };
}
