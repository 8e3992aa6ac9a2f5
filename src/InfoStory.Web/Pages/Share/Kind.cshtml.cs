using FluentValidation;
using InfoStory.Sharing;

namespace InfoStory.Web.Pages.Share;

public sealed class KindModel(Drafts drafts, IValidator<ChooseKind> rules) : QuestionPage<ChooseKind>(drafts, rules)
{
    protected override ChooseKind Earlier(DraftAnswers answers) => ChooseKind.Of(answers.Answers);
}
