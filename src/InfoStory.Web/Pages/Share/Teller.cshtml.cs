using FluentValidation;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.Share;

public sealed class TellerModel(Drafts drafts, IValidator<SayWhoIsTelling> rules) : QuestionPage<SayWhoIsTelling>(drafts, rules)
{
    public override int Number => 2;

    protected override SayWhoIsTelling Earlier(DraftAnswers answers) => new() { WhoIsTelling = answers.WhoIsTelling };
}
