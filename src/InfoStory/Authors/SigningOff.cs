using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>A case study as the author of one of its stories reads it before the public may; <paramref name="Words"/> is the hash of all of it.</summary>
public sealed record CaseStudyToSignOff(
    string Words, string Address, string Title, string Summary, string TheStory, string? WhatWasNotShared,
    string? WhatTheyDid, string? WhatChanged, string? NotYetFixed, string? Learning) : ISections
{
    public string? PlaceAndNeed { get; init; }

    public string? Partners { get; init; }

    public string? Barrier { get; init; }

    /// <summary>What changed, in numbers.</summary>
    public IReadOnlyList<CaseStudyFigure> Figures { get; init; } = [];

    /// <summary>The pictures that everyone could see.</summary>
    public IReadOnlyList<ShownPicture> Pictures { get; init; } = [];

    /// <summary>The hand-offs that everyone could see.</summary>
    public IReadOnlyList<ShownChain> Chains { get; init; } = [];

    /// <summary>The page would say that names have been changed.</summary>
    public bool NamesChanged { get; init; } = true;

    public required StoryKind Kind { get; init; }

    /// <summary>What the public would see beside the words: a general role, the service, the place and the tags, where there are any.</summary>
    public required IReadOnlyList<string> Beside { get; init; }

    /// <summary>How many other stories it is drawn from; their authors may read it, too.</summary>
    public required int Others { get; init; }
}

/// <summary>What authors who asked to see it first do with a case study that says more than the public text they said yes to.</summary>
public sealed class SigningOff(InfoStoryContext db, MyStory stories, TimeProvider clock)
{
    private const string Changed = "We have changed our version since you opened this page. Please read it again.";

    /// <summary>
    /// The case study that waits for this author; null where none does. Outside the team nobody else can see it but the authors of the other stories that it is
    /// drawn from, and it is there for none of them once one of the others no longer allows the website.
    /// </summary>
    public async Task<CaseStudyToSignOff?> ShowAsync(Id<Story> id, CancellationToken cancellation)
    {
        if (!await db.Stories.AnyAsync(story => story.Id == id && story.Turn == AuthorTurn.SignOff && story.SignedOffAt != null, cancellation)) return null;

        return await FindAsync(id, cancellation) is { } study
            ? new(
                study.Words(), study.Slug, study.Title, study.Summary, study.TheStory, study.WhatWasNotShared,
                study.WhatTheyDid, study.WhatChanged, study.NotYetFixed, study.Learning)
            {
                PlaceAndNeed = study.PlaceAndNeed,
                Partners = study.Partners,
                Barrier = study.Barrier,
                Figures = study.Figures,
                Chains = study.Chains,
                Pictures = study.Pictures,
                NamesChanged = study.NamesChanged,
                Kind = study.Kind,
                Beside =
                [
                    .. new[] { study.WhoIsTelling?.Title(), study.Service?.Name, study.Place?.Name }.OfType<string>(),
                    .. study.Tags.Select(tagged => tagged.Tag!.Name),
                ],
                Others = study.Stories.Count - 1,
            }
            : null;
    }

    /// <summary>The bytes of a picture of the case study that waits for this author.</summary>
    /// <exception cref="NotFoundException">None waits, or it shows no such picture.</exception>
    public async Task<byte[]> PictureAsync(Id<Story> id, string? key, CancellationToken cancellation) =>
        (await ShowAsync(id, cancellation))?.Pictures.Any(picture => picture.Key == key) == true
            ? await db.Set<CaseStudyPicture>().Where(picture => picture.Key == key).Select(picture => picture.Bytes).SingleAsync(cancellation)
            : throw new NotFoundException("The picture");

    /// <summary>
    /// The author says yes to what was shown at <paramref name="revision"/> of the story: to a case study where
    /// <paramref name="words"/> names its hash, else to the public text. Saying it twice changes nothing.
    /// </summary>
    /// <exception cref="ConflictException">The words have changed since, or are not with the author.</exception>
    public Task SignOffAsync(Id<Story> id, int revision, string? words, CancellationToken cancellation) =>
        string.IsNullOrEmpty(words)
            ? stories.SignOffAsync(id, revision, cancellation)
            : db.InsistAsync(() => SignOffOnceAsync(id, revision, words, cancellation));

    private async Task SignOffOnceAsync(Id<Story> id, int revision, string words, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
        if (story.State is StoryState.Ready or StoryState.Published && story.SignedOff.IsFor(words)) return;
        if (!story.ReadsCaseStudy || (await FindAsync(id, cancellation))?.Words() != words) throw new ConflictException(Changed);

        story.At(revision).SignOff(words, clock.UtcNow);
        db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.SignedOff, Actor.Author, clock.UtcNow));

        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>The one that was sent last, where its author may read it now. Else nothing: another one in its place would be words that nobody sent.</summary>
    private async Task<CaseStudy?> FindAsync(Id<Story> id, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var sent = await db.CaseStudies.Where(db.DrawsOn(id)).Where(study => study.State != CaseStudyState.Published)
            .OrderByDescending(study => study.Stories.Where(drawn => drawn.StoryId == id).Max(drawn => drawn.SentAt))
            .ThenByDescending(study => study.UpdatedAt).ThenByDescending(study => study.Id)
            .Select(study => (Id<CaseStudy>?)study.Id).FirstOrDefaultAsync(cancellation);
        if (sent is not { } key) return null;

        return await db.CaseStudies.AsNoTracking().AsSplitQuery().Include(study => study.Service).Include(study => study.Place)
            .Include(study => study.Tags).ThenInclude(tagged => tagged.Tag).Include(study => study.Stories).OfNoStoryOnHold()
            .Where(study => !study.Stories.Any(drawn => drawn.StoryId != id
                && !drawn.Story!.Consents.AsQueryable().Where(Consent.Standing(now)).Any(consent => consent.Audience == Audience.Website)))
            .FirstOrDefaultAsync(study => study.Id == key, cancellation);
    }
}
