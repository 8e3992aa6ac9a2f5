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
