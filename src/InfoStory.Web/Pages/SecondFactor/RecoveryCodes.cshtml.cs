namespace InfoStory.Web.Pages.SecondFactor;

public sealed class RecoveryCodesModel : SecondFactorPage
{
    /// <summary>Read once: then they are nowhere.</summary>
    public IReadOnlyList<string> Shown { get; private set; } = [];

    public void OnGet() => Shown = TempData[Codes] is string codes ? codes.Split(' ') : [];
}
