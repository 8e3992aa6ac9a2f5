using InfoStory.Authors;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Forms;

/// <summary>A kept form as its person finds it again; <paramref name="About"/> is null where it is about their own story, or none.</summary>
public sealed record KeptFormLink(string Address, DateTime At, string? About);

/// <summary>What this person typed in sessions that had ended and did not send since, for whoever signed in another way. Nothing where nothing waits.</summary>
public sealed class KeptFormsViewComponent(KeptForms kept, FormSeals seals) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        // On the page that shows one, its own sentence says enough.
        if (FormSeals.OwnerOf(HttpContext.User) is not { } me || HttpContext.Features.Get<AskedForm>() is { IsFound: true }) return Content("");

        List<KeptFormLink> links = [];
        var forms = await kept.OfAsync(me, HttpContext.RequestAborted);
        var names = forms.Count == 0 || me.StaffId is null ? null : await kept.NamesAsync(me, HttpContext.RequestAborted);
        foreach (var form in forms)
        {
            // What cannot be read any more hides nothing else.
            if (seals.Open(me, form.Words) is { } typed) links.Add(new(FormKeeper.With(typed.Address, form.Key), form.At, names?.GetValueOrDefault(form.Key)));
        }

        return links.Count == 0 ? Content("") : View("~/Pages/Shared/_KeptForms.cshtml", links);
    }
}
