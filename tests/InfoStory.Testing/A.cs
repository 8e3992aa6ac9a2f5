using InfoStory.CaseStudies;
using InfoStory.Data.Access;

namespace InfoStory.Testing;

/// <summary>Where every test begins: <c>A.Story().Ready()</c>, <c>A.Moderator()</c>.</summary>
public static class A
{
    public const string Password = "a long enough passphrase";

    /// <summary>When every test begins: on a Tuesday, so that the next working day is tomorrow.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public static StoryBuilder Story() => new();

    /// <summary>What is answered where it was thought about who could find out, and nobody could.</summary>
    public static AnswerIntruder Answer() =>
        new() { Known = true, Service = true, Searched = true, Together = true, Pictures = true, Why = "Nobody is named, and the month is left out." };

    /// <summary>The same form, with that answer.</summary>
    public static EditCaseStudy Answered(this EditCaseStudy form) => form with { Intruder = Answer() };

    public static Actor Moderator() => new(901, "moderator@example.org", Roles.Moderator);

    public static Actor Publisher() => new(902, "publisher@example.org", Roles.Publisher);

    public static Actor Administrator() => new(904, "administrator@example.org", Roles.Administrator);

    public static Actor SafeguardingLead() => new(903, "lead@example.org", Roles.SafeguardingLead);
}
