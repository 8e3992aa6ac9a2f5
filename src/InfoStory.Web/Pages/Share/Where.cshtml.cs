using FluentValidation;
using InfoStory.Places;
using InfoStory.Sharing;
using InfoStory.Tags;
using InfoStory.Web.Http;

namespace InfoStory.Web.Pages.Share;

public sealed class WhereModel(Drafts drafts, IValidator<SayWhere> rules, TagCatalogue tags, PlaceCatalogue places) : QuestionPage<SayWhere>(drafts, rules)
{
    private readonly Drafts drafts = drafts;

    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    /// <summary>False where the chain of hand-offs names the service and no other was chosen.</summary>
    public bool AsksService { get; private set; } = true;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        (Services, Places) = (await tags.InAsync(Facet.Service, cancellation), await places.AllAsync(cancellation));
        AsksService = (await drafts.FindAsync(DraftCookie.Read(Request), cancellation))?.Answers.AsksService is not false;
    }

    protected override SayWhere Earlier(DraftAnswers answers) => SayWhere.Of(answers.Answers);
}
