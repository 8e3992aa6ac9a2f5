using InfoStory.Data;

namespace InfoStory.History;

/// <summary>
/// How far the database itself has counted the keys of the history; null where its counter also moves when a save fails, and so proves nothing.
/// </summary>
public sealed record HistoryCounter(Func<InfoStoryContext, CancellationToken, Task<long?>> LastKeyAsync)
{
    public static HistoryCounter None { get; } = new((_, _) => Task.FromResult<long?>(null));
}
