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

    /// <summary>HTML that shows a quote in a frame, with no word of it: what is copied stays where it is.</summary>
    public string Frame(string quote) =>
        $"""
        <iframe src="{AddressOf(quote)}" title="A quote on InfoStory" width="100%" height="220" loading="lazy"></iframe>
        """;

    private string AddressOf(string quote) => $"{site}/quotes/{study.Slug}?{Quotes.ReadModel.Which}={Quotes.ReadModel.NameOf(quote)}";

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
