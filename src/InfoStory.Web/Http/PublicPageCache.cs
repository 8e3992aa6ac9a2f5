using System.Globalization;
using System.Text;
using InfoStory.Web.Pages.CaseStudies;
using Microsoft.Extensions.Primitives;

namespace InfoStory.Web.Http;

/// <summary>
/// Keeps the answers that are the same for everyone, and gives them before anything else of the program runs: nothing in them depends on a cookie, a header or
/// a host. One stands until something that it is made of changes, or a moment comes at which something of the site ends; by the number of taps on it
/// (<see cref="HereTooWatch"/>) and the counts that it shows (<see cref="ImpactWatch"/>); and for the query that its page knows, so that no other can fill it
/// (docs/decisions/0088-what-an-answer-is-made-of.md).
/// </summary>
public sealed class PublicPageCache(
    RequestDelegate next, KeptPages answers, EditionWatch edition, HereTooWatch taps, ImpactWatch impact, Squeezing squeezing)
{
    /// <summary>So often somebody waits for another before they make the answer for themselves.</summary>
    private const int Waits = 3;

    /// <summary>Whether the answer to this is kept.</summary>
    public static bool Holds(HttpRequest request) => Find(request) is not null;

    public Task InvokeAsync(HttpContext context) => Find(context.Request) is { } page ? AnswerAsync(context, page) : next(context);

    private async Task AnswerAsync(HttpContext context, PublicPage page)
    {
        var (name, encoding) = (NameOf(page, context.Request), Encoding(context.Request.Headers.AcceptEncoding.ToString()));
        KeptPage? kept;
        for (var waited = 0; (kept = await FindAsync(context, page, name)) is null; waited++)
        {
            if (answers.TryBegin(name, out var making))
            {
                await SendAsync(context, name, await LeadAsync(context, page, name, making), encoding);
                return;
            }

            var made = await making.Task.WaitAsync(context.RequestAborted);
            // What is not kept, and what is changed again and again, everybody makes for themselves.
            if (made is { Kept: null, IsCutOff: false } || waited == Waits)
            {
                await SendAsync(context, name, (await MakeAsync(context, page)).Answer, encoding);
                return;
            }
        }

        if (kept.IsReadOften()) squeezing.Add(name, kept);
        await SendAsync(context, name, kept, encoding);
    }

    private async ValueTask<KeptPage?> FindAsync(HttpContext context, PublicPage page, string name)
    {
        var state = await edition.CurrentAsync(context.RequestAborted);
        return answers.Find(name, state, await NumbersAsync(page, context.Request.Path, context.RequestAborted));
    }

    /// <summary>Makes it for all who wait.</summary>
    private async Task<KeptPage> LeadAsync(HttpContext context, PublicPage page, string name, TaskCompletionSource<Making> making)
    {
        var how = new Making(null, IsCutOff: true);
        try
        {
            // It may have been kept just before its place was free.
            if (await FindAsync(context, page, name) is { } kept)
            {
                how = new(kept, false);
                return kept;
            }

            var (answer, isKept) = await MakeAsync(context, page);
            if (isKept) answers.Keep(name, answer);
            // Who wrote the address in another way is led to the right one; those who wrote it right wait for a page.
            how = new(isKept ? answer : null, context.RequestAborted.IsCancellationRequested || answer.Status == StatusCodes.Status301MovedPermanently);
            return answer;
        }
        finally
        {
            answers.End(name, making, how);
        }
    }

    private async Task<(KeptPage Answer, bool IsKept)> MakeAsync(HttpContext context, PublicPage page)
    {
        // Before anything of it is read.
        var state = await edition.CurrentAsync(context.RequestAborted);
        var numbers = await NumbersAsync(page, context.Request.Path, context.RequestAborted);
        var (response, body, of) = (context.Response, context.Response.Body, new MadeOf(page.MadeOf));
        using var written = new MemoryStream(32 * 1024);
        (response.Body, context.Features[typeof(MadeOf)]) = (written, of);
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        var isKept = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status410Gone && response.Headers.SetCookie.Count == 0
            && written.Length > 0 && !context.RequestAborted.IsCancellationRequested;
        var headers = response.Headers.Where(header => header.Key is not ("Set-Cookie" or "Content-Length")).ToList();
        var answer = new KeptPage(page, response.StatusCode, headers, written.ToArray())
        {
            Begun = state,
            Subjects = of.Subjects,
            Numbers = numbers,
            MadeAt = answers.Now,
        };
        return (answer, isKept);
    }

    private async Task SendAsync(HttpContext context, string name, KeptPage answer, string encoding)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        response.StatusCode = answer.Status;
        foreach (var (header, value) in answer.Headers) headers[header] = value;
        if (answer.Tag is { } tag && Knows(context.Request.Headers.IfNoneMatch, tag))
        {
            (response.StatusCode, headers.ContentType, headers.ContentDisposition) = (StatusCodes.Status304NotModified, default, default);
            return;
        }

        if (answer.IsEmpty) return;

        if (answer.IsPicture) encoding = "";
        var (body, isNew) = answer.In(encoding);
        if (isNew) answers.Resize(name, answer);
        if (encoding.Length > 0) headers.ContentEncoding = encoding;
        headers.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>What the answer shows that no edition tells of.</summary>
    private async ValueTask<string> NumbersAsync(PublicPage page, PathString path, CancellationToken cancellation) => page.Route switch
    {
        PublicPages.CaseStudy => (await taps.OnPageAsync(Last(path), cancellation)).ToString(CultureInfo.InvariantCulture),
        PublicPages.Impact or PublicPages.ImpactCsv or PublicPages.Explore => await impact.CurrentAsync(cancellation),
        _ => "",
    };

    private static PublicPage? Find(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && PublicPages.Find(request.Path) is { IsCached: true } page ? page : null;

    /// <summary>Address and the query that its page knows, written so that no two of them read alike.</summary>
    private static string NameOf(PublicPage page, HttpRequest request)
    {
        var path = request.Path.Value!.ToUpperInvariant();
        if (path is [_, .., not '/', '/']) path = path[..^1];
        if (page.Queries.Count == 0 || !request.QueryString.HasValue) return path;

        var name = new StringBuilder(path);
        foreach (var query in page.Queries)
        {
            // Most pages read the first value: every other one would be a page more to keep.
            foreach (var value in request.Query[query].Take(page.Chooses && LibraryQuery.IsMany(query) ? int.MaxValue : 1))
                name.Append('?').Append(query).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        }

        return name.ToString();
    }

    /// <summary>Weakly, as a browser asks for a page; a proxy may have made it look strong, or weak.</summary>
    private static bool Knows(StringValues asked, string tag)
    {
        foreach (var value in asked)
        {
            foreach (var one in value?.Split(',', StringSplitOptions.TrimEntries) ?? [])
                if (one == "*" || one == tag || one == tag[2..]) return true;
        }

        return false;
    }

    private static string Last(PathString path) => path.Value!.TrimEnd('/') is var asked ? asked[(asked.LastIndexOf('/') + 1)..] : "";

    private static string Encoding(string accepted) =>
        accepted.Contains(";q=0", StringComparison.Ordinal) ? ""
            : accepted.Contains("br", StringComparison.Ordinal) ? "br"
            : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip"
            : "";
}
