using System.Text.Encodings.Web;
using InfoStory.CaseStudies;
using InfoStory.Data.Time;

namespace InfoStory.Web.Pages.Shared;

/// <summary>How others name a case study as their source: in a sentence, and as BibTeX has it (an entry of the kind "misc").</summary>
public sealed class Citation(CaseStudyToRead study, string body, string site)
{
    private readonly DateTime published = study.PublishedAt.InLondon();

    private string Publisher => body.Length > 0 ? body : "InfoStory";

    private string Address => $"{site}/case-studies/{study.Slug}";

    public string Plain => $"{Publisher} ({published:yyyy}). {study.Title}. InfoStory case study, {published:d MMMM yyyy}. {Address}";

    public string BibTeX =>
        $$$"""
        @misc{infostory-{{{study.Slug}}},
          author = {{{{{Escaped(Publisher)}}}}},
          title = {{{{Escaped(study.Title)}}}},
          year = {{{{published:yyyy}}}},
          month = {{{{published:MM}}}},
          note = {InfoStory case study},
          url = {{{{Address}}}}
        }
        """;

    /// <summary>HTML that shows a quote in a frame.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="quote">Its words, which a screen reader hears before the frame.</param>
    public string Frame(int number, string quote)
    {
        var address = $"{site}/quotes/{study.Slug}{(number == 0 ? "" : $"?{Quotes.ReadModel.Number}={number + 1}")}";
        return $"""<iframe src="{address}" title="{HtmlEncoder.Default.Encode(quote)}" width="100%" height="220" loading="lazy"></iframe>""";
    }

    /// <summary>Signs that mean something to TeX; words of other scripts stay as they are (UTF-8, as biber reads).</summary>
    private static string Escaped(string words) => string.Concat(words.Select(letter => letter switch
    {
        '\\' => @"\textbackslash{}",
        '{' or '}' or '%' or '&' or '#' or '$' or '_' => $@"\{letter}",
        '~' => @"\textasciitilde{}",
        '^' => @"\textasciicircum{}",
        _ => letter.ToString(),
    }));
}
