using InfoStory.Stories;

namespace InfoStory.Web.Pages.Share;

/// <summary>One row of the check page. <paramref name="Value"/> is null where the question is not answered; <paramref name="What"/> ends the sentence "Change …".</summary>
public sealed record Answer(string Key, string? Value, string Page, string What)
{
    /// <summary>The author's own words, shown with every line end.</summary>
    public bool Told { get; init; }

    public static string? Heard(IReadOnlyList<Audience>? audiences, int? months) => audiences switch
    {
        null => null,
        { Count: 0 } => "Only your team",
        _ => $"{string.Join("\n", audiences.Select(audience => ConsentWording.Of(audience).Question))}\nFor {months ?? Consent.Longest} months",
    };

    public static string? YesNo(bool? answer) => answer switch { true => "Yes", false => "No", null => null };
}
