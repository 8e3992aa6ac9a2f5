using FluentValidation;
using InfoStory.Sharing;

namespace InfoStory.Web.Pages.Share;

public sealed class TellerModel(Drafts drafts, IValidator<SayWhoIsTelling> rules) : QuestionPage<SayWhoIsTelling>(drafts, rules)
{
    protected override SayWhoIsTelling Earlier(DraftAnswers answers) => SayWhoIsTelling.Of(answers.Answers);
}
