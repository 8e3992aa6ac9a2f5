using InfoStory.Authors;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Forms;

/// <summary>A kept form as its person finds it again.</summary>
public sealed record KeptFormLink(string Address, DateTime At);

/// <summary>What this person typed in sessions that had ended and did not send since, for whoever signed in another way. Nothing where nothing waits.</summary>
public sealed class KeptFormsViewComponent(KeptForms kept, FormSeals seals) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        // On the page that shows one, its own sentence says enough.
        if (FormSeals.OwnerOf(HttpContext.User) is not { } me || HttpContext.Features.Get<AskedForm>() is { IsFound: true }) return Content("");

        List<KeptFormLink> links = [];
        foreach (var form in await kept.OfAsync(me, HttpContext.RequestAborted))
        {
            // What cannot be read any more hides nothing else.
            if (seals.Open(me, form.Words) is { } typed) links.Add(new(FormKeeper.With(typed.Address, form.Key), form.At));
        }

        return links.Count == 0 ? Content("") : View("~/Pages/Shared/_KeptForms.cshtml", links);
    }
}
