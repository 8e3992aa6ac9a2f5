using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.CaseStudies;

/// <summary>A case study with the stories it draws on, as its editor sees it.</summary>
public sealed record CaseStudyOnDesk(
    Id<CaseStudy> Id, string Slug, string OfferedSlug, bool WasPublic, int Revision, CaseStudyState State, bool TakenBack,
    string Title, string Summary, string TheStory, string? WhatWasNotShared, string? WhatTheyDid,
    string? WhatChanged, string? NotYetFixed, string? Learning, StoryKind Kind, string? ServiceName, string? PlaceName,
    IReadOnlyList<string> StoryReferences, IReadOnlyList<string> TagNames, DateTime? PublishedAt, AuthorsWord Author, IReadOnlyList<MessageOnDesk> Messages)
    : ISections
{
    public string? PlaceAndNeed { get; init; }

    public string? Partners { get; init; }

    public string? Barrier { get; init; }

    public IReadOnlyList<CaseStudyFigure> Figures { get; init; } = [];

    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>The pictures that it shows.</summary>
    public IReadOnlyList<ShownPicture> Pictures { get; init; } = [];

    /// <summary>All that were added to it, as they were.</summary>
    public IReadOnlyList<KeptPicture> KeptPictures { get; init; } = [];

    /// <summary>The hand-offs of those of its stories of which everyone may see them.</summary>
    public IReadOnlyList<ShownChain> Chains { get; init; } = [];

    public bool NamesChanged { get; init; } = true;

    /// <summary>A story that it draws on is on hold, and whoever looks is no safeguarding lead: nothing that anybody wrote is shown.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What the stories that it draws on are about.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];

    /// <summary>The stories that it draws on, with what their hand-offs come to.</summary>
    public IReadOnlyList<DrawnStory> Drawn { get; init; } = [];

    /// <summary>When it is published by itself; null where it is not scheduled.</summary>
    public DateTime? PublishAt { get; init; }

    public string? ScheduledBy { get; init; }

    /// <summary>Why it is not published as it was scheduled; empty where it was never so, or somebody went on since.</summary>
    public IReadOnlyList<string> NotPublished { get; init; } = [];

    public IntruderCheck Intruder { get; init; }

    /// <summary>It was answered of these words whether somebody could find out who it is, and does not have to be asked again.</summary>
    public bool IntruderStands { get; init; }

    /// <summary>As it stands on the screen before anybody has typed.</summary>
    public EditCaseStudy ToForm() => new()
    {
        Revision = Revision,
        Title = Title,
        Address = Slug,
        Summary = Summary,
        TheStory = TheStory,
        WhatWasNotShared = WhatWasNotShared,
        WhatTheyDid = WhatTheyDid,
        WhatChanged = WhatChanged,
        NotYetFixed = NotYetFixed,
        Learning = Learning,
        PlaceAndNeed = PlaceAndNeed,
        Partners = Partners,
        Barrier = Barrier,
        Figures = [.. Figures.Select(EditFigure.Of)],
        Quotes = [.. Quotes],
        Pictures = EditPicture.Each(KeptPictures, Pictures),
        HandOffsOf = [.. Drawn.Where(story => story.ShowsHandOffs).Select(story => story.Reference)],
        NamesAreReal = !NamesChanged,
    };

    internal CaseStudyOnDesk Closed() => this with
    {
        IsClosed = true,
        Slug = "",
        OfferedSlug = "",
        Title = "",
        Summary = "",
        TheStory = "",
        WhatWasNotShared = null,
        WhatTheyDid = null,
        WhatChanged = null,
        NotYetFixed = null,
        Learning = null,
        PlaceAndNeed = null,
        Partners = null,
        Barrier = null,
        Figures = [],
        Quotes = [],
        Pictures = [],
        KeptPictures = [],
        Chains = [],
        TagNames = [],
        Messages = [],
        Drawn = [],
        NotPublished = [],
        Intruder = default,
    };
}

/// <summary>
/// A story that a case study draws on, with what its author said; <paramref name="Chain"/> is what its hand-offs come to, null where none is told.
/// </summary>
/// <param name="ShowsHandOffs">Everyone may see them.</param>
public sealed record DrawnStory(Id<Story> Id, string Reference, string? Chain, bool ShowsHandOffs, IReadOnlyList<MessageOnDesk> Messages);

/// <summary>What the authors of a case study have said to its words as they are saved.</summary>
public enum AuthorsWord
{
    NotAsked,
    SignedOff,
    NotSignedOff,
    Reading,
}
