using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Safeguarding;
using InfoStory.People;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Life;

/// <summary>Something that somebody does to the story, and what the model says to it.</summary>
internal sealed record Act(string Name, Func<Model, bool> Expected, Func<Task> DoAsync)
{
    /// <summary>The name without who and how.</summary>
    public string Kind => char.IsDigit(Name[0]) ? "wait" : Name.Split([" by ", " with "], StringSplitOptions.None)[0];
}

/// <summary>Where a story stands, as the program has it.</summary>
internal sealed record Stand(
    StoryState State, AuthorTurn? Turn, bool IsPublic, Criticality? Score, string? ClaimedBy,
    bool Seconded, DateTime? Notice, bool CaseOpen, Waits Waits, int Revision, int History);

/// <summary>Everybody who can do something to one story, each with what they see of it at that moment.</summary>
internal sealed class Hands
{
    private const string Title = "A title", Text = "A text.";

    /// <summary>Every kind of act there is, in order.</summary>
    public static readonly string[] Kinds =
    [
        "answer", "approve", "ask", "ask for a change", "begin a case study", "claim",
        "close the case", "decline", "decline as spam and undo", "end permission", "give permission",
        "hold", "let go", "notice", "pass on", "publish more than the public text",
        "publish the public text", "save", "save the case study", "score", "second", "send the case study to the author", "sign off",
        "tag among many", "take back", "take down", "take off hold", "wait",
    ];

    private static readonly Criticality[] Scores = Enum.GetValues<Criticality>();

    private readonly TestDatabase database;
    private readonly GivenStory story;
    private readonly Actor colleague;
    private readonly Id<Tag> tag;
    private int given;

    private Hands(TestDatabase database, GivenStory story, Actor colleague, Id<Tag> tag) =>
        (this.database, this.story, this.colleague, this.tag) = (database, story, colleague, tag);

    public static async Task<Hands> OfAsync(TestDatabase database, GivenStory story)
    {
        var db = database.Get<InfoStoryContext>();
        var staff = await db.Staff.FirstOrDefaultAsync();
        if (staff is null)
        {
            db.Add(staff = new() { UserName = "colleague@example.org", Roles = Roles.Moderator });
            await db.SaveChangesAsync();
        }

        return new(database, story, new(staff.Id, staff.UserName!, staff.Roles), (await database.Get<TagCatalogue>().InAsync(Facet.Barrier, default))[0].Id);
    }

    /// <summary>The revision that everybody has on the screen; null where each looks at the story at once before they act.</summary>
    public int? Seen { get; set; }

    /// <summary>Any act, by anybody.</summary>
    public Act Any(Random dice, DateTime now)
    {
        Actor[] team = [A.Moderator(), A.Publisher(), A.SafeguardingLead(), colleague];
        var acts = All(team[dice.Next(team.Length)], Scores[dice.Next(Scores.Length)], now, dice.Next(1, 40));
        // Seldom, or no story would live long enough to be published.
        return dice.Next(500) == 0 ? acts[^1] : acts[dice.Next(acts.Count - 1)];
    }

    /// <summary>An act of this kind, by this person; what is scored is scored 1.</summary>
    public Act By(Actor actor, string kind, DateTime now) => All(actor, Criticality.Friction, now, hours: 1).Single(act => act.Kind == kind);

