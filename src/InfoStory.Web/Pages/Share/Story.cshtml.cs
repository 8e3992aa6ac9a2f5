using FluentValidation;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.Share;

public sealed class StoryModel(Drafts drafts, IValidator<TellStory> rules) : QuestionPage<TellStory>(drafts, rules)
{
    public override int Number => 1;

    protected override TellStory Earlier(DraftAnswers answers) => new() { Told = answers.Told };
}
