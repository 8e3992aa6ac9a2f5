using System.Security.Cryptography;

namespace InfoStory.Web.Http;

/// <summary>
/// Gives a public page its length and an ETag, made of the very bytes that are sent, so that the cache can answer 304 to a browser that has them.
/// </summary>
public sealed class EntityTag(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var body = context.Response.Body;
        using var page = new MemoryStream(32 * 1024);
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (page.Length == 0) return;

        var bytes = page.GetBuffer().AsMemory(0, (int)page.Length);
        context.Response.ContentLength = bytes.Length;
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 8))}\"";
            // A browser asks each time whether its copy still stands: what is taken back must be gone at once.
            (context.Response.Headers.CacheControl, context.Response.Headers.Vary) = ("no-cache", "Accept-Encoding");
        }

        await body.WriteAsync(bytes, context.RequestAborted);
    }
}
