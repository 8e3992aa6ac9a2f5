using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Moderation.Safeguarding;
using InfoStory.Protection.Flags;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using InfoStory.Stories.Safety;
using InfoStory.Tests.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Authors;

/// <summary>Whatever the author of a story writes after it was sent is read for danger as the story was.</summary>
public sealed class WrittenLaterTests
{
    private const string Danger = "He has gone for the coal shovel and I am going to kill myself tonight.";

    /// <summary>Every verb that takes words from somebody without an account, and why nobody is in danger by it.</summary>
    private static readonly Dictionary<string, string> Doors = new(StringComparer.Ordinal)
    {
        ["MyStory.AnswerAsync(AnswerQuestion)"] = "read when it is written",
        ["MyStory.AskForChangeAsync(AskForChange)"] = "read when it is written",
        ["LaterAnswers.AnswerAsync(AnswerLater)"] = "read when it is written",
        ["WhatChanged.TellAsync(TellWhatChanged)"] = "read when it is written",
        ["AfterPublication.TellWhatChangedAsync(TellWhatChanged)"] = "read when it is written",
        ["Drafts.SaveAsync(T)"] = "read when it is sent",
        ["ContactBook.LeaveAsync(LeaveContact)"] = "an address and a number, and nothing else passes its rules",
        ["ContactBook.ChangeAsync(LeaveContact)"] = "an address and a number, and nothing else passes its rules",
        ["StorySender.SendAsync(DraftAnswers)"] = "read when it is sent",
        ["KeptForms.KeepAsync(FormSubject)"] = "the words wait, sealed, and are read when they are sent",
        ["MyStory.OpenAsync(EnterReceipt)"] = "six words of a list, kept nowhere",
    };

    public static TheoryData<string> Ways => new("an answer", "a change of the public text", "a change of the case study", "one more answer");

    public static TheoryData<string> Messages => new("an answer", "a change of the public text", "a change of the case study");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Words_of_danger_open_a_case_in_the_save_that_keeps_them(string way)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddLeadAsync();
        var story = await WaitingAsync(database, way);

        await WriteAsync(database, story, way, Danger);

