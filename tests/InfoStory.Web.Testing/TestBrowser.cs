using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace InfoStory.Web.Testing;

/// <summary>A browser without a screen: reads pages, fills the form it finds and sends it with the page's own hidden fields.</summary>
public sealed class TestBrowser(HttpClient client, CookieContainer? cookies = null) : IDisposable
{
    public HttpClient Client => client;

    public CookieContainer Cookies { get; } = cookies ?? new();

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page, which must be there. Whoever means to be refused or sent elsewhere uses <see cref="GetAsync"/>.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var answer = await GetAsync(path);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");

        return await DocumentAsync(answer);
    }

    /// <summary>Opens the page, fills the fields named and presses the button of that handler (the first form's own where it is null).</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, Dictionary<string, string> fields, string? handler = null)
    {
        var page = await PageAsync(path);
        return await SubmitAsync(page, path, fields, handler);
    }

    /// <summary>As SubmitAsync; it must be done, which a redirect says.</summary>
    public async Task DoAsync(string path, Dictionary<string, string> fields, string? handler = null) =>
        MustBeDone(await SubmitAsync(path, fields, handler), path);

    /// <inheritdoc cref="DoAsync(string, Dictionary{string, string}, string?)"/>
    public async Task DoAsync(IHtmlDocument page, string path, Dictionary<string, string> fields, string? handler = null) =>
        MustBeDone(await SubmitAsync(page, path, fields, handler), path);

    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string path, Dictionary<string, string> fields, string? handler = null)
    {
        var form = FormOf(page, handler) ?? throw new InvalidOperationException($"{path} has no form for {handler ?? "a post"}.");
        return PostAsync(AddressOf(page, path, handler), Fill(form, fields));
    }

    /// <summary>Where the page at this path sends what is answered by that handler.</summary>
    public static string AddressOf(IHtmlDocument page, string path, string? handler)
    {
        var address = ButtonOf(page, handler)?.GetAttribute("formaction") ?? FormOf(page, handler)?.GetAttribute("action");
        return string.IsNullOrEmpty(address) ? path : address;
    }

    /// <summary>The form that this handler answers, the first that is posted where it is null.</summary>
    public static IElement? FormOf(IHtmlDocument page, string? handler) =>
        OwnerOf(page, ButtonOf(page, handler))
        ?? page.QuerySelectorAll("form")
            .FirstOrDefault(form => handler is null ? Is(form, "post") && form.Closest("header") is null : Has(form.GetAttribute("action"), handler));

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields));

    public static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>What the form would send as it stands, with these fields changed or added.</summary>
    public static List<KeyValuePair<string, string>> Fill(IElement form, Dictionary<string, string> fields)
    {
        List<KeyValuePair<string, string>> sent = [];
        foreach (var control in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (!fields.ContainsKey(name) && Value(control) is { } value) sent.Add(new(name, value));
        }

        sent.AddRange(fields);
        return sent;
    }

    public void Dispose() => client.Dispose();

    private static void MustBeDone(HttpResponseMessage answer, string path)
    {
        if ((int)answer.StatusCode is not (302 or 303)) throw new InvalidOperationException($"Sending {path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>A button stands in its form, or names it.</summary>
    private static IElement? OwnerOf(IHtmlDocument page, IElement? button) =>
        button?.GetAttribute("form") is { } id ? page.GetElementById(id) : button?.Closest("form");

    private static IElement? ButtonOf(IHtmlDocument page, string? handler) =>
        handler is null ? null : page.QuerySelectorAll("button").FirstOrDefault(button => Has(button.GetAttribute("formaction"), handler));

    private static string? Value(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    /// <summary>A handler is named by itself, by the last part of its page's address, or by both ("Save", "decline", "decline?handler=Read").</summary>
    private static bool Has(string? address, string handler) => address?.Split('#')[0] is { } path
        && (path.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase) || path.EndsWith($"/{handler}", StringComparison.OrdinalIgnoreCase));

    private static bool Is(IElement form, string method) => string.Equals(form.GetAttribute("method"), method, StringComparison.OrdinalIgnoreCase);
}
