using InfoStory.Stories;

namespace InfoStory.CaseStudies;

/// <summary>Whether authors who asked to see our version first said yes to the words of a case study (docs/decisions/0014).</summary>
internal static class SignedOff
{
    private const int LongestOpening = 200;

    /// <summary>The hash of everything that the public would read, the address included: what an author and a second person say yes to.</summary>
    public static string Words(this CaseStudy study) =>
        study.HasEvidence() ? SignedWords.Of(study.Texts(), study.Slug, SignedWords.Of(study.Evidence())) : SignedWords.Of(study.Texts(), study.Slug);

    /// <summary>
    /// True where the author did not ask to see it first, said yes to these words, or said yes to a public text that this is, unchanged. An address that
    /// was made of the title says no more than the title; one that somebody chose is read by the author.
    /// </summary>
    public static bool IsSignedOffFor(this CaseStudy study, Story story) =>
        !story.SeeFirst || story.SignedOff.IsFor(study.Words())
        || (!study.AddressIsChosen && (study.IsTextsThatWereSigned(story) || (story.SignedOff.IsGiven && study.IsPublicTextOf(story))));

    /// <summary>
    /// True where the public text that a second person read is "The story": all of it, or, where several stories are drawn together, one of its parts.
    /// </summary>
    public static bool Holds(this CaseStudy study, Story story) =>
        study.TheStory == story.PublicText
        || (study.Stories.Count > 1 && story.PublicText is { } text && study.TheStory.Contains(text, StringComparison.Ordinal));

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

    private static string Texts(this CaseStudy study) =>
        SignedWords.Of(
            [study.Title, study.Summary, study.TheStory, study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged, study.NotYetFixed, study.Learning]);

    /// <summary>
    /// What a case study can say since it is evidence, part by part; a yes from before goes on standing where none of it is filled in. Words to quote are
    /// those of the story.
    /// </summary>
    private static IEnumerable<string?> Evidence(this CaseStudy study) =>
    [
        study.PlaceAndNeed, study.Partners, study.Barrier, study.NamesChanged ? null : "Names are real",
        .. study.Figures.SelectMany(figure => new[] { $"{figure.For}", figure.InWords(), figure.Link }), .. study.Chains.SelectMany(chain => chain.Parts()),
        .. study.Pictures.SelectMany(picture => new[] { picture.Key, picture.Alt, picture.Caption }),
    ];

    private static bool HasEvidence(this CaseStudy study) => study.Evidence().Any(part => !string.IsNullOrEmpty(part));

    /// <summary>A yes from before the address was part of it.</summary>
    private static bool IsTextsThatWereSigned(this CaseStudy study, Story story) => !study.HasEvidence() && story.SignedOff.IsFor(study.Texts());

    private static bool IsPublicTextOf(this CaseStudy study, Story story) =>
        SignedWords.Of(study.Title, study.TheStory) == story.PublicWords()
        && (study.Summary.Length == 0 || study.Summary == Opening(study.TheStory))
        && !study.Parts().Any() && !study.HasEvidence();
}
