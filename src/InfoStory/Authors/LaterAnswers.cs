using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Flags;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>What is answered about a story, with the name of its place.</summary>
public sealed record AnsweredSoFar(StoryAnswers Answers, string? Place);

/// <summary>What an author answers after the story was sent, until the team has taken it in hand (docs/decisions/0060).</summary>
public sealed class LaterAnswers(
    InfoStoryContext db, IValidator<AnswerLater> rules, SafeguardingCases cases, Flagging flagging, TimeProvider clock)
{
    /// <summary>What an author reads whose answer came too late.</summary>
    public const string TooLate = "Our team has your story in hand now, so nothing can be added to it here. What you typed is still on this page";

    /// <summary>What an author reads who takes an answer away too late.</summary>
    public const string TooLateToRemove = "Our team has your story in hand now, so this answer cannot be removed here";

    /// <summary>What an author reads who takes an answer away that is another one by now.</summary>
    public const string ChangedBeforeRemove =
        "You have changed this answer in another tab, so it is not removed. It is here as it is now. To remove that, press the same button again.";

    private const int SeenLength = 16;

    private static readonly HistoryAct[] TakenInHand = [HistoryAct.Claimed, HistoryAct.ClaimedAndEdited, HistoryAct.Opened];

    /// <summary>What is answered so far.</summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<AnsweredSoFar> ShowAsync(Id<Story> id, CancellationToken cancellation)
    {
        var story = await db.Stories.AsNoTracking().Include(story => story.Place).FindAsync(story => story.Id == id, cancellation);
        return new(StoryAnswers.Of(story), story.Place?.Name);
    }

    /// <summary>Stands for one answer, for a form to carry.</summary>
    public static string SeenOf(AnswerLater command) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize<object>(command.Answer()))))[..SeenLength];

    /// <summary>
    /// Puts one answer into the story as if it had come before it was sent: read for danger, flagged, and looked at for links, in one save. The same
    /// answer again changes nothing; what was allowed stays as it was.
    /// </summary>
    /// <param name="id">The story.</param>
    /// <param name="command">The answer, and the question to which it is one.</param>
    /// <param name="seen">The answer that stood on the page (<see cref="SeenOf"/>).</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="ValidationException">The answer breaks a rule; nothing is changed.</exception>
    /// <exception cref="NotFoundException">There is no such story, or no such question.</exception>
    /// <exception cref="ConflictException">The team has the story in hand, it was taken back, or the answer was changed since it was shown.</exception>
    public async Task AnswerAsync(Id<Story> id, AnswerLater command, string? seen, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        await db.InsistAsync(() => AnswerOnceAsync(id, command, seen, cancellation));
    }

    /// <summary>Whether a story in this state, to which this was done, is nobody's yet: its author may add to it.</summary>
    internal static bool IsOpen(Story story, IEnumerable<HistoryAct> acts) => story.Can(StoryAct.TellMore) && !acts.Any(TakenInHand.Contains);

    private static bool SaysSomething(AnswerLater command)
    {
        var typed = DraftAnswers.Only(command.Answer()).Answers;
        typed.HandOffs = [.. typed.StepsSaid];
        return SeenOf(AnswerLater.Of(command.Question!, typed)) != SeenOf(AnswerLater.Of(command.Question!, new()));
    }

    private async Task AnswerOnceAsync(Id<Story> id, AnswerLater command, string? seen, CancellationToken cancellation)
    {
        var (story, now) = (await db.Stories.FindAsync(story => story.Id == id, cancellation), clock.UtcNow);
        var kept = AnswerLater.Of(command.Question!, StoryAnswers.Of(story));
        var draft = new Draft { KeyHash = story.SendKey, StartedAt = now, ExpiresAt = now, Answers = StoryAnswers.Of(story) };
        command.Answer().WriteTo(draft);
        draft.Answers.HandOffs = [.. draft.Answers.StepsSaid];
        if (SeenOf(kept) == SeenOf(AnswerLater.Of(command.Question!, draft.Answers))) return;

        var acts = await db.History.Where(entry => entry.Subject == story.Reference).Select(entry => new { entry.Act, entry.At }).ToListAsync(cancellation);
        if (!IsOpen(story, acts.Select(entry => entry.Act))) throw new ConflictException(SaysSomething(command) ? TooLate : TooLateToRemove);
        if (SeenOf(kept) != seen)
        {
            throw new ConflictException(SaysSomething(command)
                ? "You have changed this answer in another tab. Both are here. Make yours what you mean, then save."
                : ChangedBeforeRemove);
        }

        story.TellMore(draft.Answers);
        db.Touch(story);
        story.Suspicion ??= SpamSignals.OfLinks(draft.Answers);
        // One line of the history a day, however often an answer is changed.
        if (!acts.Exists(entry => entry.Act == HistoryAct.ToldMore && entry.At > now.AddDays(-1)))
            db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.ToldMore, Actor.Author, now));

        var words = string.Join('\n', DraftAnswers.Only(command.Answer()).Answers.OwnWords);
        await cases.ReadAsync(story, words, now, cancellation);
        await flagging.FollowAnswerAsync(story, words, cancellation);
        await db.SaveOrConflictAsync(cancellation);
    }
}
