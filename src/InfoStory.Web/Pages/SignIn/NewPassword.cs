using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InfoStory.Web.Pages.SignIn;

/// <summary>A new password, typed twice because it is not shown.</summary>
public sealed record NewPassword
{
    /// <summary>The password in use until now; empty where a link takes its place.</summary>
    public string? Present { get; init; }

    public string? Password { get; init; }

    public string? Again { get; init; }

    public bool IsTheSameTwice(ModelStateDictionary problems)
    {
        if (Password == Again) return true;

        problems.AddModelError("Form.Again", "The two new passwords are not the same. Type them again");
        return false;
    }
}
