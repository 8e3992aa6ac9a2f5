using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>A text in which the words of its flags are marked wherever they stand by themselves. The flags beside it say what each is.</summary>
public sealed class FlaggedText(string text, IReadOnlyList<string> words) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var at = 0;
        foreach (var (start, end) in Joined())
        {
            encoder.Encode(writer, text[at..start]);
            writer.Write("<mark>");
            encoder.Encode(writer, text[start..end]);
            writer.Write("</mark>");
            at = end;
        }

        encoder.Encode(writer, text[at..]);
    }

    /// <summary>Where two flags see words that overlap, one mark goes as far as either.</summary>
    private List<(int Start, int End)> Joined()
    {
        List<(int Start, int End)> joined = [];
        foreach (var (start, length) in Places().OrderBy(place => place.Start))
        {
            if (joined is [.., var last] && start < last.End) joined[^1] = (last.Start, Math.Max(last.End, start + length));
            else joined.Add((start, start + length));
        }

        return joined;
    }

    private IEnumerable<(int Start, int Length)> Places()
    {
        foreach (var one in words.Where(one => one.Length > 0).Distinct(StringComparer.Ordinal))
        {
            for (var start = text.IndexOf(one, StringComparison.Ordinal); start >= 0; start = text.IndexOf(one, start + one.Length, StringComparison.Ordinal))
            {
                if (!Goes(start - 1, one[0]) && !Goes(start + one.Length, one[^1])) yield return (start, one.Length);
            }
        }
    }

    /// <summary>A word goes on from this letter to the one beside it.</summary>
    private bool Goes(int beside, char letter) =>
        beside >= 0 && beside < text.Length && char.IsLetterOrDigit(letter) && char.IsLetterOrDigit(text[beside]);
}
