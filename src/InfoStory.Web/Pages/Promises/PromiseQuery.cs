using InfoStory.Data;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.Promises;

/// <summary>What stands in the address of the list of promises, as it was typed.</summary>
public sealed class PromiseQuery(IQueryCollection query)
{
    public const string Path = "/promises";

    public string? State { get; } = Typed(query, "state");

    public string? Service { get; } = Typed(query, "service");

    public string? Place { get; } = Typed(query, "place");

    public string? After { get; } = Typed(query, "after");

    public bool HasFilter => (State ?? Service ?? Place) is not null;

    /// <summary>False where this part of the address is there and means nothing.</summary>
    public bool TryCursor(out Cursor? after)
    {
        after = Cursor.TryParse(After, null, out var cursor) ? cursor : null;
        return After is null || after is not null;
    }

    /// <summary>The state that is asked for, as addresses write it; null where that is none.</summary>
    public PromiseState? ChosenState() =>
        Enum.GetValues<PromiseState>().Where(state => State == state.ToSlug()).Select(state => (PromiseState?)state).FirstOrDefault();

    /// <summary>The same choices at another place of the list.</summary>
    public string At(Cursor? after = null) => Path + QueryString.Create(
        new[] { ("state", State), ("service", Service), ("place", Place), ("after", after?.ToString()) }
            .Where(part => part.Item2 is not null).Select(part => KeyValuePair.Create(part.Item1, part.Item2)));

    private static string? Typed(IQueryCollection query, string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;
}
