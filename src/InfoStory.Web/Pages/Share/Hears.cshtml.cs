using FluentValidation;
using InfoStory.Sharing;

namespace InfoStory.Web.Pages.Share;

public sealed class HearsModel(Drafts drafts, IValidator<SayWhoNeedsToHear> rules) : QuestionPage<SayWhoNeedsToHear>(drafts, rules)
{
    protected override SayWhoNeedsToHear Earlier(DraftAnswers answers) => SayWhoNeedsToHear.Of(answers.Answers);
}
