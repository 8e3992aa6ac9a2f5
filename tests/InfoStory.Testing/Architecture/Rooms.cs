namespace InfoStory.Testing.Architecture;

/// <summary>Rooms in a row, each a folder with a namespace of its own: one may name itself and those to its left.</summary>
public sealed class Rooms(string root, params string[] leftToRight)
{
    public IReadOnlyList<string> LeftToRight => leftToRight;

    /// <summary>The room of a namespace, also of one within it; null where it is in none.</summary>
    public string? Of(string @namespace) =>
        @namespace.StartsWith(root + ".", StringComparison.Ordinal) && @namespace[(root.Length + 1)..].Split('.')[0] is var room && leftToRight.Contains(room)
            ? room
            : null;

    /// <summary>A sentence for each type that names one to its right.</summary>
    public IEnumerable<string> Wrong(IEnumerable<Naming> namings) =>
        from naming in namings
        let left = Of(naming.By.Namespace)
        let right = Of(naming.Named.Namespace)
        where left is not null && right is not null && Array.IndexOf(leftToRight, left) < Array.IndexOf(leftToRight, right)
        orderby left, naming.By.Name
        select $"{naming.By.Name} (room {left}) names {naming.Named.Name} (room {right} to the right)";
}
