namespace InfoStory.Stories;

/// <summary>The words of product.md for the closed lists of a story.</summary>
public static class StoryWords
{
    public static string InWords(this StoryState state) => state switch
    {
        StoryState.Received => "received",
        StoryState.InReview => "in review",
        StoryState.WithAuthor => "with the author",
        StoryState.Ready => "ready",
        StoryState.Published => "published",
        StoryState.OnHold => "on hold",
        StoryState.Declined => "declined",
        StoryState.Withdrawn => "withdrawn",
    };

    public static string InWords(this StoryKind kind) => kind switch
    {
        StoryKind.Worked => "Worked because information was shared",
        StoryKind.Failed => "Failed because it was not",
        StoryKind.NearlyFailed => "Nearly failed, caught by luck or one person",
        StoryKind.SharedWrongly => "Shared wrongly or too much",
        StoryKind.FixWeMade => "A fix we made",
        StoryKind.StillWaiting => "Still waiting",
    };

    /// <summary>The words of the kind where they stand alone, not in a list of kinds.</summary>
    public static string InWordsAlone(this StoryKind kind) => kind == StoryKind.Failed ? "Failed because information was not shared" : kind.InWords();

    public static string InWords(this WhoIsTelling who) => who switch
    {
        WhoIsTelling.FrontLineWorker => "Front-line worker",
        WhoIsTelling.Manager => "Manager",
        WhoIsTelling.PersonUsingServices => "Person using services",
        WhoIsTelling.CarerOrFamily => "Carer or family",
        WhoIsTelling.VolunteerOrAdvocate => "Volunteer or advocate",
        WhoIsTelling.Observer => "Observer",
    };
}
