namespace InfoStory.Data;

/// <summary>
/// What a request has changed and not saved. Whoever answers a refused act with something that saves, such as a page that writes down that it was
/// opened, discards it first: a refused act leaves nothing.
/// </summary>
public sealed class UnsavedChanges(InfoStoryContext db)
{
    /// <summary>Forgets what was loaded and changed in this scope.</summary>
    public void Discard() => db.ChangeTracker.Clear();
}
