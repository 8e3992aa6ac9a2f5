using FluentValidation;
using InfoStory.Sharing;

namespace InfoStory.Web.Pages.Share;

public sealed class WhenModel(Drafts drafts, IValidator<SayWhen> rules) : QuestionPage<SayWhen>(drafts, rules)
{
    protected override SayWhen Earlier(DraftAnswers answers) => SayWhen.Of(answers.Answers);
}
