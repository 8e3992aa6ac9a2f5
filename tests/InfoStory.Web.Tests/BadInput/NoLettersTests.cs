namespace InfoStory.Web.Tests.BadInput;

/// <summary>What no letter of Unicode is, in every field of every form. Some of them are taken, so the site is one of its own.</summary>
public sealed class NoLettersTests(FormSite site) : IClassFixture<FormSite>
{
    private static readonly string[] Texts = ["\ufffe\u0301", "a\ufffe@\ufffe.example", "07700 900\ufffe123"];

    [Fact]
    public async Task What_is_no_letter_breaks_no_field_of_any_form()
    {
        List<string> wrong = [];
        var tried = 0;

        foreach (var form in site.Forms)
        {
            var page = await site.PageAsync(form.Who, form.Page);
            // What was taken before may have led to another state, in which this form is not.
            var fields = TestBrowser.FormOf(page, form.Handler)?.QuerySelectorAll("input, select, textarea").Select(field => field.GetAttribute("name"))
                .OfType<string>().Where(name => !name.StartsWith("__", StringComparison.Ordinal)).Distinct().ToList() ?? [];
            foreach (var (field, text) in fields.SelectMany(field => Of(field, tried + fields.IndexOf(field)).Select(text => (field, text))).ToList())
            {
                tried++;
                var answer = await site.As(form.Who).SubmitAsync(page, form.Page, new() { [field] = text }, form.Handler);
                if ((int)answer.StatusCode >= 500) wrong.Add($"{form.Page} {form.Handler} {field}: answered {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(tried, 300, 5_000);
    }

    /// <summary>Addresses and numbers meet all three, other fields one in turn.</summary>
    private static IEnumerable<string> Of(string field, int turn) =>
        new[] { "Email", "Telephone", "Mailbox" }.Any(kind => field.EndsWith(kind, StringComparison.Ordinal)) ? Texts : [Texts[turn % Texts.Length]];
}
