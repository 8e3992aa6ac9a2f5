using InfoStory.Data;
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
public sealed class CaseStudy : Entity<CaseStudy>, IRevised, IShown
{
    public const int MaxTitle = 100;
    public const int MaxSummary = 300;
    public const int MaxText = 12_000;

    public int Revision { get; private set; }

    public CaseStudyState State { get; private set; } = CaseStudyState.Draft;

    /// <summary>What follows /case-studies/ in the address of its page (<see cref="CaseStudyAddresses"/>).</summary>
    public required string Slug { get; set; }

    /// <summary>Somebody chose the address: it stays whatever becomes of the title.</summary>
    public bool AddressIsChosen { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string TheStory { get; set; }

    public string? WhatWasNotShared { get; set; }

    public string? WhatTheyDid { get; set; }

    public string? WhatChanged { get; set; }

    public string? NotYetFixed { get; set; }

    public string? Learning { get; set; }

    public required StoryKind Kind { get; set; }

    public required WhoIsTelling? WhoIsTelling { get; set; }

    public required Id<Tag>? ServiceId { get; set; }

    public Tag? Service { get; private set; }

    public required Id<Place>? PlaceId { get; set; }

    public Place? Place { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>When the first of the consents it rests on ends; from then on it is no longer shown.</summary>
    public DateTime? PublicUntil { get; private set; }

    public DateTime? FirstPublishedAt { get; private set; }

    public required DateTime UpdatedAt { get; set; }

    public List<CaseStudyTag> Tags { get; } = [];

    public List<CaseStudyStory> Stories { get; } = [];

    /// <param name="cleared">That nothing stands in the way of these words.</param>
    /// <param name="now">From now on the public reads it.</param>
    /// <exception cref="ConflictException">It is public already.</exception>
    public void Publish(ClearedToPublish cleared, DateTime now)
    {
        if (!cleared.IsFor(this)) throw new InvalidOperationException("Something else was cleared, or other words.");
        if (State == CaseStudyState.Published) throw new ConflictException("This case study is published already.");
        (State, PublishedAt, PublicUntil, FirstPublishedAt, UpdatedAt) = (CaseStudyState.Published, now, cleared.Until, FirstPublishedAt ?? now, now);
    }

    /// <summary>The first of the consents it rests on ends at another moment now.</summary>
    public void ShowUntil(DateTime until) => PublicUntil = until;

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
}
