using InfoStory.People;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.SecondFactor;

public sealed record AppCode
{
    public string? Code { get; init; }
}

public sealed class AppModel(SecondFactors factors, StaffSignIn staff, StaffCookies cookies) : SecondFactorPage
{
    private byte[] key = [];

    [BindProperty]
    public AppCode Form { get; set; } = new();

    /// <summary>The key in groups of four, as somebody types it.</summary>
    public string Letters => string.Join(' ', Totp.InLetters(key).Chunk(4).Select(group => new string(group)));

    public override Task LoadAsync(CancellationToken cancellation)
    {
        key = AppKeys.ReadOrMake(HttpContext, cookies);
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        staff.MustBeFresh();
        var codes = await factors.SetUpAppAsync(MyId, AppKeys.Read(HttpContext, cookies) ?? Totp.NewKey(), Form.Code, cancellation);
        cookies.AppKey.Delete(Response);
        await staff.BeginAgainAsync(MyId, withSecondFactor: true);
        return Done(codes, "Your authenticator app is set up");
    }
}
