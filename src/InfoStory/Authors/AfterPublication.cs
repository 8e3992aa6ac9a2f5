using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Recalls;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Protection;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>What came of a story once everyone could read it, for its author.</summary>
/// <param name="Answered">Who was asked to answer a case study that is public and what was promised because of one, as everyone reads it; null where none
/// is public.</param>
/// <param name="ToConfirm">Changes that are said to be made, which the author may confirm.</param>
/// <param name="Sent">To how many of which kind it was sent; never who. It stays when the story was taken back.</param>
/// <param name="Change">The question whether anything changed; null where it is not to be asked now.</param>
/// <param name="AsksOn">The day in London on which that will be asked; null where it was, or will not be.</param>
public sealed record Outcome(
    AnsweredCaseStudy? Answered, IReadOnlyList<KeptQuestion> ToConfirm, IReadOnlyList<SentTo> Sent, ChangeAsked? Change, DateOnly? AsksOn)
{
    public IReadOnlyList<PublicAsk> Asks => Answered?.Asks ?? [];

    public IReadOnlyList<PromiseRow> Promises => Answered?.Promises ?? [];
}

/// <summary>What goes with a story that is taken back.</summary>
/// <param name="Sent">To how many of which kind it was sent; never who.</param>
/// <param name="IsAnswered">Somebody was asked to answer it, or promised something because of it.</param>
public sealed record GoesWithStory(IReadOnlyList<SentTo> Sent, bool IsAnswered);

/// <summary>What an author sees and says of what came of a story.</summary>
public sealed class AfterPublication(
    InfoStoryContext db, PublicAsks asks, PromiseAnswers promises, WhatChanged changes, SentOut sent, TimeProvider clock)
{
    private const int MostStudies = 5;

    /// <summary>What came of it. Nothing but what was sent where nobody may read it now.</summary>
    public async Task<Outcome> ReadAsync(Id<Story> id, StoryState state, CancellationToken cancellation)
    {
        var nothing = new Outcome(null, [], state == StoryState.OnHold ? [] : await sent.OfStoryAsync(id, cancellation), null, null);
        if (state != StoryState.Published) return nothing;

        var slugs = await db.CaseStudies.AsNoTracking().Shown(clock.UtcNow).Where(db.DrawsOn(id)).OrderByDescending(study => study.PublishedAt)
            .ThenByDescending(study => study.Id).Select(study => study.Slug).Take(MostStudies).ToListAsync(cancellation);
        List<AnsweredCaseStudy> read = [];
        foreach (var slug in slugs) read.Add(await asks.ReadAsync(slug, cancellation));
        var change = await changes.ReadAsync(id, cancellation);
        return nothing with
        {
            Answered = read.Count == 0
                ? null
                : read[0] with { Asks = [.. read.SelectMany(one => one.Asks)], Promises = [.. read.SelectMany(one => one.Promises)] },
            ToConfirm = await promises.ListAsync(id, cancellation),
            Change = change,
            AsksOn = change is null && slugs.Count > 0 ? await AsksOnAsync(id, cancellation) : null,
        };
    }

    /// <summary>What would go with it. Three statements.</summary>
    public async Task<GoesWithStory> GoesWithAsync(Id<Story> id, StoryState state, CancellationToken cancellation)
    {
        var studies = db.CaseStudies.Shown(clock.UtcNow).Where(db.DrawsOn(id)).Select(study => study.Id);
        return new(
            state == StoryState.OnHold ? [] : await sent.OfStoryAsync(id, cancellation),
            await db.Asks.AnyAsync(ask => studies.Contains(ask.CaseStudyId), cancellation)
                || await db.Promises.AnyAsync(promise => studies.Contains(promise.CaseStudyId), cancellation));
    }

    /// <inheritdoc cref="PromiseAnswers.AnswerAsync(Id{Story}, string, KeptAnswer, CancellationToken)"/>
    public Task SayWhetherKeptAsync(Id<Story> story, string promise, KeptAnswer answer, CancellationToken cancellation) =>
        promises.AnswerAsync(story, promise, answer, cancellation);

    /// <inheritdoc cref="WhatChanged.AnswerAsync(Id{Story}, ChangeAnswer, CancellationToken)"/>
    public Task SayWhetherChangedAsync(Id<Story> story, ChangeAnswer answer, CancellationToken cancellation) =>
        changes.AnswerAsync(story, answer, cancellation);

    /// <inheritdoc cref="WhatChanged.TellAsync(Id{Story}, TellWhatChanged, CancellationToken)"/>
    public Task TellWhatChangedAsync(Id<Story> story, TellWhatChanged command, CancellationToken cancellation) =>
        changes.TellAsync(story, command, cancellation);

    private async Task<DateOnly?> AsksOnAsync(Id<Story> id, CancellationToken cancellation)
    {
        var first = await db.CaseStudies.Shown(clock.UtcNow).Where(db.DrawsOn(id)).MinAsync(study => study.PublishedAt, cancellation);
        return first is { } since ? DateOnly.FromDateTime((since + AskingWhatChanged.After).InLondon()) : null;
    }
}
