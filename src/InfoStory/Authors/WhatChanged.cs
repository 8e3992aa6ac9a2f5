using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>What changed, in the author's own words. Only the team reads it.</summary>
public sealed record TellWhatChanged
{
    public string? Text { get; init; }
}

public sealed class TellWhatChangedRules : AbstractValidator<TellWhatChanged>
{
    public TellWhatChangedRules() => RuleFor(command => command.Text).Cascade(CascadeMode.Stop)
        .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write what changed")
        .Brief("What you write", Message.MaxLength);
}

/// <summary>The question whether anything changed, as its author sees it.</summary>
/// <param name="Answer">What they said last; null while they have not.</param>
/// <param name="HasRoom">They may still say in their own words what changed.</param>
public sealed record ChangeAsked(DateTime AskedAt, ChangeAnswer? Answer, DateTime? AnsweredAt, bool HasRoom);

/// <summary>A story whose author wrote what changed, and nobody of the team has said that it is read.</summary>
/// <param name="At">When they last wrote.</param>
/// <param name="Revision">Of the question, so that nobody says it of what came meanwhile.</param>
public sealed record ChangeToRead(string Reference, DateTime At, int Revision);

/// <summary>Hears from authors whether anything changed: by the link in their letter, which shows nothing of the story, or at My story.</summary>
public sealed class WhatChanged(
    InfoStoryContext db, SafeguardingCases cases, Flagging flagging, IValidator<TellWhatChanged> rules, LinkKey links, TimeProvider clock)
{
    private const string OnlyPublishers = "Only a publisher looks after this.";

    /// <summary>The question to which a link leads. Looking changes nothing.</summary>
    /// <exception cref="NotFoundException">It is no link of ours, or the story was taken back.</exception>
    public async Task<ChangeAsked> ReadAsync(string link, CancellationToken cancellation) =>
        await ReadAsync(StoryOf(link), cancellation) ?? throw new NotFoundException("The question");

    /// <summary>The question at My story, or on the desk; null where it was not asked.</summary>
    public Task<ChangeAsked?> ReadAsync(Id<Story> story, CancellationToken cancellation) => db.ChangeQuestions.AsNoTracking()
        .Where(question => question.StoryId == story)
        .Select(question => new ChangeAsked(question.AskedAt, question.Answer, question.AnsweredAt, question.Messages < ChangeQuestion.MostMessages))
        .FirstOrDefaultAsync(cancellation);

    /// <summary>The same of the story with this reference, for the desk.</summary>
    public async Task<ChangeAsked?> ReadOfAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = await db.Stories.Where(one => one.Reference == reference).Select(one => one.Id).FirstOrDefaultAsync(cancellation);
        return await ReadAsync(story, cancellation);
    }

    /// <summary>What authors wrote and nobody has read yet, for publishers, oldest first. One statement.</summary>
    public async Task<IReadOnlyList<ChangeToRead>> UnreadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OnlyPublishers);
        var unread = await Unread(actor).ToListAsync(cancellation);
        return [.. unread.OrderBy(one => one.At)];
    }

    /// <summary>A publisher has read what this author wrote. Twice is once.</summary>
    /// <exception cref="ConflictException">The author has written again since.</exception>
    public async Task MarkReadAsync(string reference, int revision, Actor actor, CancellationToken cancellation)
    {
        if ((await UnreadAsync(actor, cancellation)).FirstOrDefault(one => one.Reference == reference) is not { } unread) return;
        if (unread.Revision != revision) throw new ConflictException("The author has written again. Read that first.");

        db.History.Add(HistoryEntry.Of(reference, HistoryAct.ReadWhatChanged, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>One tap, by the link in the letter.</summary>
    /// <inheritdoc cref="AnswerAsync(Id{Story}, ChangeAnswer, CancellationToken)"/>
    public Task AnswerAsync(string link, ChangeAnswer answer, CancellationToken cancellation) => AnswerAsync(StoryOf(link), answer, cancellation);

    /// <summary>One tap. The same again changes nothing, and another one takes its place.</summary>
    /// <exception cref="NotFoundException">Nobody was asked, or the story was taken back.</exception>
    /// <exception cref="ConflictException">They changed their mind too often.</exception>
    public Task AnswerAsync(Id<Story> story, ChangeAnswer answer, CancellationToken cancellation) => db.InsistAsync(async () =>
    {
        var question = await db.ChangeQuestions.FindAsync(one => one.StoryId == story, cancellation);
        if (!question.Hear(answer, clock.UtcNow)) return;

        var reference = await db.Stories.Where(one => one.Id == story).Select(one => one.Reference).SingleAsync(cancellation);
        db.History.Add(HistoryEntry.Of(reference, HistoryAct.SaidWhatChanged, Actor.Author, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    });

    /// <summary>What changed, by the link in the letter.</summary>
    /// <inheritdoc cref="TellAsync(Id{Story}, TellWhatChanged, CancellationToken)"/>
    public Task TellAsync(string link, TellWhatChanged command, CancellationToken cancellation) => TellAsync(StoryOf(link), command, cancellation);

    /// <summary>
    /// What changed: a message to the team, read for danger before it is saved as everything is that an author writes. It is never public by itself. The same
    /// words again change nothing.
    /// </summary>
    /// <exception cref="ValidationException">Nothing is written, or too much.</exception>
    /// <exception cref="NotFoundException">Nobody was asked, or the story was taken back.</exception>
    /// <exception cref="ConflictException">They wrote as often as there is room for.</exception>
    public async Task TellAsync(Id<Story> id, TellWhatChanged command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        var text = PlainText.Tidy(command.Text);
        await db.InsistAsync(async () =>
        {
            var question = await db.ChangeQuestions.FindAsync(one => one.StoryId == id, cancellation);
            var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
            if (await db.Messages.AnyAsync(message => message.StoryId == id && message.FromAuthor && message.Text == text, cancellation)) return;

            question.Write();
            db.Messages.Add(new() { StoryId = id, FromAuthor = true, Text = text, By = null, At = clock.UtcNow });
            db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.WroteWhatChanged, Actor.Author, clock.UtcNow));
            await cases.ReadAsync(story, text, clock.UtcNow, cancellation);
            await flagging.FollowMessageAsync(id, text, cancellation);
            await db.SaveOrConflictAsync(cancellation);
        });
    }

    private IQueryable<ChangeToRead> Unread(Actor actor)
    {
        var (messages, history) = (db.Messages, db.History);
        return db.ChangeQuestions.AsNoTracking().Where(question => question.Messages > 0)
            .Join(db.Stories.Where(StoryOnHold.ReadableBy(actor)), question => question.StoryId, story => story.Id, (question, story) => new
            {
                story.Reference,
                question.Revision,
                At = messages.Where(message => message.StoryId == story.Id && message.FromAuthor).Max(message => message.At),
            })
            .Where(one => !history.Any(entry => entry.Subject == one.Reference && entry.Act == HistoryAct.ReadWhatChanged && entry.At >= one.At))
            .Select(one => new ChangeToRead(one.Reference, one.At, one.Revision));
    }

    private Id<Story> StoryOf(string link) =>
        links.Open(LinkPurpose.Change, link) is { } said ? new Id<Story>(said.Subject) : throw new NotFoundException("The question");
}
