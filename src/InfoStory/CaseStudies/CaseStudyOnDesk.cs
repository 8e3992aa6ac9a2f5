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
{
    /// <summary>A story that it draws on is on hold, and whoever looks is no safeguarding lead: nothing that anybody wrote is shown.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What the stories that it draws on are about.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];

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
        TagNames = [],
        Messages = [],
    };
}

/// <summary>What the authors of a case study have said to its words as they are saved.</summary>
public enum AuthorsWord
{
    NotAsked,
    SignedOff,
    NotSignedOff,
    Reading,
}
