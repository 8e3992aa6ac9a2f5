using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Flags;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>A story as its author sees it; <paramref name="IsLate"/> where <paramref name="NextBy"/> has passed.</summary>
public sealed record StoryForAuthor(
    int Revision, string Reference, StoryState State, AuthorTurn? Turn, bool ReadsCaseStudy, DateTime ReceivedAt, DateTime? DecidedAt,
    DateOnly ReadBy, DateOnly? NextBy, bool IsLate, bool SeeFirst, IReadOnlyList<AllowedUntil> Allowed,
    string Told, string? PublicTitle, string? PublicText, string? Reason,
    IReadOnlyList<MessageForAuthor> Messages, IReadOnlyList<StepTaken> Steps)
{
    /// <summary>What the public would see beside the words: a general role, the service, the place and the tags, where there are any.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Nobody of the team has it in hand yet: its author may add to it (<see cref="LaterAnswers"/>).</summary>
    public bool TellsMore { get; init; }

    /// <summary>The first end of a permission that is less than <see cref="Consent.AskBefore"/> away; null where none is.</summary>
    public DateTime? EndsSoon { get; init; }

    public bool Website => Allowed.Any(consent => consent.Audience == Audience.Website);

    /// <summary>The public text is shown once the team has approved it.</summary>
    public bool ShowsPublicText => State is StoryState.Ready or StoryState.Published || Turn == AuthorTurn.SignOff;

    /// <summary>The last thing that happened is that the author wrote to the team.</summary>
    public bool WroteBack => Steps is [.., var last] && (last.Act == HistoryAct.Answered || last.Act == HistoryAct.ChangeAskedFor);

    /// <summary>When the case study was last taken down; null where none was, or one is public again.</summary>
    public DateTime? TakenDownAt =>
        Steps.LastOrDefault(step => step.Act == HistoryAct.Published || step.Act == HistoryAct.TakenDown) is { } step && step.Act == HistoryAct.TakenDown
            ? step.At
            : null;

    /// <summary>The question that waits for an answer; null where none does.</summary>
    public MessageForAuthor? Question => Turn == AuthorTurn.Answer ? Messages.LastOrDefault(message => !message.FromAuthor) : null;
}

/// <summary>One message without the name of whoever wrote it: authors never see one.</summary>
public sealed record MessageForAuthor(bool FromAuthor, string Text, DateTime At);

/// <summary>One line of the history of a story, such as Claimed, without whoever did it.</summary>
public sealed record StepTaken(HistoryAct Act, DateTime At);

/// <summary>What an author who comes back may see and do.</summary>
public sealed class MyStory(InfoStoryContext db, ReceiptKey key, SafeguardingCases cases, Flagging flagging, TimeProvider clock)
{
    /// <summary>
    /// The key of the story that the typed words open. Six words that are not in the list are looked for and proved like any others, so that time tells
    /// nothing.
    /// </summary>
    /// <exception cref="ValidationException">They open none.</exception>
    public async Task<Id<Story>> OpenAsync(EnterReceipt command, CancellationToken cancellation)
    {
        await new EnterReceiptRules().ValidateAndThrowAsync(command, cancellation);
        return await OpenAsync(Receipt.Parse(command.Receipt) ?? Receipt.Of(DraftSecret.New().Bytes), cancellation)
            ?? throw new ValidationException([new ValidationFailure(nameof(command.Receipt), EnterReceiptRules.OpensNothing)]);
    }

    /// <summary>The key of the story that this receipt opens; null where none does. Takes some hundredths of a second either way.</summary>
    public async Task<Id<Story>?> OpenAsync(Receipt receipt, CancellationToken cancellation)
    {
        var index = ReceiptLock.IndexOf(receipt, key);
        var found = await db.Stories.AsNoTracking().Where(story => story.Receipt.Index == index)
            .Select(story => new { story.Id, story.Receipt }).FirstOrDefaultAsync(cancellation);

        if (found is not null) return found.Receipt.Opens(receipt, key) ? found.Id : null;

        ReceiptLock.Pretend(receipt, key);
        return null;
    }

