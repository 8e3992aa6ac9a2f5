using InfoStory.CaseStudies.Revisions;

namespace InfoStory.Web.Words;

internal static class RevisionWords
{
    /// <summary>What was done with a save, such as "The story, Figures".</summary>
    public static string Said(this ListedRevision revision) => revision switch
    {
        { Restored: { } number } => $"Revision {number} restored: {revision.Changed.InWords()}",
        { Changed: RevisedParts.None } => "Where revisions begin",
        _ => revision.Changed.InWords(),
    };

    /// <summary>The headings of these parts, such as "The story, Figures".</summary>
    public static string InWords(this RevisedParts parts) =>
        string.Join(", ", Enum.GetValues<RevisedParts>().Where(part => part != RevisedParts.None && parts.HasFlag(part)).Select(Title));

    /// <summary>Every part as one text, in the order in which it is read; empty where nothing is told.</summary>
    public static IEnumerable<(RevisedParts Part, string Text)> Parts(this RevisedWords words) =>
    [
        (RevisedParts.Title, words.Title), (RevisedParts.Summary, words.Summary), (RevisedParts.TheStory, words.TheStory),
        (RevisedParts.PlaceAndNeed, words.PlaceAndNeed ?? ""), (RevisedParts.Partners, words.Partners ?? ""),
        (RevisedParts.WhatWasNotShared, words.WhatWasNotShared ?? ""), (RevisedParts.Barrier, words.Barrier ?? ""),
        (RevisedParts.WhatTheyDid, words.WhatTheyDid ?? ""), (RevisedParts.WhatChanged, words.WhatChanged ?? ""),
        (RevisedParts.NotYetFixed, words.NotYetFixed ?? ""), (RevisedParts.Learning, words.Learning ?? ""),
        (RevisedParts.Figures, string.Join('\n', words.Figures.Select(figure => figure.InOneLine()))),
        (RevisedParts.Quotes, string.Join('\n', words.Quotes)),
        (RevisedParts.Pictures, string.Join('\n', words.Pictures.Select(picture => picture.InWords()))),
        (RevisedParts.HandOffs, string.Join('\n', words.Chains.SelectMany(chain => chain.Lines()))),
        (RevisedParts.Names, words.NamesChanged ? "Says that names have been changed" : "Does not say that names have been changed"),
    ];

    private static string Title(RevisedParts part) => part switch
    {
        RevisedParts.Title => "Title",
        RevisedParts.Summary => "Summary",
        RevisedParts.TheStory => CaseStudyWords.TheStory,
        RevisedParts.PlaceAndNeed => CaseStudyWords.PlaceAndNeed,
        RevisedParts.Partners => CaseStudyWords.Partners,
        RevisedParts.WhatWasNotShared => CaseStudyWords.WhatWasNotShared,
        RevisedParts.Barrier => CaseStudyWords.Barrier,
        RevisedParts.WhatTheyDid => CaseStudyWords.WhatTheyDid,
        RevisedParts.WhatChanged => CaseStudyWords.WhatChanged,
        RevisedParts.NotYetFixed => CaseStudyWords.NotYetFixed,
        RevisedParts.Learning => CaseStudyWords.Learning,
        RevisedParts.Figures => "Figures",
        RevisedParts.Quotes => "Quotes",
        RevisedParts.Pictures => "Pictures",
        RevisedParts.HandOffs => "How often it was told",
        _ => "Whether names were changed",
    };
}
