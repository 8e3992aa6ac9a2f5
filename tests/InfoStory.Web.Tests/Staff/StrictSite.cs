using InfoStory.Data.Access;
using InfoStory.Data.Time;

namespace InfoStory.Web.Tests.Staff;

/// <summary>The site as in Production, where nobody works on the desk without a second factor.</summary>
public sealed class StrictSite : TestSite
{
    protected override bool SecondFactorRequired => true;

    /// <summary>The code that an app with this key shows now.</summary>
    public string Code(byte[] key) => AuthenticatorApp.CodeAt(key, Clock.UtcNow);

    public static async Task<HttpResponseMessage> SignInAsync(TestBrowser browser, string email, string password = A.Password) =>
        await browser.SubmitAsync("/sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password });

    /// <summary>Signs in for the first time and sets an app up by its page, as a person does who types the key.</summary>
    /// <returns>The key, and the recovery codes that were shown.</returns>
    public async Task<(byte[] Key, IReadOnlyList<string> Codes)> SetUpAsync(TestBrowser browser, string email, Roles roles = Roles.Moderator)
    {
        await AddStaffAsync(email, roles);
        await SignInAsync(browser, email);
        var page = await browser.PageAsync("/account/second-factor/app");
        var key = FromLetters(page.QuerySelector("strong.desk-address")!.TextContent);
        var answer = await browser.SubmitAsync(page, "/account/second-factor/app", new() { ["Form.Code"] = Code(key) });
        Assert.Equal("/account/second-factor/recovery-codes", answer.Headers.Location!.OriginalString);

        var shown = await browser.PageAsync("/account/second-factor/recovery-codes");
        IReadOnlyList<string> codes = [.. shown.QuerySelectorAll(".desk-codes li").Select(code => code.TextContent)];
        await browser.DoAsync(shown, "/account/second-factor/recovery-codes", [], "Kept");
        return (key, codes);
    }

    private static byte[] FromLetters(string letters)
    {
        var bits = string.Concat(letters.Where(char.IsAsciiLetterOrDigit).Select(letter => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter).ToString("b5")));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
