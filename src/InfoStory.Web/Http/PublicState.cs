using System.Collections.Concurrent;
using InfoStory.Data;

namespace InfoStory.Web.Http;

/// <summary>The edition of the public site, the moment until which it holds if nobody changes anything, and what was changed in which edition.</summary>
/// <param name="Edition">The newest.</param>
/// <param name="Until">What changes by time alone does so then.</param>
/// <param name="Changed">In which edition each thing changed last. It is another one from the moment on at which everything may have changed.</param>
public sealed record PublicState(long Edition, DateTime Until, ConcurrentDictionary<EditionSubject, long> Changed)
{
    private const int MostKept = 20_000;

    /// <summary>Before anything is read.</summary>
    public static PublicState Unknown { get; } = new(0, default, new());

    /// <summary>Whether what was begun under that state stands now: nothing that it is made of changed since, and no moment came that changes it.</summary>
    /// <param name="begun">Read before it was made.</param>
    /// <param name="subjects">What it is made of; null for everything.</param>
    /// <param name="now">In UTC.</param>
    public bool Keeps(PublicState begun, IReadOnlyCollection<EditionSubject>? subjects, DateTime now) =>
        now < begun.Until && ReferenceEquals(begun.Changed, Changed)
        && (subjects is null ? begun.Edition == Edition : subjects.All(subject => Changed.GetValueOrDefault(subject) <= begun.Edition));

    /// <summary>The state after these changes.</summary>
    public PublicState After(EditionsSince since, DateTime until)
    {
        if (since.Subjects is not { } subjects || subjects.Any(subject => subject.Number == 0) || Changed.Count + subjects.Count > MostKept)
            return new(since.Newest, until, new());

        foreach (var subject in subjects) Changed[subject] = Changed[subject.Any] = since.Newest;
        return this with { Edition = since.Newest, Until = until };
    }
}
