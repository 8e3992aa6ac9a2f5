using FluentValidation;
using InfoStory.Sharing;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.Share;

public sealed class PermissionModel(Drafts drafts, IValidator<GivePermission> rules)
    : QuestionPage<GivePermission>(drafts, rules, new GivePermissionRules(mayBeLeft: true))
{
    protected override GivePermission Earlier(DraftAnswers answers) => new()
    {
        Audiences = [.. answers.Audiences ?? []],
        Nobody = answers.Audiences is { Count: 0 },
        Months = answers.Months ?? Consent.Longest,
        SeeFirst = answers.SeeFirst,
    };
}
