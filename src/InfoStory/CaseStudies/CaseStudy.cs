using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.CaseStudies;

public enum CaseStudyState
{
    Draft,
    Published,
    Unpublished,
}

/// <summary>
/// What is published: drawn from one or more stories, short (the story only) or full. It is public while <see cref="PublishedAt"/> has a value.
/// </summary>
public sealed class CaseStudy : Entity<CaseStudy>, IRevised, IShown, ISections
{
    public const int MaxTitle = 100;
    public const int MaxSummary = 300;
    public const int MaxText = 12_000;
    public const int MaxQuotes = 3;
    public const int MaxQuote = 300;

    public int Revision { get; private set; }

    public CaseStudyState State { get; private set; } = CaseStudyState.Draft;

    /// <summary>What follows /case-studies/ in the address of its page (<see cref="CaseStudyAddresses"/>).</summary>
    public required string Slug { get; set; }

    /// <summary>Somebody chose the address: it stays whatever becomes of the title.</summary>
    public bool AddressIsChosen { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string TheStory { get; set; }

    public string? PlaceAndNeed { get; set; }

    public string? Partners { get; set; }

    public string? WhatWasNotShared { get; set; }

    public string? Barrier { get; set; }

    public string? WhatTheyDid { get; set; }

    public string? WhatChanged { get; set; }

    public string? NotYetFixed { get; set; }

    public string? Learning { get; set; }

    /// <summary>What changed, in numbers, at most <see cref="CaseStudyFigure.Most"/>.</summary>
    public List<CaseStudyFigure> Figures { get; set; } = [];

    /// <summary>Words of the story that stand out on the page, at most <see cref="MaxQuotes"/>.</summary>
    public List<string> Quotes { get; set; } = [];

    /// <summary>What everyone sees of its pictures, at most <see cref="CaseStudyPicture.Most"/>.</summary>
    public List<ShownPicture> Pictures { get; set; } = [];

    /// <summary>The hand-offs of those of its stories of which everyone may see them.</summary>
    public List<ShownChain> Chains { get; set; } = [];

    /// <summary>The page says that names have been changed.</summary>
    public bool NamesChanged { get; set; } = true;

    public required StoryKind Kind { get; set; }

    public required WhoIsTelling? WhoIsTelling { get; set; }

    public required Id<Tag>? ServiceId { get; set; }

    public Tag? Service { get; private set; }

    public required Id<Place>? PlaceId { get; set; }

    public Place? Place { get; private set; }

    /// <summary>
    /// Since when everyone may read it, this time. What is new goes by it: the order of the library, feeds and digests (docs/decisions/0099).
    /// </summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When the first of the consents it rests on ends; from then on it is no longer shown.</summary>
    public DateTime? PublicUntil { get; private set; }

    /// <summary>When everyone could first read it: the day of publication that is shown, and by which it is filtered and counted.</summary>
    public DateTime? FirstPublishedAt { get; private set; }

    /// <summary>When its words were last changed, or it went or came back.</summary>
    public required DateTime UpdatedAt { get; set; }

    /// <summary>Why the team took it down; null where it did not.</summary>
    public WhyTakenDown? TakenDownWhy { get; private set; }

    public string? TakenDownWords { get; private set; }

    /// <summary>When it is to be published by itself; null where it is not scheduled.</summary>
    public DateTime? PublishAt { get; private set; }

    public long? ScheduledById { get; private set; }
    public string? ScheduledBy { get; private set; }

    /// <summary>Why it is not published as it was scheduled, a sentence to a line; null where it was never so, or somebody went on since.</summary>
    public string? NotPublished { get; private set; }

    public DateTime? AskedAt { get; private set; }
    public long? AskedById { get; private set; }
    public string? AskedBy { get; private set; }
    public string? AskedWords { get; private set; }
    public string? AskedWhy { get; private set; }
    public DateTime? AskAgainAt { get; private set; }

    /// <summary>Something was put to an organisation because of it, or promised: its page looks for that only then.</summary>
    public bool IsAnswered { get; private set; }

    public IntruderCheck Intruder
    {
        get => new(AskedAt, AskedById, AskedBy, AskedWords, AskedWhy, AskAgainAt);
        internal set => (AskedAt, AskedById, AskedBy, AskedWords, AskedWhy, AskAgainAt) = value;
    }

    /// <summary>Everyone may see how often this story was told.</summary>
    public bool ShowsHandOffsOf(Id<Story> story) => Chains.Exists(chain => chain.StoryId == story.Value);

    public List<CaseStudyTag> Tags { get; } = [];

    public List<CaseStudyStory> Stories { get; } = [];

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) => EditionSubject.CaseStudy(Id.Value);

