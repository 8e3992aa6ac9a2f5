using System.Security.Claims;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>A page for the author who has opened a story.</summary>
public abstract class AuthorPage(AuthorScreenReader screens) : FormPage
{
    private const string Care = "care";

    public StoryForAuthor Story { get; private set; } = null!;

    /// <summary>Null where no public case study draws on the story.</summary>
    public CaseStudyLink? CaseStudy { get; private set; }

    /// <summary>True where whoever wrote just now, sent or not, is to read whom to ring.</summary>
    public bool Cares => Request.Query[Care] == "true" || DangerWords.SpeaksOfDanger(Typed);

    /// <summary>What was typed here; null where nothing is.</summary>
    protected virtual string? Typed => null;

    /// <summary>What the address of the page after this one carries, where it is to show whom to ring.</summary>
    protected object? WithCare => DangerWords.SpeaksOfDanger(Typed) ? new { care = "true" } : null;

    protected Id<Story> Key => Id<Story>.Parse(User.FindFirstValue(AuthorCookie.StoryClaim)!, null);

    public override async Task LoadAsync(CancellationToken cancellation) => (Story, CaseStudy) = await screens.ReadAsync(Key, cancellation);
}
