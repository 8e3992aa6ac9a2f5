using FluentValidation;
using FluentValidation.AspNetCore;
using InfoStory.Data;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Forms;

/// <summary>
/// The one place where a refused form becomes an answer: 400 for what breaks a rule, 403 for what their roles do not allow, 409 for what somebody
/// changed first, 429 for what comes too often, each with the same page again. Also counts forms and checks the antiforgery token, so that a stale
/// page loses nothing either.
/// </summary>
public sealed class FormFilter(IAntiforgery antiforgery, Limits limits, UnsavedChanges unsaved) : IAsyncPageFilter
{
    private const int LongestField = 120_000;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = context.HttpContext.RequestAborted;
        var page = context.HandlerInstance as FormPage;
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            // Some pages write down that they were opened. A HEAD opens nothing, though it is answered as a GET would be.
            if (HttpMethods.IsHead(context.HttpContext.Request.Method)) unsaved.SaveNothing();
            if (page is not null) await page.LoadAsync(cancellation);
            if (context.HttpContext.Features.Get<AskedForm>() is not null) context.ModelState.AddModelError("", FormPage.NotKept);
            await next();
            return;
        }

        // The error page answers whatever was posted elsewhere; there is nothing to refuse any more.
        if (context.HandlerInstance is Pages.ErrorModel)
        {
            await next();
            return;
        }

        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        // Only shown again: what is done, is done by who presses the button now.
        if (context.HttpContext.Features.Get<AskedForm>() is { } asked)
        {
            context.ModelState.AddModelError("", asked.WhileTyping ? FormPage.NotSaved : FormPage.SessionEnded);
            context.Result = await AgainAsync(page, StatusCodes.Status200OK, cancellation);
            return;
        }

        if (Refusal(context) is { } refusal)
        {
            context.Result = await TooManyAsync(context, page, refusal);
            return;
        }

        if (!await CanBeReadAsync(context.HttpContext.Request, cancellation))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        var isOurs = IsSentByUs(context.HttpContext) || await antiforgery.IsRequestValidAsync(context.HttpContext);
        if (HasTooMuch(context.HttpContext.Request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (!isOurs && await Keeper(context.HttpContext).KeepForAnotherAsync(context.HttpContext) is { } away)
        {
            context.Result = new LocalRedirectResult(away);
            return;
        }

        if (isOurs && context.HttpContext.Request is { HasFormContentType: true } left && left.Form["To"] == Leaving.Back && page?.BackTo is not null)
        {
            context.Result = await LeaveAsync(context, page);
            return;
        }

        if (!isOurs) context.ModelState.AddModelError("", FormPage.Stale);
        if (!context.ModelState.IsValid)
        {
            if (page is not null && HasOnlyWrongDays(context.ModelState)) await SayTheRestAsync(context, page, cancellation);
            context.Result = await AgainAsync(page, StatusCodes.Status400BadRequest, cancellation);
            return;
        }

        var done = await next();
        if (done.Exception is null || done.ExceptionHandled)
        {
            if (done.Result is IKeepTempDataResult or StatusCodeResult { StatusCode: StatusCodes.Status303SeeOther })
                await Keeper(context.HttpContext).ForgetSentAsync(context.HttpContext);
            return;
        }

        // Some pages save that they were opened: with it must not go what was refused.
        unsaved.Discard();
        if (page is null) return;

        if (done.Exception is ValidationException invalid)
        {
            new FluentValidation.Results.ValidationResult(invalid.Errors).AddToModelState(context.ModelState, "Form");
            done.Result = await AgainAsync(page, StatusCodes.Status400BadRequest, cancellation);
            done.ExceptionHandled = true;
        }
        else if (Conflict(done.Exception) is { } conflict)
        {
            foreach (var (sentence, field) in conflict.Refusals) context.ModelState.AddModelError(field is null ? "" : $"Form.{field}", sentence.TrimEnd('.'));
            context.ModelState.Remove("Form.Revision");
            page.Conflicted = true;
            try
            {
                done.Result = await AgainAsync(page, StatusCodes.Status409Conflict, cancellation);
                done.ExceptionHandled = true;
            }
            catch (NotFoundException)
            {
                // Whoever was first took away what the page shows: the error page says that somebody was.
            }
        }
        else if (done.Exception is ForbiddenException forbidden)
        {
            context.ModelState.AddModelError("", forbidden.Message.TrimEnd('.'));
            done.Result = await AgainAsync(page, StatusCodes.Status403Forbidden, cancellation);
            done.ExceptionHandled = true;
        }
        else if (done.Exception is TooManyException many)
        {
            done.Result = await TooManyAsync(context, page, many);
            done.ExceptionHandled = true;
        }
    }

    /// <summary>Keeps what is typed for whoever typed it. Nothing else is done with it.</summary>
    private static async Task<IActionResult> LeaveAsync(PageHandlerExecutingContext context, FormPage page)
    {
        await page.LoadAsync(context.HttpContext.RequestAborted);
        var keeper = Keeper(context.HttpContext);
        if (!page.IsTyped && context.ModelState.IsValid) await keeper.ForgetSentAsync(context.HttpContext);
        else if (!await keeper.KeepLeftAsync(context.HttpContext))
        {
            context.ModelState.AddModelError("", FormPage.NotLeft);
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        return new LocalRedirectResult(page.BackTo!);
    }

    /// <summary>Made when a form needs it: it brings along the rules of forms that are kept, and every page that is only read comes by here too.</summary>
    private static FormKeeper Keeper(HttpContext context) => context.RequestServices.GetRequiredService<FormKeeper>();

    /// <summary>False where it says that it is a form and is none.</summary>
    private static async Task<bool> CanBeReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return true;

        try
        {
            await request.ReadFormAsync(cancellation);
            return true;
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return false;
        }
    }

    private static bool IsSentByUs(HttpContext context) => context.GetEndpoint()?.Metadata is { } page
        && (page.GetMetadata<OpenedByLinkAttribute>() is not null
            || (page.GetMetadata<WithoutTokenAttribute>() is not null && OwnPages.Sent(context.Request)));

    private static bool HasOnlyWrongDays(ModelStateDictionary typed) =>
        typed.Values.SelectMany(field => field.Errors).All(error => TypedDay.IsRefusal(error.ErrorMessage));

    /// <summary>Whoever typed no day is told at once what else is wrong, and not when they have mended it.</summary>
    private static async Task SayTheRestAsync(PageHandlerExecutingContext context, FormPage page, CancellationToken cancellation)
    {
        var (form, ruleSets) = page.ToLookAt(context.HandlerMethod?.Name);
        if (form is null) return;
        if (context.HttpContext.RequestServices.GetService(typeof(IValidator<>).MakeGenericType(form.GetType())) is not IValidator rules) return;

        var checkedForm = await rules.ValidateAsync(
            ValidationContext<object>.CreateWithOptions(form, options => options.IncludeRuleSets(ruleSets)), cancellation);
        foreach (var wrong in checkedForm.Errors)
        {
            var field = $"Form.{wrong.PropertyName}";
            if (context.ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
                context.ModelState.AddModelError(field, wrong.ErrorMessage);
        }
    }

    /// <summary>Ten times what any field keeps: nothing works on it, and it is not shown again.</summary>
    private static bool HasTooMuch(HttpRequest request) =>
        request.HasFormContentType && request.Form.Any(field => field.Value.Any(typed => typed?.Length > LongestField));

    /// <summary>Counts the form, and what its page says that it counts as.</summary>
    private TooManyException? Refusal(PageHandlerExecutingContext context) =>
        limits.Count(context.HttpContext, Counted.Form)
        ?? (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<CountedAsAttribute>() is { What: var what }
            ? limits.Count(context.HttpContext, what)
            : null);

    private static ConflictException? Conflict(Exception fault) => fault switch
    {
        ConflictException conflict => conflict,
        ClashException or DbUpdateConcurrencyException => ConflictException.AtOnce(),
        _ => null,
    };

    private static Task<IActionResult> TooManyAsync(PageHandlerExecutingContext context, FormPage? page, TooManyException many)
    {
        ErrorHandler.SetRetryAfter(context.HttpContext.Response, many);
        context.ModelState.AddModelError("", many.Message);
        return AgainAsync(page, StatusCodes.Status429TooManyRequests, context.HttpContext.RequestAborted);
    }

    private static async Task<IActionResult> AgainAsync(FormPage? page, int status, CancellationToken cancellation)
    {
        if (page is null) return new StatusCodeResult(status);

        await page.LoadAsync(cancellation);
        return new PageResult { StatusCode = status };
    }
}
