using InfoStory.CaseStudies;

namespace InfoStory.Web.Words;

internal static class CaseStudyWords
{
    /// <summary>The headings of its parts, where they are written and where they are read.</summary>
    public const string TheStory = "The story", WhatWasNotShared = "What was not shared", WhatTheyDid = "What they did", WhatChanged = "What changed",
        NotYetFixed = "What still isn’t fixed", Learning = "What others can learn";

    /// <summary>What follows the story, under its headings; what is not told is left out.</summary>
    public static IEnumerable<(string Heading, string Text)> Sections(
        string? whatWasNotShared, string? whatTheyDid, string? whatChanged, string? notYetFixed, string? learning)
    {
        (string Heading, string? Text)[] all =
        [
            (WhatWasNotShared, whatWasNotShared), (WhatTheyDid, whatTheyDid), (WhatChanged, whatChanged), (NotYetFixed, notYetFixed), (Learning, learning),
        ];
        return all.Where(section => !string.IsNullOrWhiteSpace(section.Text)).Select(section => (section.Heading, section.Text!));
    }

    public static string Title(this CaseStudyState state) => state switch
    {
        CaseStudyState.Draft => "Draft",
        CaseStudyState.Published => "Published",
        CaseStudyState.Unpublished => "Taken down",
    };

    public static string Tone(this CaseStudyState state) => state switch
    {
        CaseStudyState.Published => "info-state",
        CaseStudyState.Draft or CaseStudyState.Unpublished => "info-state info-state--waiting",
    };

    /// <summary>What the author has said to a case study, for whoever edits it.</summary>
    public static string Means(this AuthorsWord word, bool published) => published
        ? "To change its words, take it down below, change it, and send it to the author."
        : word switch
        {
            AuthorsWord.SignedOff =>
                "They said yes to the words as saved, so you can publish those. If you change them, send them to the author before you publish.",
            AuthorsWord.Reading => "They are reading these words now. You can publish when they say yes. If you change the words meanwhile, send them again.",
            AuthorsWord.NotAsked or AuthorsWord.NotSignedOff =>
                "They have not said yes to these words. Send them to the author. You can publish when they say yes.",
        };
}
