using InfoStory.Protection.Flags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Rules;

public sealed class IndexModel(RuleBook book) : FormPage
{
    [BindProperty]
    public ProposeSwitch Form { get; set; } = new();

    /// <summary>The rule that somebody is about to propose to switch off; empty where none is.</summary>
    [BindProperty(SupportsGet = true, Name = "off")]
    public string? Off { get; set; }

    public IReadOnlyList<RuleWithRates> Rules { get; private set; } = [];

    public IReadOnlyList<RuleSwitch> History { get; private set; } = [];

    /// <summary>Another administrator can sign in and confirm.</summary>
    public bool HasSecond { get; private set; }

    /// <summary>The rule that the form below the table is about; null where there is no form.</summary>
    public FlagRule? About => Rules.FirstOrDefault(
        row => row.Rule.CanBeOff && (row.IsOn || !ModelState.IsValid) && row.Rule.Name == (Form.Rule ?? Off))?.Rule;

    public override async Task LoadAsync(CancellationToken cancellation) => (Rules, History, HasSecond) =
        (await book.ListAsync(cancellation), await book.HistoryAsync(cancellation), await book.HasSecondAsync(User.ToActor(), cancellation));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellation)
    {
        await book.ProposeOffAsync(Form, User.ToActor(), cancellation);
        return Done($"Proposed to switch off: {Form.Rule}. It stays on until another administrator confirms that");
    }

    public async Task<IActionResult> OnPostConfirmAsync(string rule, long seen, CancellationToken cancellation)
    {
        await book.ConfirmOffAsync(rule, seen, User.ToActor(), cancellation);
        return Done($"Switched off: {rule}");
    }

    public async Task<IActionResult> OnPostLeaveOnAsync(string rule, CancellationToken cancellation)
    {
        await book.LeaveOnAsync(rule, User.ToActor(), cancellation);
        return Done($"Stays on: {rule}");
    }

    public async Task<IActionResult> OnPostSwitchOnAsync(string rule, CancellationToken cancellation)
    {
        await book.SwitchOnAsync(rule, User.ToActor(), cancellation);
        return Done($"Switched on: {rule}");
    }

    private RedirectToPageResult Done(string done)
    {
        TempData["Flash"] = done;
        return RedirectToPage("Index");
    }
}
