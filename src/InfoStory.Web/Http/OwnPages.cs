namespace InfoStory.Web.Http;

/// <summary>
/// Where a form came from, as the browser itself says it and no page can make it say (Fetch Metadata). A form that stands on a page which is the same for
/// everyone can carry no token; browsers that say nothing are asked for one on the page that answers.
/// </summary>
public static class OwnPages
{
    private const string Header = "Sec-Fetch-Site";

    /// <summary>The form was sent by a page of ours.</summary>
    public static bool Sent(HttpRequest request) => request.Headers[Header] is ["same-origin"];

    /// <summary>The browser says it of every request; of the others nothing is known.</summary>
    public static bool AreTold(HttpRequest request) => request.Headers.ContainsKey(Header);
}
