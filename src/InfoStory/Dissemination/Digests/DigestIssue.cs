using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories.Safety;

namespace InfoStory.Dissemination.Digests;

/// <summary>A case study as a digest tells of it. Nothing of it is more than everyone reads.</summary>
/// <param name="Until">When the first consent ends on which it rests for this audience.</param>
/// <param name="Notes">What in its public words may be hard to read.</param>
internal sealed record DigestPiece(
    Id<CaseStudy> Id, DateTime PublishedAt, string Title, string Summary, string Slug, DateTime Until, IReadOnlyList<ContentNote> Notes);

/// <summary>What was answered or promised because of a case study.</summary>
/// <param name="Words">One sentence.</param>
internal sealed record DigestNews(DateTime At, string Words, DigestPiece Of);

/// <summary>What of a digest may go to its audience now.</summary>
internal sealed record DigestIssue(IReadOnlyList<DigestPiece> Pieces, IReadOnlyList<DigestNews> News)
{
    public bool IsEmpty => Pieces.Count == 0 && News.Count == 0;
}
