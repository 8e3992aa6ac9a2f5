using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>What every page of an opened story shows; <paramref name="CaseStudy"/> is null where no public one draws on the story.</summary>
public sealed record AuthorScreen(StoryForAuthor Story, CaseStudyLink? CaseStudy);

/// <summary>Reads what the author's pages show.</summary>
public sealed class AuthorScreenReader(Authors.MyStory stories, Library library)
{
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<AuthorScreen> ReadAsync(Id<Story> story, CancellationToken cancellation) =>
        new(await stories.ShowAsync(story, cancellation), await library.FindByStoryAsync(story, cancellation));
}
