namespace InfoStory.Data;

/// <summary>What public pages are made of: a save that adds, changes or removes one begins a new edition (<see cref="EditionInterceptor"/>).</summary>
public interface IPublic
{
    /// <summary>The one thing of the public site that a change to this concerns; null where it may be more than one, or is not known.</summary>
    internal EditionSubject? SubjectIn(InfoStoryContext db) => null;
}

/// <summary>
/// What may be shown to anyone outside the team, and only while a date stands. A save begins a new edition only where it is public
/// before the save or after it. What belongs to it is changed together with it.
/// </summary>
public interface IShown : IPublic
{
    /// <summary>Null while it is not public.</summary>
    DateTime? PublishedAt { get; }

    /// <summary>When the first of the permissions it rests on ends.</summary>
    DateTime? PublicUntil { get; }

    /// <summary>Null where it never was public.</summary>
    DateTime? FirstPublishedAt { get; }
}
