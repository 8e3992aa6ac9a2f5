using FluentValidation;
using InfoStory.Sharing;

namespace InfoStory.Web.Pages.Share;

public sealed class StoryModel(Drafts drafts, IValidator<TellStory> rules) : QuestionPage<TellStory>(drafts, rules)
{
    protected override TellStory Earlier(DraftAnswers answers) => new()
    {
        Told = answers.Answers.Told,
        TimesTold = answers.Answers.TimesTold,
        ServicesTold = answers.Answers.ServicesTold,
        SomeoneAtRisk = answers.SomeoneAtRisk,
    };
}
