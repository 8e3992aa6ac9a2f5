using System.Reflection;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>Nothing is written over unseen: what a form changes it knows as it was, or there is nothing that could be written over.</summary>
public sealed class WrittenOverTests
{
    private const string New = "adds something", State = "moves on a state that is checked when it is saved, and writes over no words",
        Nothing = "saves nothing", Own = "only its owner's, who proves who they are with the same form";

    /// <summary>How a form says what it was made from.</summary>
    private static readonly string[] Known = ["Revision", "Seen", "Made", "Stories"];

    /// <summary>Each form that says nothing of it, with the reason.</summary>
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal)
    {
        ["Account.IndexModel"] = Own,
        ["Areas.Administration.Rules.IndexModel"] = State,
        ["Areas.Administration.Staff.NewModel"] = New,
        ["Areas.Moderation.Briefings.CopiesModel"] = New,
        ["Areas.Moderation.CaseStudies.KeptModel"] = "replaces only what was typed in the same window",
        ["Areas.Moderation.CaseStudies.PicturesModel"] = New,
        ["Areas.Moderation.CaseStudies.PutModel"] = New,
        ["Areas.Moderation.Enter.IndexModel"] = New,
        ["Areas.Moderation.Digests.IndexModel"] = State,
        ["Areas.Moderation.Dissemination.IndexModel"] = State,
        ["Areas.Moderation.Letters.IndexModel"] = State,
        ["Areas.Moderation.Enter.SlipModel"] = Nothing,
        ["Areas.Moderation.Invitations.NewModel"] = New,
        ["Areas.Moderation.Invitations.ShowModel"] = State,
        ["Areas.Moderation.CaseStudies.PromisesModel"] = New,
        ["Areas.Moderation.Stories.ContactModel"] = New,
        ["Areas.Moderation.Subscribers.ImportModel"] = New,
        ["Areas.Moderation.Subscribers.IndexModel"] = State,
        ["Areas.Moderation.Stories.FlagsModel"] = State,
        ["Areas.Administration.Tags.SplitModel"] = State,
        ["Areas.Moderation.Organisations.RespondersModel"] = State,
        ["Areas.Respond.Home.IndexModel"] = State,
        ["Areas.Respond.Home.InviteModel"] = New,
        ["Areas.Respond.IndexModel"] = Nothing,
        ["Areas.Respond.InvitationModel"] = New,
        ["Areas.Respond.SignInModel"] = Nothing,
        ["Briefings.ReadModel"] = New,
        ["CaseStudies.HereTooModel"] = "fills in only what is empty",
        ["Invited.IndexModel"] = "fills in only what is empty",
        ["Kept.IndexModel"] = State,
        ["Changed.IndexModel"] = State,
        ["CalledBack.IndexModel"] = State,
        ["MyStory.IndexModel"] = Nothing,
        ["MyStory.Open.DataModel"] = New,
        ["MyStory.Open.TakeBackModel"] = State,
        ["SecondFactor.AppModel"] = Own,
        ["SecondFactor.IndexModel"] = Own,
        ["SecondFactor.RecoveryCodesModel"] = Nothing,
        ["Share.ClearedModel"] = State,
        ["Share.SentModel"] = Nothing,
        ["SignIn.ChoosePasswordModel"] = Own,
        ["SignIn.ForgottenModel"] = New,
        ["SignIn.IndexModel"] = Nothing,
        ["SignIn.SecondFactorModel"] = Nothing,
        ["Subscribe.AddressModel"] = New,
        ["Subscribe.ConfirmModel"] = State,
        ["Subscribe.IndexModel"] = New,
        ["Subscribe.LeaveModel"] = State,
        ["SignOutModel"] = State,
    };

    [Fact]
    public void Every_form_says_what_it_was_made_from_or_why_it_need_not()
    {
        var silent = typeof(FormPage).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(PageModel)))
            .SelectMany(page => page.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
                .Where(method => !Says(page, method)).Select(_ => NameOf(page)));

        List<string> found = [.. silent.Distinct()];
        Assert.Empty(found.Except(Without.Keys));
        Assert.Empty(Without.Keys.Except(found));
    }

    private static bool Says(Type page, MethodInfo method)
    {
        var bound = page.GetProperties().Where(property => property.IsDefined(typeof(BindPropertyAttribute))).ToList();
        return bound.Concat(bound.SelectMany(property => property.PropertyType.GetProperties())).Any(property => Known.Contains(property.Name))
            || method.GetParameters().Any(parameter => parameter.Name == "seen");
    }

    private static string NameOf(Type page) => page.FullName!["InfoStory.Web.".Length..].Replace("Pages.", "", StringComparison.Ordinal);
}
