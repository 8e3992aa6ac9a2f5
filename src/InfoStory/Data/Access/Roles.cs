namespace InfoStory.Data.Access;

/// <summary>What a member of staff may do. One person may hold several.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Moderator = 1,
    Publisher = 2,
    SafeguardingLead = 4,
    Administrator = 8,
}

public static class RoleWords
{
    /// <summary>Every role held, such as "Moderator and Safeguarding lead".</summary>
    public static string InWords(this Roles roles)
    {
        var held = Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role)).Select(Name).ToList();
        return held.Count < 2 ? string.Concat(held) : $"{string.Join(", ", held[..^1])} and {held[^1]}";
    }

    private static string Name(Roles role) => role == Roles.SafeguardingLead ? "Safeguarding lead" : role.ToString();
}
