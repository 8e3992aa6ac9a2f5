namespace InfoStory.CaseStudies;

/// <summary>Every text of a case study that the public would read, with its field.</summary>
internal static class Publishable
{
    public static IReadOnlyList<(string Field, string What, string? Text)> Texts(this CaseStudy study) =>
    [
        (nameof(EditCaseStudy.Title), "The title", study.Title), (nameof(EditCaseStudy.Summary), "The summary", study.Summary),
        (nameof(EditCaseStudy.TheStory), "The story", study.TheStory),
        (nameof(EditCaseStudy.WhatWasNotShared), "What was not shared", study.WhatWasNotShared),
        (nameof(EditCaseStudy.WhatTheyDid), "What they did", study.WhatTheyDid),
        (nameof(EditCaseStudy.WhatChanged), "What changed", study.WhatChanged),
        (nameof(EditCaseStudy.NotYetFixed), "What still is not fixed", study.NotYetFixed),
        (nameof(EditCaseStudy.Learning), "What others can learn", study.Learning),
    ];
}
