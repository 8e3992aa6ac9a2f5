using InfoStory.Web.Http;

namespace InfoStory.Web.Testing;

/// <summary>One way in: a method, a route as the site knows it, and the handler of a page where it has a name.</summary>
public sealed record Door(string Method, string Route, string Handler);

/// <summary>One row of access.csv: what is sent where, and how each kind of visitor is answered ("302 /sign-in" names where it leads).</summary>
public sealed record AccessRow(string Method, string Route, string Address, string Fields, IReadOnlyDictionary<string, string> Answers)
{
    public Door Door => Route.Split(' ') is [var route, var handler] && route[0] == '/' ? new(Method, route, handler) : new(Method, Route, "");

    /// <summary>Whether this visitor gets as far as the page at all.</summary>
    public bool LetsIn(string visitor) => Route switch
    {
        _ when Answers[visitor] == "403" => false,
        _ when Route.StartsWith("/moderation", StringComparison.Ordinal) || Route.StartsWith("/account", StringComparison.Ordinal) =>
            Answers[visitor] != "302 /sign-in",
        _ when Route.StartsWith("/my-story/open", StringComparison.Ordinal) => visitor == "author",
        _ when Route.StartsWith("/respond/home", StringComparison.Ordinal) => visitor == "responder",
        _ when Route.StartsWith("/respond/asks", StringComparison.Ordinal) => visitor == "responder",
        _ when Route.StartsWith("/respond/promises", StringComparison.Ordinal) => visitor == "responder",
        _ => true,
    };
}

public static class AccessTable
{
    /// <summary>The last column, after the reason: empty, or not there, where a responder is answered as anybody is.</summary>
    private const string Responder = "responder";

    public static readonly string[] Visitors = ["anonymous", "author", "moderator", "publisher", "lead", "administrator", "closed", Responder];

    /// <summary>Everybody may read what is public, and then what the file says, in its order.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        .. PublicPages.All.Select(page =>
            new AccessRow("GET", page.Route, page.Route, "", Visitors.ToDictionary(visitor => visitor, _ => "200", StringComparer.Ordinal))),
        .. File.ReadLines(Path.Combine(Repository.Root, "tests/InfoStory.Web.Tests/Access/access.csv")).Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            return new AccessRow(
                cells[0], cells[1], cells[2], cells[3],
                Visitors.Select((visitor, number) => (visitor, visitor == Responder
                    ? OfResponder(cells) : cells[4 + number])).ToDictionary(StringComparer.Ordinal));
        }),
    ];

    private static string OfResponder(string[] cells) => cells.Length > 12 && cells[12].Length > 0 ? cells[12] : cells[4];
}
