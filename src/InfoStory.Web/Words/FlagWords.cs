using InfoStory.Data;
using InfoStory.Protection.Flags;

namespace InfoStory.Web.Words;

/// <summary>How the desk names flags and the reasons for dismissing them.</summary>
internal static class FlagWords
{
    /// <summary>The parts of the panel in their order: what the public would see first. Hints in words that are never published are folded away.</summary>
    public static IEnumerable<(string Title, bool Folded, IReadOnlyList<FlagOnDesk> Flags)> Parts(this IReadOnlyList<FlagOnDesk> flags)
    {
        (string Title, bool Folded, Func<FlagOnDesk, bool> Holds)[] parts =
        [
            ("In what would be published", false, flag => flag.In is FlagPlace.PublicTitle or FlagPlace.PublicText or FlagPlace.CaseStudy),
            ("About this story", false, flag => flag.In is FlagPlace.Facts
                || (flag.In == FlagPlace.Told && flag.Kind is not (FlagKind.Identity or FlagKind.Link))),
            ("Could show who someone is, in the words as told", true, flag => flag.In == FlagPlace.Told && flag.Kind is FlagKind.Identity or FlagKind.Link),
        ];
        return parts.Select(part => (part.Title, part.Folded, (IReadOnlyList<FlagOnDesk>)[.. flags.Where(part.Holds)])).Where(part => part.Item3.Count > 0);
    }

    public static string Title(this DismissReason why) => why switch
    {
        DismissReason.NotWhatItLooksLike => "It is not what the rule takes it for",
        DismissReason.Public => "Everyone may know it, such as a helpline",
        DismissReason.Agreed => "The person it is about agreed",
        DismissReason.Dealt => "Somebody has dealt with it",
    };

    public static string Title(this WhyPublic why) => why switch
    {
        WhyPublic.NotWhatItLooksLike => DismissReason.NotWhatItLooksLike.Title(),
        WhyPublic.Public => DismissReason.Public.Title(),
    };

    public static string InWords(this FlagPlace place) => place switch
    {
        FlagPlace.PublicTitle => "in the public title",
        FlagPlace.PublicText => "in the public text",
        FlagPlace.CaseStudy => "in the case study",
        FlagPlace.Facts => "beside the text",
        FlagPlace.Told => "in the words as told",
    };

    public static string Title(this FlagKind kind) => kind switch
    {
        FlagKind.Identity => "Who someone is",
        FlagKind.Jigsaw => "Jigsaw",
        FlagKind.Safeguarding => "Safeguarding",
        FlagKind.SelfHarmMethod => "Method of self-harm",
        FlagKind.Blame => "Criticised person",
        FlagKind.Duplicate => "Duplicate",
        FlagKind.Spam => "Spam",
        FlagKind.Link => "Link",
        FlagKind.Language => "Language",
    };
}
