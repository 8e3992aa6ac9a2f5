namespace InfoStory.Testing;

/// <summary>Decided stories, so that something can be learned from them: as many about calls that nobody returned as about flats.</summary>
public static class TaughtStories
{
    public const string Calls = "Left hanging, no call back", Homes = "Housing and homelessness";

    /// <summary>A story of other sentences that is about calls.</summary>
    public const string AboutCalls = "On Friday the voicemail answered, then it rang, and still nobody was there.";

    public static IEnumerable<StoryBuilder> All(int each = 6) =>
        Enumerable.Range(1, each).SelectMany(number => new[]
        {
            A.Story().Told($"I rang and left a voicemail, case {number}. Nobody rang back.").Titled($"Rang {number}").Tagged(Calls).Ready(),
            A.Story().Told($"The landlord let the flat go damp, case {number}. The tenancy ended.").Titled($"Flat {number}").Tagged(Homes).Ready(),
        });
}
