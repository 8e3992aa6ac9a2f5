using FluentValidation;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Web.Http;

namespace InfoStory.Web.Pages.Share;

public sealed class ContactModel(Drafts drafts, ContactBook contacts, IValidator<LeaveContact> rules) : QuestionPage<LeaveContact>(drafts, rules)
{
    private ContactDetails? left;

    protected override ContactDetails? Contact => left;

    protected override async Task LoadAroundAsync(CancellationToken cancellation) => left = await contacts.FindAsync(DraftCookie.Read(Request), cancellation);

    protected override Task<DraftSecret> KeepAsync(
        DraftSecret? secret, Func<DraftSecret, DraftAnswers?, Task> look, CancellationToken cancellation) =>
        contacts.LeaveAsync(secret, Form, look, cancellation);

    protected override LeaveContact AsKept(LeaveContact answer) => answer;

    protected override LeaveContact Earlier(DraftAnswers answers) => new() { Email = left?.Email, Telephone = left?.Telephone };
}
