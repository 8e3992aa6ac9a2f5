namespace InfoStory.Testing.Hints;

/// <summary>Texts that speak ill of somebody or tell how somebody harmed themselves, in many spellings, beside letters of other scripts too.</summary>
public static class PublicTexts
{
    private static readonly string[] Who =
    [
        "The doctor", "my social worker", "Joan Whitfield", "Their head\u00adteacher", "\u041c\u043e\u0439 the doctor", "A senior re\u0301ceptionist",
        "The\u00a0GP", "they",
    ];

    private static readonly string[] Did =
    [
        "lied to us", "LIED", "was n\u00e9gligent", "is a li\u200bar", "covered it up", "doesn\u2019t care", "doesn't  care", "swore at me",
        "\u0436lied", "\u4e2dlied", "lied\u4e2d", "lied\u00e9", "lied_to", "l\u0456ed", "bullied us.They said no", "bullied us. They said no",
        "mocked\nher", "was 7.5 hours late and stole from us", "rang",
    ];

    private static readonly string[] Methods =
    [
        "hanged herself", "made a noose", "with the ligatures", "took an overdose of paracetamol", "overdosed on two kinds of pills",
        "swallowed 30 tablets at once", "took all of her sleeping tablets", "slit his own wrists", "cut themselves with glass",
        "jumped off a railway bridge", "threw himself in front of the train", "stepped in front of a red bus", "drowned herself",
        "set fire to himself", "by carbon monoxide", "cut h\u0456s wr\u0456sts", "jumped\noff the\u00a0roof", "took 2 paracetamol",
        "hung herself\u00e9", "\u0436drowned herself", "wrote to www.example.org/joan",
    ];

    public static IEnumerable<string> All =>
    [
        .. from who in Who from did in Did select $"We waited. {who} {did} in the end. Nobody rang.",
        .. from method in Methods select $"They {method}, and nobody knew.",
    ];
}
