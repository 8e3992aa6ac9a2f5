using FluentValidation;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.Share;

public sealed class PermissionModel(Drafts drafts, IValidator<GivePermission> rules) : QuestionPage<GivePermission>(drafts, rules)
{
    public override int Number => 5;

    protected override GivePermission Earlier(DraftAnswers answers) => new() { Website = answers.Website, PolicyMakers = answers.PolicyMakers, SeeFirst = answers.SeeFirst };
}