    /// <summary>The key of the story that was sent under this secret, which stays in its author's browser for a day; null where none was.</summary>
    public Task<Id<Story>?> OpenAsync(DraftSecret sent, CancellationToken cancellation)
    {
        var hash = sent.Hash;
        return db.Stories.Where(story => story.SendKey == hash).Select(story => (Id<Story>?)story.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The story with its messages and steps, oldest first. Three statements.</summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<StoryForAuthor> ShowAsync(Id<Story> id, CancellationToken cancellation)
    {
        var story = await db.Stories.AsNoTracking().AsSplitQuery().Include(story => story.Consents)
            .Include(story => story.Service).Include(story => story.Place)
            .Include(story => story.Tags).ThenInclude(tagged => tagged.Tag).FindAsync(story => story.Id == id, cancellation);
        var messages = await db.Messages.AsNoTracking().Where(message => message.StoryId == id).OrderBy(message => message.Id)
            .Select(message => new MessageForAuthor(message.FromAuthor, message.Text, message.At)).ToListAsync(cancellation);
        var acts = await db.History.AsNoTracking().Where(entry => entry.Subject == story.Reference).OrderBy(entry => entry.Number)
            .Select(entry => new StepTaken(entry.Act, entry.At)).ToListAsync(cancellation);
        var steps = acts.FindAll(step => !step.Act.IsLook);

        var website = story.Allows(Audience.Website, clock.UtcNow);
        var nextBy = DueDates.Next(story, website);
        return new(
            story.Revision, story.Reference, story.State, story.Turn, story.ReadsCaseStudy, story.ReceivedAt, story.DecidedAt,
            DueDates.Read(story.ReceivedAt), nextBy, nextBy < clock.Today(), story.SeeFirst,
            story.AllowedAt(clock.UtcNow), story.Told, story.PublicTitle, story.PublicText, story.Reason,
            messages, steps)
        {
            Beside =
            [
                .. new[] { story.WhoIsTelling?.Title(), story.Service?.Name, story.Place?.Name }.OfType<string>(),
                .. story.Tags.Select(tagged => tagged.Tag!.Name)
            ],
            TellsMore = LaterAnswers.IsOpen(story, acts.Select(step => step.Act)),
            EndsSoon = story.AllowedAt(clock.UtcNow).Where(consent => consent.Until - clock.UtcNow < Consent.AskBefore)
                .Min(consent => (DateTime?)consent.Until),
        };
    }

    /// <summary>The author answers the question that was shown at that revision. Sending the same answer twice changes nothing.</summary>
    /// <exception cref="ConflictException">The question has changed since, or the story is not with the author.</exception>
    public async Task AnswerAsync(Id<Story> id, AnswerQuestion command, CancellationToken cancellation)
    {
        await new AnswerQuestionRules().ValidateAndThrowAsync(command, cancellation);
        await WriteAsync(id, command.Revision, PlainText.Tidy(command.Text), HistoryAct.Answered, story => story.Answer(clock.UtcNow), cancellation);
    }

    /// <summary>The author asks for other words than those that were shown at that revision. Asking the same twice changes nothing.</summary>
    /// <exception cref="ConflictException">The words have changed since, or are not with the author.</exception>
    public async Task AskForChangeAsync(Id<Story> id, AskForChange command, CancellationToken cancellation)
    {
        await new AskForChangeRules().ValidateAndThrowAsync(command, cancellation);
        await WriteAsync(
            id, command.Revision, PlainText.Tidy(command.Text), HistoryAct.ChangeAskedFor, story => story.AskForChange(clock.UtcNow), cancellation);
    }

    /// <summary>The author says yes to the public text as shown at <paramref name="revision"/>. Saying it twice changes nothing.</summary>
    /// <exception cref="ConflictException">The text has changed since, or is not with the author.</exception>
    public Task SignOffAsync(Id<Story> id, int revision, CancellationToken cancellation) => db.InsistAsync(() => SignOffOnceAsync(id, revision, cancellation));

    private async Task SignOffOnceAsync(Id<Story> id, int revision, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
        if (story.State is StoryState.Ready or StoryState.Published && story.SignedOff.IsGiven) return;
        if (story.ReadsCaseStudy) throw new ConflictException("We have made a case study from your story. Read that before you say yes.");

        story.At(revision).SignOff(story.PublicWords(), clock.UtcNow);
        db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.SignedOff, Actor.Author, clock.UtcNow));

        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>What is written is read for danger before it is saved, as a story is when it is sent (docs/decisions/0053).</summary>
    private Task WriteAsync(Id<Story> id, int revision, string text, HistoryAct act, Action<Story> verb, CancellationToken cancellation) =>
        db.InsistAsync(async () =>
        {
            var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
            if (story.Turn is null && await WroteLastAsync(id, text, cancellation)) return;

            verb(story.At(revision));
            db.Messages.Add(new() { StoryId = id, FromAuthor = true, Text = text, By = null, At = clock.UtcNow });
            db.History.Add(HistoryEntry.Of(story.Reference, act, Actor.Author, clock.UtcNow));
            await cases.ReadAsync(story, text, clock.UtcNow, cancellation);
            await flagging.FollowMessageAsync(id, text, cancellation);

            await db.SaveOrConflictAsync(cancellation);
        });

    /// <summary>True where the newest message is this one of the author's: the button was pressed twice.</summary>
    private async Task<bool> WroteLastAsync(Id<Story> id, string text, CancellationToken cancellation)
    {
        var last = await db.Messages.AsNoTracking().Where(message => message.StoryId == id)
            .OrderByDescending(message => message.Id).FirstOrDefaultAsync(cancellation);
        return last is { FromAuthor: true } && last.Text == text;
    }
}
