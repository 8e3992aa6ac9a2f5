namespace InfoStory.Data;

/// <summary>
/// What a request has changed and not saved. Whoever answers a refused act with something that saves, such as a page that writes down that it was
/// opened, discards it first: a refused act leaves nothing.
/// </summary>
public sealed class UnsavedChanges(InfoStoryContext db) : IDisposable
{
    /// <summary>Forgets what was loaded and changed in this scope.</summary>
    public void Discard() => db.ChangeTracker.Clear();

    /// <summary>From now on nothing that is changed in this scope is saved: for whoever only asks what would be answered, such as a HEAD.</summary>
    public void SaveNothing() => db.SavesNothing = true;

    /// <summary>The context goes back to its pool, and from there to somebody who does mean to save.</summary>
    public void Dispose() => db.SavesNothing = false;
}
