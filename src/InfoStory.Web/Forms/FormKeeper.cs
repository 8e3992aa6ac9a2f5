using System.Security.Cryptography;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.RateLimiting;
using InfoStory.Web.Setup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoStory.Web.Forms;

/// <summary>
/// Keeps what was posted when its session had ended, for the person for whom the page was made (docs/decisions/0048). The form itself says, sealed, whose
/// it is, because after sign-out nothing else does; the antiforgery token, asked as if they were still signed in, says that it came from our own page.
/// </summary>
public sealed class FormKeeper(KeptForms kept, DrawingIn drawing, FormSeals seals, IAntiforgery antiforgery, Limits limits)
{
    /// <summary>The field that says whose a form is, and the one that says which kept form it went on from.</summary>
    public const string OwnerField = "__Whose", FromField = "__From";

    /// <summary>The field under whose value what is typed in one window is kept.</summary>
    public const string WindowField = "__Window";

    /// <summary>The field that says which kept form its page offered: whoever saves other words let it go, and all that was kept before it.</summary>
    public const string OfferedField = "__Offered";

    /// <summary>The field that says from which stories the case study was drawn when its words were typed.</summary>
    public const string StoriesField = "__Stories";

    /// <summary>What a form that is kept while it is typed carries, where it has a revision, and no other form beside it.</summary>
    private const string RevisionField = "Form.Revision";

    private const int KeyLength = 32;

    /// <summary>The part of an address that names a kept form.</summary>
    public const string Query = "typed";

