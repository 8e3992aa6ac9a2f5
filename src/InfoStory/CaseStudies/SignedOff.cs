using InfoStory.Stories;

namespace InfoStory.CaseStudies;

/// <summary>Whether authors who asked to see our version first said yes to the words of a case study (docs/decisions/0014).</summary>
internal static class SignedOff
{
    private const int LongestOpening = 200;

    /// <summary>The hash of everything that the public would read.</summary>
    public static string Words(this CaseStudy study) =>
        SignedWords.Of(
            [study.Title, study.Summary, study.TheStory, study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged, study.NotYetFixed, study.Learning]);

    /// <summary>The hash of what a second person says yes to: every word, and the address as long as it is not public.</summary>
    public static string ToSecond(this CaseStudy study) =>
        study.State == CaseStudyState.Published ? study.Words() : SignedWords.Of(study.Words(), study.Slug);

    /// <summary>True where the author did not ask to see it first, said yes to these words, or said yes to a public text that this is, unchanged.</summary>
    public static bool IsSignedOffFor(this CaseStudy study, Story story) =>
        !story.SeeFirst || story.SignedOff.IsFor(study.Words()) || (story.SignedOff.IsGiven && study.IsPublicTextOf(story));

    /// <summary>What the authors have said to the words as they are; the stories must be loaded.</summary>
    public static AuthorsWord AuthorsWord(this CaseStudy study)
    {
        var stories = study.Stories.Select(drawn => drawn.Story!).Where(story => story.SeeFirst).ToList();
        return stories switch
        {
            [] => CaseStudies.AuthorsWord.NotAsked,
            _ when stories.Exists(story => story.ReadsCaseStudy) => CaseStudies.AuthorsWord.Reading,
            _ => stories.TrueForAll(study.IsSignedOffFor) ? CaseStudies.AuthorsWord.SignedOff : CaseStudies.AuthorsWord.NotSignedOff,
        };
    }

    /// <summary>The first line of a text, cut at a word: the summary with which a case study begins.</summary>
    public static string Opening(string text)
    {
        var first = text.Split('\n', 2)[0];
        if (first.Length <= LongestOpening) return first;

        var cut = first.LastIndexOf(' ', LongestOpening);
        return $"{first[..(cut > 0 ? cut : LongestOpening)]}…";
    }

    private static bool IsPublicTextOf(this CaseStudy study, Story story) =>
        SignedWords.Of(study.Title, study.TheStory) == story.PublicWords()
        && (study.Summary.Length == 0 || study.Summary == Opening(study.TheStory))
        && (study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged, study.NotYetFixed, study.Learning) is (null, null, null, null, null);
}
