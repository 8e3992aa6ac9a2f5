using System.Text.Encodings.Web;
using InfoStory.Stories;
using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Shared;

/// <summary>A text in which what was added or removed is marked, for eyes by a line and a colour, and for ears by words.</summary>
/// <param name="pieces">Of the text.</param>
/// <param name="added">How ears tell what was added.</param>
/// <param name="removed">How ears tell what was removed.</param>
public sealed class Marked(IReadOnlyList<Piece> pieces, string added = "ours", string removed = "left out") : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Same)
            {
                encoder.Encode(writer, piece.Text);
                continue;
            }

            // The blank space after the last word is no part of the mark.
            var text = piece.Text.TrimEnd();
            var (tag, said) = piece.Kind == PieceKind.Added ? ("ins", added) : ("del", removed);
            writer.Write($"<{tag}><span class=\"govuk-visually-hidden\">[{said}: </span>");
            encoder.Encode(writer, text);
            writer.Write($"<span class=\"govuk-visually-hidden\">]</span></{tag}>");
            encoder.Encode(writer, piece.Text[text.Length..]);
        }
    }
}