    /// <summary>Never kept: what proves who somebody is, and what belongs to one sending.</summary>
    public static readonly IReadOnlySet<string> NeverKept = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "__RequestVerificationToken", OwnerField, FromField, WindowField, StoriesField, OfferedField,
        "Form.Password", "Form.Present", "Form.Again", "Form.Code", "Form.RecoveryCode",
        "Form.Credential", "Form.Receipt",
    };

    /// <summary>Only pages that somebody must be known for have sessions that end.</summary>
    public static bool Guards(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;

    /// <summary>The key of a kept form that an address of ours names; null where it names none.</summary>
    public static string? KeyIn(string? address) => address?.Split('?', 2) is [_, var query]
        && QueryHelpers.ParseQuery(query).TryGetValue(Query, out var keys) && keys is [{ Length: KeyLength } key] ? key : null;

    /// <summary>The same address, and with it the kept form of this key.</summary>
    public static string With(string address, string key) => QueryHelpers.AddQueryString(address, Query, key);

    /// <summary>
    /// Keeps the form of a request that was not let in, where it has one. What is larger than words is not even read: some pages take files.
    /// </summary>
    /// <returns>The address to lead to once its person is signed in, also where it could not be kept; null where there was no form of anybody known.</returns>
    public async Task<string?> KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength is null or > PagesSetup.LargestBody
            || !IsNavigation(request) || !request.HasFormContentType || !ReadableForms.IsReadable(request)
            || context.GetEndpoint()?.Metadata.GetMetadata<OnlyLooksAttribute>() is not null || limits.Count(context, Counted.Form) is not null) return null;

        try
        {
            await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }

        return seals.Open(request.Form[OwnerField]) is { } owner ? await KeepAsync(context, owner) : null;
    }

    /// <summary>
    /// Keeps a form that was made for one person and posted in the session of another, who sees nothing of it. Null, and nothing kept, where it is no such
    /// form.
    /// </summary>
    public async Task<string?> KeepForAnotherAsync(HttpContext context) => context.Request.HasFormContentType
        && seals.Open(context.Request.Form[OwnerField]) is { } owner && owner != FormSeals.OwnerOf(context.User) ? await KeepAsync(context, owner) : null;

    /// <summary>
    /// Keeps what is being typed, in place of what was kept before in the same window and of the kept form that it went on from. Nothing else is done with it.
    /// </summary>
    /// <param name="context">Of the request that brings the form.</param>
    /// <param name="address">The address at which its page shows it again.</param>
    /// <returns>False where it could not be kept.</returns>
    public async Task<bool> KeepWhileTypingAsync(HttpContext context, string address)
    {
        var form = context.Request.Form;
        if (FormSeals.OwnerOf(context.User) is not { } me || form[WindowField] is not [{ Length: KeyLength } key] || !key.All(char.IsAsciiHexDigitUpper))
            return false;

        var typed = new TypedForm(address, FieldsOf(form)) { WhileTyping = true };
        // Never with the cancellation of the request: who leaves the page has typed all the same.
        return await KeepAsync(context.Request, key, me, typed);
    }

    /// <summary>Keeps what was typed on a page that is left, for whoever comes back to it. Nothing else is done with it.</summary>
    /// <returns>False where it could not be kept.</returns>
    public async Task<bool> KeepLeftAsync(HttpContext context) =>
        FormSeals.OwnerOf(context.User) is { } me && await KeepAsync(context.Request, NewKey(), me, Typed(context.Request) with { WhileTyping = true });

    /// <summary>What this person was typing of a case study and did not save, last typed first; what cannot be read any more is left out.</summary>
    public async Task<IReadOnlyList<(WaitingForm Form, TypedForm Typed)>> TypedOfAsync(
        HttpContext context, Id<CaseStudy> study, CancellationToken cancellation) =>
        FormSeals.OwnerOf(context.User) is not { } me ? [] : [.. (await kept.OfAsync(me, study, cancellation))
            .Select(form => (Form: form, Typed: seals.Open(me, form.Words)!)).Where(one => one.Typed is { WhileTyping: true })];

    /// <summary>Throws away what this person typed and was kept under this key.</summary>
    public Task ForgetAsync(HttpContext context, string? key, CancellationToken cancellation) =>
        FormSeals.OwnerOf(context.User) is { } me && key is not null ? kept.ForgetAsync(key, me, cancellation) : Task.CompletedTask;

    /// <summary>What was kept under this key for whoever asks from this page; null where there is nothing of theirs that can be read.</summary>
    public async Task<TypedForm?> FindAsync(HttpContext context, string key) =>
        FormSeals.OwnerOf(context.User) is { } me && await kept.FindAsync(key, context.RequestAborted) is { } form && form.Owner == me
            && seals.Open(me, form.Words) is { } typed && typed.Path == PathOf(context.Request) ? typed : null;

    /// <summary>Forgets the kept form that this one went on from, now that all of it was sent, and what its page offered and was not taken up.</summary>
    public async Task ForgetSentAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType && context.Request.Form[OfferedField].FirstOrDefault() is { } offered
            && SubjectOf(context.Request.RouteValues).CaseStudy is { } study)
        {
            var typedThere = await TypedOfAsync(context, study, CancellationToken.None);
            foreach (var (form, _) in typedThere.SkipWhile(one => one.Form.Key != offered)) await ForgetAsync(context, form.Key, CancellationToken.None);
        }

        if (!context.Request.HasFormContentType || context.Request.Form[FromField].FirstOrDefault() is not { } key) return;
        if (FormSeals.OwnerOf(context.User) is not { } me || await kept.FindAsync(key, CancellationToken.None) is not { } last || last.Owner != me) return;

        // Another form of the same page may have been sent: then this one still waits. A box that was ticked while typing need not be any more.
        var typed = seals.Open(me, last.Words);
        var asked = typed?.Fields.Keys.Where(name => !typed.WhileTyping || name == RevisionField) ?? [];
        if (asked.All(context.Request.Form.ContainsKey)) await kept.ForgetAsync(key, me, CancellationToken.None);
    }

    private async Task<string?> KeepAsync(HttpContext context, FormOwner owner)
    {
        if (!await WasMadeForAsync(context, owner)) return null;

        var (request, key) = (context.Request, NewKey());
        var typed = Typed(request);
        // Never with the cancellation of the request: who hangs up has typed all the same.
        if (context.GetEndpoint()?.Metadata.GetMetadata<NotKeptAttribute>() is null && !Leaving.KeepsNothing(request.Form["To"]))
        {
            await KeepAsync(request, key, owner, typed);
        }

        return With(typed.Address, key);
    }

    private static TypedForm Typed(HttpRequest request) =>
        new(PathOf(request) + QueryString.Create(request.Query.Where(part => part.Key != Query)), FieldsOf(request.Form));

    private static string NewKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyLength / 2));

    /// <summary>Nothing is kept of a case study from which a story was left out after its words were typed.</summary>
    private async Task<bool> KeepAsync(HttpRequest request, string key, FormOwner owner, TypedForm typed)
    {
        var about = SubjectOf(request.RouteValues);
        return (about.CaseStudy is not { } study
                || await drawing.IsDrawnFromAsync(study, [.. request.Form[StoriesField].OfType<string>()], CancellationToken.None))
            && await kept.KeepAsync(key, owner, about, seals.Seal(owner, typed), request.Form[FromField].FirstOrDefault(), CancellationToken.None);
    }

    private static Dictionary<string, string?[]> FieldsOf(IFormCollection form) =>
        form.Where(field => !NeverKept.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal);

    private async Task<bool> WasMadeForAsync(HttpContext context, FormOwner owner)
    {
        var now = context.User;
        context.User = FormSeals.StandIn(owner);
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        finally
        {
            context.User = now;
        }
    }

    /// <summary>A script asks for itself and would follow us nowhere; older browsers tell it by what they accept.</summary>
    private static bool IsNavigation(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] is [] or ["navigate"]
        && (request.Headers.Accept is [] || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private static string PathOf(HttpRequest request) => (request.PathBase + request.Path).ToUriComponent();

    /// <summary>What the form of a page is about, by its route.</summary>
    public static FormSubject SubjectOf(RouteValueDictionary route)
    {
        var (page, slug) = (route["page"] as string ?? "", route["slug"] as string);
        if (route["reference"] is string reference) return new(reference);
        if (IsOf("/Promises/") || page is "/Home/Promise") return new(Promise: slug);
        if (IsOf("/CaseStudies/")) return new(CaseStudy: IdOf<CaseStudy>());
        if (IsOf("/Asks/") || page is "/Home/Ask" or "/Home/Tell") return new(Ask: IdOf<Ask>());
        return IsOf("/Responses/") ? new(Response: IdOf<Response>()) : new();

        bool IsOf(string folder) => page.StartsWith(folder, StringComparison.Ordinal);

        Id<T>? IdOf<T>() => Id<T>.TryParse(route["id"] as string, null, out var id) ? id : null;
    }
}