        var desk = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal((StoryState.OnHold, SafeguardingLevel.ImmediateDanger), (desk.State, desk.Safeguarding));
        Assert.Equal(HistoryAct.PutOnHold, desk.History[^1].Act);
        Assert.Contains(ContentNote.SelfHarm, desk.ContentNotes);
        var row = Assert.Single((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);
        Assert.Equal((story.Reference, true, 15), (row.Reference, row.IsInDanger, row.MinutesLeft(database.Clock.UtcNow)));
        Assert.Equal(1, await database.Get<LeadNotices>().WriteDueAsync(default));
        var opened = (await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default)).Story;
        Assert.Contains(Danger, opened.Messages.Select(message => message.Text).Concat(opened.Answers.OwnWords));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Leads_find_them_by_word_by_flag_and_in_the_flags_of_the_story(string way)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, lead) = (await WaitingAsync(database, way), A.SafeguardingLead());
        await database.Get<Flagging>().FlagNewAsync(default);

        await WriteAsync(database, story, way, Danger);

        foreach (var filter in (QueueFilter[])[new() { Words = "shovel" }, new() { Words = "\"coal shovel\"" }, new() { Flag = FlagKind.Safeguarding }])
        {
            var found = await database.Get<StoryQueue>().ListAsync(filter with { State = StoryState.OnHold }, lead, null, default);
            Assert.Equal(story.Reference, Assert.Single(found.Rows).Reference);
        }

        Assert.Empty((await database.Get<StoryQueue>().ListAsync(new() { State = StoryState.OnHold, Words = "hovel" }, lead, null, default)).Rows);
        var flags = await database.Get<FlagsOfStory>().ShowAsync(story.Reference, lead, default);
        Assert.Contains(flags.Open, flag => flag.Kind == FlagKind.Safeguarding && flag.Words.Contains("kill myself", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Words_without_danger_change_nothing_of_that(string way)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await WaitingAsync(database, way);

        await WriteAsync(database, story, way, "It was in May, and the wait was killing me.");

        Assert.NotEqual(StoryState.OnHold, (await database.Get<MyStory>().ShowAsync(story.Id, default)).State);
        Assert.Empty((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);
    }

    [Fact]
    public async Task A_story_that_the_job_has_not_looked_at_yet_is_flagged_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await WaitingAsync(database, "an answer");

        await WriteAsync(database, story, "an answer", Danger);
        await database.Get<Flagging>().FlagNewAsync(default);

        Assert.NotNull((await database.Get<InfoStoryContext>().Stories.AsNoTracking().SingleAsync(one => one.Id == story.Id)).FlaggedAt);
    }

    [Fact]
    public async Task An_open_case_is_heightened_and_its_leads_are_told_anew()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddLeadAsync();
        var story = await database.Given(A.Story().OnHold());
        await database.Get<LeadNotices>().WriteDueAsync(default);
        await database.Get<SafeguardingLane>().OpenAsync(story.Reference, A.SafeguardingLead(), default);
        var review = database.Get<Review>();
        var revision = await RevisionAsync(database, story);
        await review.TakeOffHoldAsync(story.Reference, new() { Revision = revision }, A.SafeguardingLead(), default);
        revision = await RevisionAsync(database, story);
        await review.AskAsync(story.Reference, new() { Revision = revision, Question = "Is she safe?" }, A.Moderator(), default);
        database.Clock.Advance(TimeSpan.FromHours(2));

        await WriteAsync(database, story, "an answer", Danger);

        var row = Assert.Single((await database.Get<SafeguardingLane>().ListAsync(null, A.SafeguardingLead(), default)).Rows);
        Assert.Equal((true, 15, null), (row.IsInDanger, row.MinutesLeft(database.Clock.UtcNow), row.OpenedBy));
        Assert.Equal(1, await database.Get<LeadNotices>().WriteDueAsync(default));
    }

    [Fact]
    public async Task Danger_that_was_dismissed_and_is_written_again_is_open_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await WaitingAsync(database, "an answer");
        await WriteAsync(database, story, "an answer", Danger);
        var db = database.Get<InfoStoryContext>();
        foreach (var flag in await db.Flags.ToListAsync()) flag.Dismiss(DismissReason.Dealt, null, A.SafeguardingLead(), database.Clock.UtcNow);
        await db.SaveChangesAsync();
        await database.Get<Review>().TakeOffHoldAsync(
            story.Reference, new() { Revision = await RevisionAsync(database, story) }, A.SafeguardingLead(), default);
        await database.Get<Review>().AskAsync(
            story.Reference, new() { Revision = await RevisionAsync(database, story), Question = "And now?" }, A.Moderator(), default);

        await WriteAsync(database, story, "an answer", "Still. I am going to kill myself tonight.");

        Assert.Contains(await db.Flags.AsNoTracking().ToListAsync(), flag => flag is { Kind: FlagKind.Safeguarding, DismissedAt: null });
    }

    [Fact]
    public void Every_verb_by_which_words_of_somebody_without_an_account_reach_us_is_known()
    {
        string[] rooms = ["Sharing", "Authors", "Rights", "Contacts"];
        var found = typeof(MyStory).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsClass: true } && rooms.Contains(type.Namespace!.Split('.')[^1], StringComparer.Ordinal))
            .SelectMany(type => type.GetMethods().Where(method => method.DeclaringType == type && method.ReturnType.IsAssignableTo(typeof(Task))))
            .Where(method => method.GetParameters().All(given => given.ParameterType != typeof(Actor)))
            .SelectMany(method => method.GetParameters()
                .Where(given => given.ParameterType != typeof(StoryKeys)).Where(given => given.ParameterType.IsGenericParameter
                    || given.ParameterType.GetProperties().Any(part => part.SetMethod is { IsPublic: true }
                        && (part.PropertyType == typeof(string) || part.PropertyType.IsAssignableTo(typeof(IAnswer)))))
                .Select(given => $"{method.DeclaringType!.Name}.{method.Name}({given.ParameterType.Name})"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(found.Except(Doors.Keys).Select(door => $"{door} takes words, and nobody has said who reads them for danger"));
        Assert.Empty(Doors.Keys.Except(found).Select(door => $"{door} is known and is not there"));
    }

    private static Task<GivenStory> WaitingAsync(TestDatabase database, string way) => database.Given(way switch
    {
        "an answer" => A.Story().Asked(),
        "a change of the public text" => A.Story().WithAuthor(),
        "one more answer" => A.Story(),
        _ => A.Story().SentToAuthor(),
    });

    private static async Task WriteAsync(TestDatabase database, GivenStory story, string way, string words)
    {
        if (way == "one more answer")
        {
            var kept = (await database.Get<LaterAnswers>().ShowAsync(story.Id, default)).Answers;
            var seen = LaterAnswers.SeenOf(AnswerLater.Of(AnswerLater.OfMissing, kept));
            await database.Get<LaterAnswers>()
                .AnswerAsync(story.Id, new() { Question = AnswerLater.OfMissing, Missing = new() { Needed = words } }, seen, default);
            return;
        }

        var (mine, revision) = (database.Get<MyStory>(), await RevisionAsync(database, story));
        await (way == "an answer"
            ? mine.AnswerAsync(story.Id, new() { Revision = revision, Text = words }, default)
            : mine.AskForChangeAsync(story.Id, new() { Revision = revision, Text = words }, default));
    }

    private static async Task<int> RevisionAsync(TestDatabase database, GivenStory story) =>
        (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
}
