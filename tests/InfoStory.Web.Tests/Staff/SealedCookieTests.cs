using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.Staff;

public sealed class SealedCookieTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public void What_a_passkey_was_asked_is_taken_once_whatever_copy_of_the_cookie_comes_again()
    {
        var cookie = site.Services.GetRequiredService<StaffCookies>().Passkey;
        var asked = new DefaultHttpContext();
        cookie.Write(asked.Response, "a challenge");
        var copy = asked.Response.Headers.SetCookie.ToString().Split(';')[0];

        var first = Again();
        var second = Again();

        Assert.Equal(("a challenge", null), (first, second));

        string? Again()
        {
            var answer = new DefaultHttpContext();
            answer.Request.Headers.Cookie = copy;
            return cookie.Take(answer.Request, answer.Response);
        }
    }
}
