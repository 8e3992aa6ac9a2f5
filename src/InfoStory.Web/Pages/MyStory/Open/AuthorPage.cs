using System.Security.Claims;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>A page for the author who has opened a story.</summary>
public abstract class AuthorPage(AuthorScreenReader screens) : FormPage
{
    public StoryForAuthor Story { get; private set; } = null!;

    /// <summary>Null where no public case study draws on the story.</summary>
    public CaseStudyLink? CaseStudy { get; private set; }

    protected Id<Story> Key => Id<Story>.Parse(User.FindFirstValue(AuthorCookie.StoryClaim)!, null);

    public override async Task LoadAsync(CancellationToken cancellation) => (Story, CaseStudy) = await screens.ReadAsync(Key, cancellation);
}
