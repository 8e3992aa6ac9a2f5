namespace InfoStory.Data;

/// <summary>
/// Whether an edition was begun by what a listener awaited. Who changed what the public sees may answer only when every process knows
/// it, and whoever answers cannot know what each service saved.
/// </summary>
public sealed class EditionNotice
{
    private static readonly AsyncLocal<EditionNotice?> Listener = new();

    private volatile bool hasBegun;

    private EditionNotice()
    {
    }

    /// <summary>True from the first save with an edition on.</summary>
    public bool HasBegun => hasBegun;

    /// <summary>Listens to all that the calling method awaits from now on.</summary>
    public static EditionNotice Listen() => Listener.Value = new();

    internal static void Tell()
    {
        if (Listener.Value is { } listener) listener.hasBegun = true;
    }
}
