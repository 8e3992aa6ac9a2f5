using System.Globalization;
using System.Text;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Stories.Safety;

namespace InfoStory.Dissemination.Digests;

/// <summary>A letter of a digest, word for word.</summary>
public sealed record DigestInWords(string Title, string Body);

/// <summary>
/// Puts a digest into words. It says no more than everyone may read, is plain text, and nothing in it tells us that it was opened. What may be hard to read
/// is named before the title, and such a title does not stand in the subject line.
/// </summary>
internal sealed class DigestText(SiteAddress site)
{
    private const string New = "New case studies", Changed = "What changed since we wrote to you";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public DigestInWords Of(IReadOnlyList<DigestPiece> pieces, IReadOnlyList<DigestNews> news, Rhythm rhythm, SubscriberLinks links)
    {
        var body = new StringBuilder();
        if (pieces.Count > 0) body.Append(pieces.Count == 1 ? "A new case study for you.\n\n" : $"{pieces.Count} new case studies for you.\n\n");
        foreach (var piece in pieces)
        {
            Head(body, piece).Append(piece.Summary.ReplaceLineEndings(" ")).Append('\n');
            Foot(body, piece, news.Where(one => one.Of == piece));
        }

        var older = news.Where(one => !pieces.Contains(one.Of)).GroupBy(one => one.Of).ToList();
        if (older.Count > 0) body.Append(Changed).Append(":\n\n");
        foreach (var told in older) Foot(Head(body, told.Key), told.Key, told);

        body.Append("You get this ").Append(HowOften(rhythm)).Append(", when there is something new. To change that, or to see what we keep about you:\n")
            .Append(links.Preferences).Append("\n\nTo leave with one press of a button:\n").Append(links.Leave).Append('\n');
        return new(TitleOf(pieces, news), body.ToString());
    }

    private static StringBuilder Head(StringBuilder body, DigestPiece piece)
    {
        if (InWords(piece.Notes) is { } notes) body.Append("The next one is about ").Append(notes).Append(".\n");
        return body.Append(piece.Title.ReplaceLineEndings(" ")).Append('\n');
    }

    private void Foot(StringBuilder body, DigestPiece piece, IEnumerable<DigestNews> news)
    {
        foreach (var one in news) body.Append(one.Words).Append('\n');
        body.Append(AddressOf(piece)).Append("\n\n");
    }

    private static string TitleOf(IReadOnlyList<DigestPiece> pieces, IReadOnlyList<DigestNews> news)
    {
        var titles = pieces.Concat(news.Select(one => one.Of)).DistinctBy(piece => piece.Id).Where(piece => InWords(piece.Notes) is null)
            .Select(piece => piece.Title);
        return string.Join("; ", titles) is { Length: > 0 } title ? title : pieces.Count > 0 ? New : Changed;
    }

    private static string HowOften(Rhythm rhythm) => rhythm switch
    {
        Rhythm.AtOnce => "at once",
        Rhythm.Weekly => "once a week",
        Rhythm.Monthly => "once a month",
    };

    /// <summary>Null where nothing is hard: that children are in it is not, by itself.</summary>
    private static string? InWords(IReadOnlyList<ContentNote> notes)
    {
        if (!notes.Any(note => note != ContentNote.Children)) return null;

        var words = notes.Select(InWords).ToList();
        return words.Count == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    private static string InWords(ContentNote note) => note switch
    {
        ContentNote.SelfHarm => "self-harm",
        ContentNote.Abuse => "abuse",
        ContentNote.Bereavement => "bereavement",
        ContentNote.Violence => "violence",
        ContentNote.Children => "children",
    };

    private string AddressOf(DigestPiece piece) => $"{site.Url}/case-studies/{piece.Slug}";
}
