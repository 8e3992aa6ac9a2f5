using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Tests.Moderation.Queue;

/// <summary>What is in which part of the queue, for whom.</summary>
public sealed class QueueLanesTests
{
    [Fact]
    public async Task Every_story_that_waits_is_in_the_lane_of_whoever_must_go_on()
    {
        await using var database = await TestDatabase.NewAsync();
        var received = await database.Given(A.Story());
        var asked = await database.Given(A.Story().Asked());
        var held = await database.Given(A.Story().OnHold());
        var ready = await database.Given(A.Story().Ready());
        await database.Given(A.Story().Ready().NotForWebsite());
        foreach (var state in new[] { StoryState.Published, StoryState.Declined, StoryState.Withdrawn }) await database.Given(A.Story().In(state));
        Task<IReadOnlyList<string>> InAsync(Lane lane, Actor actor) => ListAsync(database, new() { Lane = lane }, actor);

        Assert.Equal([received.Reference], await InAsync(Lane.Someone, A.Moderator()));
        Assert.Equal([asked.Reference], await InAsync(Lane.Author, A.Moderator()));
        Assert.Equal([held.Reference], await InAsync(Lane.Held, A.Moderator()));
        Assert.Empty(await InAsync(Lane.Me, A.Moderator()));
        Assert.Equal([held.Reference], await InAsync(Lane.Me, A.SafeguardingLead()));
        Assert.Equal([ready.Reference], await InAsync(Lane.Me, A.Publisher()));
        Assert.Equal(2, (await InAsync(Lane.Mine, A.Moderator())).Except([asked.Reference]).Count());
    }

    [Fact]
    public async Task A_story_that_needs_a_lead_as_its_second_person_needs_every_lead()
    {
        await using var database = await TestDatabase.NewAsync();
        var grave = await database.Given(A.Story().Scored(Criticality.SeriousHarm).Ready());

        var needs = await ListAsync(database, new() { Lane = Lane.Me }, A.SafeguardingLead());

        Assert.Equal([grave.Reference], needs);
    }

    [Fact]
    public async Task Every_filter_finds_what_it_names_and_nothing_else()
    {
        await using var database = await TestDatabase.NewAsync();
        var one = await database.Given(A.Story().About("Housing", "Leeds").Tagged("Repeating my story")
            .Kind(StoryKind.StillWaiting).Scored(Criticality.Wasted).InReview());
        await database.Given(A.Story().About("Police", "Cornwall").Kind(StoryKind.Worked).InReview());
        var (tags, places) = (await database.Get<TagCatalogue>().AllAsync(default), await database.Get<PlaceCatalogue>().AllAsync(default));
        var lane = new QueueFilter { Lane = Lane.Mine };

        foreach (var filter in new[]
        {
            lane with { Service = tags.Single(tag => tag.Name == "Housing").Id }, lane with { Tag = tags.Single(tag => tag.Name == "Repeating my story").Id },
            lane with { Place = places.Single(place => place.Name == "Leeds").Id },
            lane with { Kind = StoryKind.StillWaiting }, lane with { Criticality = Criticality.Wasted },
        })
        {
            Assert.Equal([one.Reference], await ListAsync(database, filter, A.Moderator()));
            Assert.Equal(1, await database.Get<StoryQueue>().CountAsync(filter, A.Moderator(), default));
        }

        Assert.Equal(2, (await ListAsync(database, lane with { Channel = Channel.Website }, A.Moderator())).Count);
        Assert.Empty(await ListAsync(database, lane with { Channel = Channel.Paper }, A.Moderator()));
    }

    [Theory]
    [InlineData("kettle")]
    [InlineData("KETTLES rang")]
    [InlineData("\"the kettle\" told")]
    [InlineData("kett")]
    [InlineData("bicycle")]
    [InlineData("harbour lights")]
    public async Task Words_find_what_was_told_and_what_is_written_beside_it(string words)
    {
        await using var database = await TestDatabase.NewAsync();
        var one = await database.Given(A.Story().Told("I told them of the kettle and rang again.")
            .Titled("Harbour lights").PublicText("A worker rang about a bicycle.").InReview());
        await database.Given(A.Story().InReview());

        Assert.Equal([one.Reference], await ListAsync(database, new() { Lane = Lane.Mine, Words = words }, A.Moderator()));
        Assert.Equal(1, await database.Get<StoryQueue>().CountAsync(new() { Lane = Lane.Mine, Words = words }, A.Moderator(), default));
        Assert.Empty(await ListAsync(database, new() { Lane = Lane.Author, Words = words }, A.Moderator()));
    }

    [Fact]
    public async Task A_reference_finds_its_story_and_signs_alone_find_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var one = await database.Given(A.Story().InReview());
        await database.Given(A.Story().InReview());

