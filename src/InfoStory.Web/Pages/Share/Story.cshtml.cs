using FluentValidation;
using InfoStory.Sharing;
using InfoStory.Web.Http;

namespace InfoStory.Web.Pages.Share;

public sealed class StoryModel(Drafts drafts, IValidator<TellStory> rules) : QuestionPage<TellStory>(drafts, rules, new TellStoryRules(mayBeLeft: true))
{
    /// <summary>The device would show the six words of another story once more; with this one it does not.</summary>
    public bool TakesWords => DraftCookie.ReadShownOnce(Request) is not null;

    protected override TellStory Earlier(DraftAnswers answers) => new()
    {
        Told = answers.Answers.Told,
        TimesTold = answers.Answers.TimesTold,
        ServicesTold = answers.Answers.ServicesTold,
        SomeoneAtRisk = answers.SomeoneAtRisk,
    };
}
