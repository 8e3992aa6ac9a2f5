using FluentValidation;
using InfoStory.Places;
using InfoStory.Sharing;
using InfoStory.Tags;

namespace InfoStory.Web.Pages.Share;

public sealed class WhereModel(Drafts drafts, IValidator<SayWhere> rules, TagCatalogue tags, PlaceCatalogue places) : QuestionPage<SayWhere>(drafts, rules)
{
    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation) =>
        (Services, Places) = (await tags.InAsync(Facet.Service, cancellation), await places.AllAsync(cancellation));

    protected override SayWhere Earlier(DraftAnswers answers) => new() { Service = answers.Answers.ServiceId, Place = answers.Answers.PlaceId };
}