        Assert.Equal([one.Reference], await ListAsync(database, new() { Lane = Lane.Mine, Words = $" {one.Reference.ToLowerInvariant()}" }, A.Moderator()));
        Assert.Equal(
            [one.Reference],
            await ListAsync(database, new() { Lane = Lane.Mine, Words = one.Reference.Replace("-", "", StringComparison.Ordinal) }, A.Moderator()));
        Assert.Empty(await ListAsync(database, new() { Lane = Lane.Mine, Words = "*** ..." }, A.Moderator()));
    }

    [Fact]
    public async Task What_is_on_hold_is_found_by_its_words_and_flags_only_by_those_who_may_read_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var held = await database.Given(A.Story().Told("The kettle. Ring me on 07700 900123.").OnHold());
        await database.Get<Flagging>().FlagNewAsync(default);
        var (words, flag) = (new QueueFilter { Lane = Lane.Held, Words = "kettle" }, new QueueFilter { Lane = Lane.Held, Flag = FlagKind.Identity });

        foreach (var filter in new[] { words, flag })
        {
            Assert.Empty(await ListAsync(database, filter, A.Moderator()));
            Assert.Equal(0, await database.Get<StoryQueue>().CountAsync(filter, A.Moderator(), default));
            Assert.Equal([held.Reference], await ListAsync(database, filter, A.SafeguardingLead()));
        }
    }

    [Fact]
    public async Task Words_follow_what_is_edited_and_go_with_what_is_taken_back_or_erased()
    {
        await using var database = await TestDatabase.NewAsync();
        var (back, gone) = (await database.Given(A.Story().Told("The kettle.").PublicText("A bicycle.").InReview()),
            await database.Given(A.Story().Told("The kettle.").InReview()));
        Task<int> FoundAsync(string words) => database.Get<StoryQueue>().CountAsync(new() { Lane = Lane.Mine, Words = words }, A.Moderator(), default);
        Assert.Equal(2, await FoundAsync("kettle"));

        await database.Get<Review>().SaveAsync(back.Reference, new() { Revision = 2, PublicText = "A tricycle." }, A.Moderator(), default);

        Assert.Equal((0, 1), (await FoundAsync("bicycle"), await FoundAsync("tricycle")));
        await database.Get<Withdrawal>().WithdrawAsync(back.Id, default);
        await database.Get<Withdrawal>().EraseAsync(gone.Id, default);
        var everywhere = Enum.GetValues<StoryState>().Select(state => new QueueFilter { State = state, Words = "kettle" });
        foreach (var filter in everywhere) Assert.Equal(0, await database.Get<StoryQueue>().CountAsync(filter, A.SafeguardingLead(), default));
    }

    [Fact]
    public async Task An_author_who_answers_puts_the_story_behind_those_that_waited_meanwhile()
    {
        await using var database = await TestDatabase.NewAsync();
        var asked = await database.Given(A.Story().Asked());
        database.Clock.Advance(TimeSpan.FromDays(2));
        var other = await database.Given(A.Story().InReview());
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.Get<MyStory>().AnswerAsync(
            asked.Id, new() { Revision = (await database.Get<StoryDesk>().ShowAsync(asked.Reference, default)).Revision, Text = "In May." }, default);

        var mine = await ListAsync(database, new() { Lane = Lane.Mine }, A.Moderator());

        Assert.Equal([other.Reference, asked.Reference], mine);
    }

    [Fact]
    public async Task From_every_story_a_way_leads_to_the_next_and_back()
    {
        await using var database = await TestDatabase.NewAsync();
        List<string> references = [];
        for (var number = 0; number < 3; number++) references.Add((await database.Given(A.Story())).Reference);
        Task<string?> BesideAsync(int number, bool before) =>
            database.Get<StoryQueue>().BesideAsync(new() { Lane = Lane.Someone }, A.Moderator(), references[number], before, default);

        Assert.Equal(
            (references[1], references[2], null),
            (await BesideAsync(0, before: false), await BesideAsync(1, before: false), await BesideAsync(2, before: false)));
        Assert.Equal(
            (null, references[0], references[1]), (await BesideAsync(0, before: true), await BesideAsync(1, before: true), await BesideAsync(2, before: true)));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<StoryQueue>().BesideAsync(new(), A.Moderator(), "IS-NONE-00", before: true, default));
    }

    [Fact]
    public async Task A_list_says_what_a_story_is_about_before_anyone_reads_it_and_shows_no_title_of_a_story_on_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Told("My sister died and nobody told the ward."));
        await database.Given(A.Story().Titled("A title that says too much").OnHold());
        var queue = database.Get<StoryQueue>();

        var (received, held) = ((await queue.ListAsync(new() { Lane = Lane.Someone }, A.Moderator(), null, default)).Rows.Single(),
            (await queue.ListAsync(new() { Lane = Lane.Held }, A.Moderator(), null, default)).Rows.Single());

        Assert.Equal([InfoStory.Stories.Safety.ContentNote.Bereavement], received.ContentNotes);
        Assert.Null(held.PublicTitle);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(TestDatabase database, QueueFilter filter, Actor actor) =>
        [.. (await database.Get<StoryQueue>().ListAsync(filter, actor, null, default)).Rows.Select(row => row.Reference)];
}
