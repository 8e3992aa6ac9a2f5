using FluentValidation;
using InfoStory.Sharing;
using InfoStory.Tags;

namespace InfoStory.Web.Pages.Share;

public sealed class MissingModel(Drafts drafts, IValidator<SayWhatWasMissing> rules, TagCatalogue tags) : QuestionPage<SayWhatWasMissing>(drafts, rules)
{
    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    protected override IReadOnlyList<TagChoice> Named => Services;

    protected override async Task LoadAroundAsync(CancellationToken cancellation) => Services = await tags.InAsync(Facet.Service, cancellation);

    protected override SayWhatWasMissing Earlier(DraftAnswers answers) => SayWhatWasMissing.Of(answers.Answers);
}