    /// <param name="cleared">That nothing stands in the way of these words.</param>
    /// <param name="now">From now on the public reads it.</param>
    /// <exception cref="ConflictException">It is public already.</exception>
    public void Publish(ClearedToPublish cleared, DateTime now)
    {
        if (!cleared.IsFor(this)) throw new InvalidOperationException("Something else was cleared, or other words.");
        if (State == CaseStudyState.Published) throw new ConflictException("This case study is published already.");
        (State, PublishedAt, PublicUntil, FirstPublishedAt, UpdatedAt) = (CaseStudyState.Published, now, cleared.Until, FirstPublishedAt ?? now, now);
        (PublishAt, ScheduledById, ScheduledBy, NotPublished) = (null, null, null, null);
        (TakenDownWhy, TakenDownWords) = (null, null);
    }

    /// <param name="cleared">That nothing will stand in the way of these words at that moment.</param>
    /// <param name="at">When it is published by itself.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="now">When that is said.</param>
    /// <exception cref="ConflictException">It is public already.</exception>
    public void Schedule(ClearedToPublish cleared, DateTime at, Actor actor, DateTime now)
    {
        if (!cleared.IsFor(this, at)) throw new InvalidOperationException("Something else was cleared, or other words, or another moment.");
        if (State == CaseStudyState.Published) throw new ConflictException("This case study is published already.");
        (PublishAt, ScheduledById, ScheduledBy, NotPublished, UpdatedAt) = (at, actor.StaffId, actor.Name, null, now);
    }

    /// <summary>Its moment went by while nothing ran: it is published by itself at this one, on the word of whoever scheduled it.</summary>
    /// <param name="cleared">That nothing will stand in the way of these words at that moment.</param>
    public void Postpone(ClearedToPublish cleared, DateTime at)
    {
        if (!cleared.IsFor(this, at)) throw new InvalidOperationException("Something else was cleared, or other words, or another moment.");
        PublishAt = at;
    }

    /// <summary>It is not published by itself any more.</summary>
    /// <param name="why">What the team reads, a sentence to a line; null where somebody cancelled it.</param>
    public void EndSchedule(string? why) => (PublishAt, ScheduledById, ScheduledBy, NotPublished) = (null, null, null, why);

    /// <summary>Something is put to an organisation because of it, or promised.</summary>
    public void Answer() => IsAnswered = true;

    /// <summary>The first of the consents it rests on ends at another moment now.</summary>
    public void ShowUntil(DateTime until) => PublicUntil = until;

    /// <summary>The team takes it down, and everyone may read why.</summary>
    /// <exception cref="ConflictException">It is not public.</exception>
    public void TakeDown(TakenDown why, DateTime now)
    {
        Unpublish(now);
        (TakenDownWhy, TakenDownWords) = (why.Why, why.Words);
    }

    /// <exception cref="ConflictException">It is not public.</exception>
    public void Unpublish(DateTime now)
    {
        if (State != CaseStudyState.Published) throw new ConflictException("This case study is not published.");
        (State, PublishedAt, PublicUntil, UpdatedAt) = (CaseStudyState.Unpublished, null, null, now);
    }

    /// <summary>Gives up a tag that was split and carries these of its parts. Returns false where it does not carry the tag any more.</summary>
    public bool ExchangeTag(Id<Tag> tag, IEnumerable<Id<Tag>> parts)
    {
        if (Tags.RemoveAll(there => there.TagId == tag) == 0) return false;

        Tags.AddRange(parts.Except(Tags.Select(there => there.TagId)).Select(part => new CaseStudyTag { TagId = part }));
        return true;
    }

    /// <summary>
    /// The author took the story back: it says so in place of what was written from it, which is forgotten in the same save. Only a hash of
    /// the address remains.
    /// </summary>
    public void Erase(DateTime now)
    {
        if (State == CaseStudyState.Published) Unpublish(now);
        (State, Title) = (CaseStudyState.Unpublished, "Taken back by the author");
    }
}

public sealed class CaseStudyTag
{
    public Id<CaseStudy> CaseStudyId { get; private set; }

    public required Id<Tag> TagId { get; init; }

    public Tag? Tag { get; private set; }
}

public sealed class CaseStudyStory
{
    public Id<CaseStudy> CaseStudyId { get; private set; }

    public required Id<Story> StoryId { get; init; }

    public Story? Story { get; private set; }

    /// <summary>When its author was last sent the case study to read; null where that never was.</summary>
    public DateTime? SentAt { get; set; }
}
