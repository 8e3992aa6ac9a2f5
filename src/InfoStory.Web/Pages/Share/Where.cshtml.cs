using FluentValidation;
using InfoStory.Places;
using InfoStory.Sharing;
using InfoStory.Tags;

namespace InfoStory.Web.Pages.Share;

public sealed class WhereModel(Drafts drafts, IValidator<SayWhere> rules, TagCatalogue tags, PlaceCatalogue places) : QuestionPage<SayWhere>(drafts, rules)
{
    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    /// <summary>False where the chain of hand-offs names the service and no other was chosen.</summary>
    public bool AsksService => Draft?.Answers.AsksService is not false;

    protected override async Task LoadAroundAsync(CancellationToken cancellation) =>
        (Services, Places) = (await tags.InAsync(Facet.Service, cancellation), await places.AllAsync(cancellation));

    protected override SayWhere Earlier(DraftAnswers answers) => SayWhere.Of(answers.Answers);
}
