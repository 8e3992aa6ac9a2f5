using InfoStory.Data;

namespace InfoStory.Web.Http;

/// <summary>
/// What an answer is made of, written down while it is made, so that it is kept until some of that changes. One that says nothing is made of everything.
/// Who says something says it for the whole answer, whatever else stands in it (docs/decisions/0088-what-an-answer-is-made-of.md).
/// </summary>
public sealed class MadeOf(IEnumerable<EditionSubject>? always)
{
    private HashSet<EditionSubject>? subjects = always?.ToHashSet();

    /// <summary>Null is everything.</summary>
    public IReadOnlyCollection<EditionSubject>? Subjects => subjects;

    internal void Add(EditionSubject subject) => (subjects ??= []).Add(subject);
}

internal static class MadeOfExtensions
{
    /// <summary>The answer to this shows this one thing. Where nothing is kept this says nothing.</summary>
    public static void IsMadeOf(this HttpContext context, EditionSubject subject) => context.Features.Get<MadeOf>()?.Add(subject);
}
