using System.Security.Claims;
using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.AspNetCore.Authentication;

namespace InfoStory.Web.Http;

/// <summary>An author who showed a receipt stays with the story for half an hour, in a cookie that only we can read.</summary>
public static class AuthorCookie
{
    public const string Scheme = "Author", StoryClaim = "story";

    public static Task OpenStoryAsync(this HttpContext context, Id<Story> story) =>
        context.SignInAsync(Scheme, new(new ClaimsIdentity([new(StoryClaim, story.ToString())], Scheme)));

    public static Task CloseStoryAsync(this HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>The story that this author has opened; null where none is open.</summary>
    public static async Task<Id<Story>?> FindOpenStoryAsync(this HttpContext context)
    {
        var result = await context.AuthenticateAsync(Scheme);
        return Id<Story>.TryParse(result.Principal?.FindFirstValue(StoryClaim), null, out var id) ? id : null;
    }
}
