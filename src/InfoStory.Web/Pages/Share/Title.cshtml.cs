using FluentValidation;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.Share;

public sealed class TitleModel(Drafts drafts, IValidator<GiveTitle> rules) : QuestionPage<GiveTitle>(drafts, rules)
{
    public override int Number => 2;

    protected override GiveTitle Earlier(DraftAnswers answers) => new() { Title = answers.Title };
}
