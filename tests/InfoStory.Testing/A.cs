using InfoStory.People;

namespace InfoStory.Testing;

/// <summary>Where every test begins: <c>A.Story().Ready()</c>, <c>A.Moderator()</c>.</summary>
public static class A
{
    public const string Password = "a long enough passphrase";

    public static StoryBuilder Story() => new();

    public static Actor Moderator() => new(null, "moderator@example.org", Roles.Moderator);

    public static Actor Publisher() => new(null, "publisher@example.org", Roles.Publisher);

    public static Actor Administrator() => new(null, "administrator@example.org", Roles.Administrator);

    public static Actor SafeguardingLead() => new(null, "lead@example.org", Roles.SafeguardingLead);
}
