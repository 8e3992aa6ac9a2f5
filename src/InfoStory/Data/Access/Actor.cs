namespace InfoStory.Data.Access;

/// <summary>Who does something: a member of staff, the author of the story, or InfoStory itself.</summary>
public sealed record Actor(long? StaffId, string Name, Roles Roles)
{
    /// <summary>The person who told the story; InfoStory does not know who that is.</summary>
    public static readonly Actor Author = new(null, "The author", Roles.None);

    public static readonly Actor System = new(null, "InfoStory", Roles.None);

    /// <summary>True where somebody of whom these were kept is the same person.</summary>
    public bool Is(long? staffId, string? name) => (staffId is not null && staffId == StaffId) || name == Name;

    /// <summary>True where the actor holds at least one of these roles.</summary>
    public bool Holds(Roles any) => (Roles & any) != Roles.None;
}
