using InfoStory.Data;

namespace InfoStory.Web.Http;

/// <summary>
/// Holds back the answer to a request that began an edition until every process knows it: once an author is told that their story is
/// taken back, nobody can be served it (docs/decisions/0005-one-cache-many-processes.md).
/// </summary>
public sealed class NewEditionMiddleware(RequestDelegate next, EditionWatch watch)
{
    public Task InvokeAsync(HttpContext context)
    {
        var notice = EditionNotice.Listen();
        // What is saved is saved, even where the browser has gone: no token.
        context.Response.OnStarting(() => notice.HasBegun ? watch.WaitUntilKnownAsync(CancellationToken.None) : Task.CompletedTask);
        return next(context);
    }
}
