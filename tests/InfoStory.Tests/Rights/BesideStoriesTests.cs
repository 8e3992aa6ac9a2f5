using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.CaseStudies.HereToo;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Safeguarding;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Search;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using InfoStory.Tests.Dissemination.Briefings;
using InfoStory.Tests.Dissemination.Subscribers;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Rights;

/// <summary>Every kind of write beside a story, at the very moment at which its author takes the story back or has it erased.</summary>
public sealed class BesideStoriesTests
{
    private const string Canary = "quinquereme";

    /// <summary>One kind of write: the story it is about, what it does, and what it writes.</summary>
    private sealed record Write(Func<StoryBuilder, StoryBuilder> Of, Func<TestDatabase, GivenStory, Actor, Task> Act, params Type[] Writes);

    private static readonly Dictionary<string, Write> Kinds = new(StringComparer.Ordinal)
    {
        ["contact"] = new(story => story.InReview(), (database, story, _) =>
            database.Get<ContactBook>().ChangeAsync(story.Id, new() { Email = $"{Canary}@example.org" }, default), typeof(Contact)),
        ["contact opened"] = new(story => story.InReview(), async (database, story, staff) =>
            await database.Get<ContactBook>().OpenAsync(story.Reference, ContactReason.AskTheAuthor, staff, default), typeof(HistoryEntry)),
        ["copy taken away"] =
            new(story => story.InReview(), (database, story, _) => database.Get<MyData>().DownloadedAsync(story.Id, default), typeof(HistoryEntry)),
        ["session begun"] = new(story => story.InReview(), async (database, story, _) =>
            await database.Get<AuthorSessions>().BeginAsync(story.Id, default), typeof(AuthorSession)),
        ["answer"] = new(story => story.Asked(), async (database, story, _) =>
        {
            var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);
            await database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = shown.Revision, Text = Canary }, default);
        }, typeof(Message)),
        ["permission"] = new(story => story.Published(), (database, story, _) =>
            database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.PolicyMakers], Months = 6 }, default), typeof(Consent)),
        ["note and tags"] = new(story => story.InReview(), async (database, story, staff) =>
        {
            var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
            await database.Get<Review>().SaveAsync(story.Reference, ReviewStory.Of(shown) with { Note = Canary }, staff, default);
        }, typeof(Note), typeof(StoryTag)),
        ["kept edit"] = new(story => story.InReview(), (database, story, staff) =>
            database.Get<EditDrafts>().KeepAsync(story.Reference, new() { PublicText = Canary }, staff, default), typeof(EditDraft)),
        ["form of an ended session"] = new(story => story.InReview(), (database, story, _) =>
            database.Get<KeptForms>().KeepAsync("key", new(null, story.Id), new(null, null), [1], null, default), typeof(KeptForm)),
        ["flags of the job"] = new(story => story.InReview(), (database, _, _) =>
            database.Get<Flagging>().FlagNewAsync(default), typeof(Flag), typeof(StoryShingle)),
        ["flag dismissed"] = new(story => story.InReview(), async (database, story, staff) =>
        {
            var flag = (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, staff, default)).Open[0].Key;
            var command = new DismissFlags { Flags = [flag], Why = DismissReason.Public, Remark = $"She is {Canary}." };
            await database.Get<FlagsOfStory>().DismissAsync(story.Reference, command, staff, default);
        }, typeof(Flag)),
        ["held story read"] = new(story => story.OnHold(), async (database, story, staff) =>
            await database.Get<StoryDesk>().ShowAsync(story.Reference, staff, default), typeof(HistoryEntry)),
        ["held flags read"] = new(story => story.OnHold(), async (database, story, staff) =>
            await database.Get<FlagsOfStory>().ShowAsync(story.Reference, staff, default), typeof(HistoryEntry)),
        ["case opened"] = new(story => story.OnHold(), async (database, story, staff) =>
            await database.Get<SafeguardingLane>().OpenAsync(story.Reference, staff, default), typeof(SafeguardingCase)),
        ["case written"] = new(story => story.OnHold(), async (database, story, staff) =>
        {
            var open = await database.Get<SafeguardingLane>().OpenAsync(story.Reference, staff, default);
            await database.Get<SafeguardingLane>().SaveAsync(story.Reference, new() { Revision = open.Revision, Why = Canary }, staff, default);
        }, typeof(SafeguardingCase)),
        ["news for the author"] = new(story => story.Asked(), (database, _, _) => database.Get<AuthorNotices>().WriteDueAsync(default), typeof(Letter)),
        ["case study begun"] = new(story => story.Ready(), async (database, story, staff) =>
            await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, staff, default),
            typeof(CaseStudy), typeof(CaseStudyStory), typeof(CaseStudyRevision)),
        ["picture added"] = new(story => story.Ready(), async (database, story, staff) =>
        {
            var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, staff, default);
            await database.Get<CaseStudyPictures>().AddAsync(key, new() { File = Photograph.Png(8, 8), Alt = Canary }, staff, default);
        }, typeof(CaseStudyPicture)),
        ["change promised"] = new(story => story.For(Audience.Website, Audience.NamedService).Published(), async (database, story, staff) =>
        {
            await database.Get<IServiceProvider>().ThereIsAnOrganisationAsync();
            var due = database.Clock.Today().AddDays(9);
            var promise = new PlanPromise { Organisation = PromiseBuilding.Organisation, What = Canary, Role = "Head", Due = due };
            await database.Get<Promising>().PlanAsync(story.CaseStudy, promise, staff, default);
        }, typeof(Promise), typeof(PromiseEvent)),
        ["case study put to an organisation"] = new(story => story.For(Audience.Website, Audience.NamedService).Published(), async (database, story, staff) =>
            await database.PutAsync(story, await database.OrganisationAsync(), staff), typeof(Ask), typeof(AskEvent), typeof(Delivery)),
        ["digest made"] = new(story => story.Published(), async (database, _, _) =>
        {
            await DigestAsync(database);
            await database.Get<DigestMaking>().MakeDueAsync(default);
        }, typeof(DigestItem)),
        ["digest written"] = new(story => story.Published(), async (database, _, _) =>
        {
            await DigestAsync(database);
            await database.Get<DigestMaking>().MakeDueAsync(default);
            await database.Get<DigestWriting>().WriteAsync(default);
        }, typeof(Delivery), typeof(DigestLetter)),
        ["quoted in a briefing"] = new(story => story.PublicText($"A {Canary} went by.").Published(), async (database, story, staff) =>
            await database.Get<BriefingEditing>().AddAsync(
                BriefingRoom.Form with { Studies = $"/case-studies/{story.Slug}", FirstQuote = $"A {Canary}" }, staff, default),
            typeof(BriefingPick), typeof(BriefingQuote)),
        ["given in a briefing"] = new(story => story.Published(), async (database, story, staff) =>
        {
            var briefing = await database.Get<BriefingEditing>().AddAsync(BriefingRoom.Form, staff, default);
            await database.Get<BriefingCopies>().GiveAsync(briefing, BriefingRoom.To, staff, default);
        }, typeof(Delivery)),
        ["asked whether anything changed"] = new(story => story.Published(), (database, _, _) =>
        {
            database.Clock.Advance(AskingWhatChanged.After);
            return database.Get<AskingWhatChanged>().AskDueAsync(default);
        }, typeof(ChangeQuestion)),
        ["what changed"] = new(story => story.Published(), async (database, story, _) =>
        {
            database.Clock.Advance(AskingWhatChanged.After);
            await database.Get<AskingWhatChanged>().AskDueAsync(default);
            await database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = Canary }, default);
        }, typeof(Message)),
        ["answer of an organisation"] = new(story => story.For(Audience.Website, Audience.NamedService).Published(), async (database, story, staff) =>
        {
            var ask = await database.PutAsync(story, await database.OrganisationAsync(), staff);
            await database.Get<ResponseDesk>().EnterAsync(
                ask, new() { Understood = Canary, WillDo = Canary, Role = "Head" }, staff, default);
        }, typeof(Response), typeof(ResponseShingle)),
        ["question of an organisation"] = new(story => story.For(Audience.Website, Audience.NamedService).Published(), async (database, story, staff) =>
        {
            var kent = await database.OrganisationAsync();
            var ask = await database.PutAsync(story, kent, staff);
            var ann = await database.SeatAsync("ann@kent.example", kent);
            await database.Get<TellingTeam>().TellAsync(ann, ask, new() { Kind = AskEventKind.Question, Words = Canary }, default);
        }, typeof(ResponderNote)),
        ["tap of a reader"] = new(story => story.Published(), (database, story, _) =>
            database.Get<HappensHereToo>().TapAsync(story.CaseStudy), typeof(Tap)),
    };

    /// <summary>What is written only together with something that has a revision of its own, which whoever takes the story back changes too.</summary>
    private static readonly Type[] WithAnother =
    [
        typeof(Story), typeof(Draft), typeof(BulkAct), typeof(CaseStudyTag), typeof(SearchText), typeof(FormerAddress), typeof(Recall), typeof(FixedTap),
        typeof(PromiseReport),
    ];

    public static TheoryData<string, bool> Races()
    {
        var races = new TheoryData<string, bool>();
        foreach (var kind in Kinds.Keys)
        {
            races.Add(kind, false);
            races.Add(kind, true);
        }

        return races;
    }

    [Theory]
    [MemberData(nameof(Races))]
    public async Task Nothing_is_left_of_what_is_written_while_a_story_is_taken_back_or_erased(string kind, bool erases)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (story, staff) = await GivenAsync(database, Kinds[kind]);
        var isDone = false;
        // Who changes a permission holds the story from the first statement: whoever takes it back waits until they are through.
        using (var meanwhile = new Meanwhile(database.File, "FROM \"Stories\"", () => EndAsync(database, story, erases)) { Waits = kind != "permission" })
        {
            await Record.ExceptionAsync(() => Kinds[kind].Act(database, story, staff));
            isDone = meanwhile.IsDone;
            await meanwhile.Done;
        }

        if (!isDone) await EndAsync(database, story, erases);
        await NothingIsLeftAsync(database, story, erases);
    }

    [Theory]
    [MemberData(nameof(Races))]
    public async Task Nobody_writes_beside_a_story_from_the_first_thing_that_is_forgotten_to_the_last(string kind, bool erases)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (story, staff) = await GivenAsync(database, Kinds[kind]);
        using var meanwhile = new Meanwhile(database.File, "FROM \"Contacts\"", () => Record.ExceptionAsync(() => Kinds[kind].Act(database, story, staff)))
        {
            Waits = false,
        };

        await EndAsync(database, story, erases);

        Assert.True(meanwhile.IsDone);
        await meanwhile.Done;
        await NothingIsLeftAsync(database, story, erases);
    }

    [Fact]
    public async Task Every_entity_that_has_the_key_of_a_story_is_among_the_kinds()
    {
        await using var database = await TestDatabase.NewAsync();
        var held = database.Get<IEnumerable<IPersonalDataHolder>>().SelectMany(room => room.Entities);

        Assert.Equal(
            held.Select(type => type.Name).Order(),
            Kinds.Values.SelectMany(kind => kind.Writes).Concat(WithAnother).Select(type => type.Name).Distinct().Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_hangs_up_while_a_story_is_forgotten_leaves_it_whole_or_gone(bool erases)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (story, _) = await GivenAsync(database, Kinds["contact"]);
        using var hangsUp = new CancellationTokenSource();
        using (new Meanwhile(database.File, "DELETE FROM \"Contacts\"", hangsUp.CancelAsync))
        {
            await Record.ExceptionAsync(() => erases
                ? database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, hangsUp.Token)
                : database.Get<Withdrawal>().WithdrawAsync(story.Id, hangsUp.Token));
        }

        Assert.True(hangsUp.IsCancellationRequested);
        var db = database.Get<InfoStoryContext>();
        Assert.Equal(
            await db.Set<Contact>().AnyAsync(contact => contact.Key == story.Secret.Hash),
            await db.Stories.AnyAsync(one => one.Id == story.Id && one.State != StoryState.Withdrawn));
        await EndAsync(database, story, erases);
        await NothingIsLeftAsync(database, story, erases);
    }

    [Fact]
    public async Task Clearing_a_draft_takes_its_contact_with_it_and_leaves_that_of_a_story_that_was_sent()
    {
        await using var database = await TestDatabase.NewAsync();
        var (cleared, sent) = (await database.DraftAsync(A.Story()), await database.Given(A.Story()));
        var db = database.Get<InfoStoryContext>();
        await SetContactAsync(database, cleared.Hash);
        await SetContactAsync(database, sent.Secret.Hash);

        await database.Get<ContactBook>().ClearAsync(cleared, default);
        await database.Get<ContactBook>().ClearAsync(sent.Secret, default);

        Assert.Equal([sent.Secret.Hash], await db.Set<Contact>().Select(contact => contact.Key).ToListAsync());
        await Assert.ThrowsAsync<ConflictException>(() => SetContactAsync(database, cleared.Hash));
    }

    /// <summary>There is somebody to read a digest of what was published, which goes out by itself.</summary>
    private static async Task DigestAsync(TestDatabase database)
    {
        var (db, before) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow.AddDays(-1));
        await database.ConfirmedAsync("reader@example.org", Rhythm.AtOnce, SubscriberAudience.Public);
        await db.Subscribers.ExecuteUpdateAsync(set => set.SetProperty(one => one.ConfirmedAt, before));
        await db.DigestLists.ExecuteUpdateAsync(
            set => set.SetProperty(list => list.CoveredTo, before).SetProperty(list => list.LookedAt, before).SetProperty(list => list.IsAutomatic, true));
        database.Clock.Advance(DigestTimes.Settles);
    }

    private static async Task<(GivenStory Story, Actor Staff)> GivenAsync(TestDatabase database, Write kind)
    {
        var story = await database.Given(kind.Of(A.Story().Told($"Joan {Canary} rang me on 0161 496 0000.")));
        await SetContactAsync(database, story.Secret.Hash);
        var db = database.Get<InfoStoryContext>();
        var staff = new StaffMember { UserName = "typist@example.org", Roles = Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead };
        db.Add(staff);
        await db.SaveChangesAsync();
        return (story, new(staff.Id, staff.UserName, staff.Roles));
    }

    /// <summary>A contact that waits for a notice.</summary>
    private static async Task SetContactAsync(TestDatabase database, string key)
    {
        var (db, seal) = (database.Get<InfoStoryContext>(), database.Get<ContactSeal>());
        db.Add(new Contact { Key = key, Sealed = seal.Close(new($"{Canary}@example.org", null)), NoticeDueAt = database.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
    }

    private static Task EndAsync(TestDatabase database, GivenStory story, bool erases) => erases
        ? database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default)
        : database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

    private static async Task NothingIsLeftAsync(TestDatabase database, GivenStory story, bool erases)
    {
        var (db, left) = (database.Get<InfoStoryContext>(), await database.DumpAsync());
        Assert.DoesNotContain(Canary, left, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await db.Set<Contact>().Select(contact => contact.Key).ToListAsync());
        Assert.Empty(await db.Set<Letter>().Where(letter => letter.ContactKey != null).ToListAsync());
        Assert.Empty(await db.Messages.ToListAsync());
        Assert.Empty(await db.HereTooTaps.ToListAsync());
        Assert.Empty(await db.ChangeQuestions.ToListAsync());
        Assert.Empty(await db.Notes.ToListAsync());
        Assert.Empty(await db.Flags.ToListAsync());
        Assert.Empty(await db.Set<StoryShingle>().ToListAsync());
        Assert.Empty(await db.Set<EditDraft>().ToListAsync());
        Assert.Empty(await db.Set<KeptForm>().ToListAsync());
        Assert.Empty(await db.Set<CaseStudyStory>().Where(drawn => drawn.Story!.State != StoryState.Withdrawn).ToListAsync());
        Assert.False(await db.Set<Consent>().AnyAsync(consent => consent.WithdrawnAt == null));
        if (!erases) return;

        Assert.DoesNotContain(story.Reference, left, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Secret.Hash, left, StringComparison.Ordinal);
        Assert.Empty(await db.Set<AuthorSession>().ToListAsync());
    }
}