    /// <summary>Every act there is, by one person of the team or by the author, who takes it back last.</summary>
    public IReadOnlyList<Act> All(Actor actor, Criticality score, DateTime now, int hours) =>
    [
        new($"claim by {actor.Name}", model => model.Claim(actor),
            async () => await database.Get<Review>().ClaimAsync(story.Reference, await RevisionAsync(), actor, default)),
        new("pass on", model => model.Pass(colleague.Name),
            async () => await database.Get<Claims>().PassAsync(story.Reference, await RevisionAsync(), colleague.StaffId!.Value, actor, default)),
        new("let go", model => model.Release(), async () => await database.Get<Claims>().ReleaseAsync(story.Reference, await RevisionAsync(), actor, default)),
        new($"save with {score}", model => model.Save(score, actor),
            async () => await database.Get<Review>().SaveAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"ask with {score}", model => model.Ask(score, actor),
            async () => await database.Get<Review>().AskAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"approve with {score}", model => model.Approve(score, actor),
            async () => await database.Get<Review>().ApproveAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"decline by {actor.Name} with {score}", model => model.Decline(score, actor),
            async () => await database.Get<Review>().DeclineAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"hold with {score}", model => model.Hold(score, actor),
            async () => await database.Get<Review>().HoldAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"take off hold by {actor.Name}", model => model.TakeOffHold(actor),
            async () => await database.Get<Review>().TakeOffHoldAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"close the case by {actor.Name}", model => model.CloseCase(actor), () => CloseAsync(actor)),
        new($"score by {actor.Name} with {score}", model => model.ScoreIt(score, actor),
            async () => await database.Get<Scoring>().ScoreAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"second by {actor.Name}", model => model.Second(actor),
            async () => await database.Get<Scoring>().SecondAsync(story.Reference, await FormAsync(score), actor, default)),
        new($"notice by {actor.Name}", model => model.GiveNotice(actor, now),
            async () => await database.Get<Scoring>().GiveNoticeAsync(story.Reference, await FormAsync(score), actor, default)),
        new("tag among many", model => model.Tag(A.Moderator()), () => ManyAsync(BulkKind.Tag, undo: false)),
        new("decline as spam and undo", model => model.DeclineAndUndo(), () => ManyAsync(BulkKind.DeclineAsSpam, undo: true)),
        new("answer", model => model.Answer(),
            async () => await database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = await RevisionAsync(), Text = $"In May {now:O}." }, default)),
        new("sign off", model => model.SignOff(), SignOffAsync),
        new("ask for a change", model => model.AskForChange(), async () => await database.Get<MyStory>()
            .AskForChangeAsync(story.Id, new() { Revision = await RevisionAsync(), Text = $"Leave it out {now:O}." }, default)),
        new("give permission", model => model.Permit(true),
            // The same again is no change, so each time is another.
            () => database.Get<Permissions>().ChangeAsync(
                story.Id, new() { Audiences = [Audience.Website], Months = Consent.Lengths[given++ % Consent.Lengths.Count] }, default)),
        new("end permission", model => model.Permit(false), () => database.Get<Permissions>().ChangeAsync(story.Id, new() { Nobody = true }, default)),
        new($"begin a case study by {actor.Name}", model => !model.HasStudy && model.Start(actor),
            async () => await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, actor, default)),
        new($"send the case study to the author by {actor.Name}", model => model.SendToAuthor(actor), async () =>
            await StudyAsync(async (editing, key, revision) => await editing.SendToAuthorAsync(key, Study(revision, more: true), actor, default))),
        new($"publish the public text by {actor.Name}", model => model.Publish(actor, more: false, now),
            () => StudyAsync(async (editing, key, revision) => await editing.PublishAsync(key, Study(revision, more: false), actor, default))),
        new($"publish more than the public text by {actor.Name}", model => model.Publish(actor, more: true, now),
            () => StudyAsync(async (editing, key, revision) => await editing.PublishAsync(key, Study(revision, more: true), actor, default))),
        new($"save the case study by {actor.Name}", model => model.SaveStudy(actor, now),
            () => StudyAsync((editing, key, revision) => editing.SaveAsync(key, Study(revision, more: false), actor, default))),
        new($"take down by {actor.Name}", model => model.TakeDown(actor),
            () => StudyAsync((editing, key, revision) => editing.TakeDownAsync(key, Study(revision, more: false), actor, default))),
        new($"{hours} hours later", _ => false, () => Task.Run(() => database.Clock.Advance(TimeSpan.FromHours(hours)))),
        new("take back", model => model.State != StoryState.Withdrawn && model.TakeBack(), () => database.Get<Withdrawal>().WithdrawAsync(story.Id, default)),
    ];

    /// <summary>Does it, or is refused in one of the ways in which the service refuses.</summary>
    public static async Task TryAsync(Act act)
    {
        try
        {
            await act.DoAsync();
        }
        catch (Exception refused) when (refused is ConflictException or ForbiddenException or NotFoundException or ValidationException)
        {
            // The story, looked at afterwards, tells whether it was right.
        }
    }

    public async Task<Stand> StandAsync()
    {
        var db = database.Get<InfoStoryContext>();
        var now = await db.Stories.AsNoTracking().SingleAsync(one => one.Id == story.Id);
        var open = await db.SafeguardingCases.AnyAsync(one => one.StoryId == story.Id && one.ClosedAt == null);
        var isPublic = await database.Get<Library>().FindByStoryAsync(story.Id, default) is not null;
        return new(
            now.State, now.Turn, isPublic, now.Criticality, now.ClaimedBy, now.SecondedAt is not null, now.NoticeGivenAt, open, now.Waits,
            now.Revision, await db.History.CountAsync(entry => entry.Subject == story.Reference));
    }

    private async Task<int> RevisionAsync() => Seen ?? (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;

    private async Task<ReviewStory> FormAsync(Criticality score) => new()
    {
        Revision = await RevisionAsync(),
        PublicTitle = Title,
        PublicText = Text,
        Kind = StoryKind.Failed,
        Criticality = score,
        Question = "When?",
        Reason = "Because.",
        Note = "A note.",
        NotAsTold = true,
    };

    private static EditCaseStudy Study(int revision, bool more) =>
        new EditCaseStudy { Revision = revision, Title = Title, Summary = Text, TheStory = Text, NotYetFixed = more ? "The telephone." : null }.Answered();

    private async Task CloseAsync(Actor actor)
    {
        var lane = database.Get<SafeguardingLane>();
        var found = await lane.OpenAsync(story.Reference, actor, default);
        await lane.CloseAsync(story.Reference, new()
        {
            Revision = found.Revision,
            Rules = [.. Enum.GetValues<GoldenRule>()],
            Decision = SafeguardingDecision.NothingToShare,
            Why = "Nobody is at risk."
        }, actor, default);
    }

    private async Task ManyAsync(BulkKind kind, bool undo)
    {
        var (bulk, actor) = (database.Get<BulkActions>(), A.Moderator());
        var act = await bulk.DoAsync(new() { Act = kind, Tag = tag, Stories = [new(story.Reference, await RevisionAsync())] }, actor, default);
        if (undo) await database.Get<BulkActions>().UndoAsync(act, actor, default);
    }

    private async Task SignOffAsync()
    {
        var signingOff = database.Get<SigningOff>();
        var words = (await signingOff.ShowAsync(story.Id, default))?.Words;
        await signingOff.SignOffAsync(story.Id, await RevisionAsync(), words, default);
    }

    private async Task StudyAsync(Func<CaseStudyEditing, Id<CaseStudy>, int, Task> act)
    {
        var key = await database.Get<InfoStoryContext>().CaseStudies.Where(study => study.Stories.Any(drawn => drawn.StoryId == story.Id))
            .Select(study => (Id<CaseStudy>?)study.Id).FirstOrDefaultAsync();
        if (key is not { } begun) return;

        await act(database.Get<CaseStudyEditing>(), begun, (await database.Get<CaseStudyEditing>().ShowAsync(begun, default)).Revision);
    }
}
