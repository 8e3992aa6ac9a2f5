using InfoStory.Protection.Flags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Rules;

public sealed class IndexModel(RuleBook book) : FormPage
{
    public IReadOnlyList<RuleWithRates> Rules { get; private set; } = [];

    public IReadOnlyList<RuleSwitch> History { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation) =>
        (Rules, History) = (await book.ListAsync(cancellation), await book.HistoryAsync(cancellation));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostSwitchAsync(string rule, bool on, CancellationToken cancellation)
    {
        await book.SwitchAsync(rule, on, User.ToActor(), cancellation);
        TempData["Flash"] = $"Switched {(on ? "on" : "off")}: {rule}";
        return RedirectToPage("Index");
    }
}
