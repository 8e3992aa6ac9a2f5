using InfoStory.Data;
using InfoStory.Data.Csv;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>One row of an import that can be added.</summary>
internal sealed record ImportedRow(string Email, string Key, string Mailbox, SubscriberChoices Choices);

/// <summary>Reads the rows of an import, and says what is wrong with each that cannot be added.</summary>
public sealed class ImportedRows(SubscriberSeal seal, Interests interests, MailReach reach)
{
    /// <summary>
    /// Without these nothing is read. Rhythm and interests may stand beside them; an interest is an address of the library, several with | between.
    /// </summary>
    public static readonly IReadOnlyList<string> Columns = ["email", "audience"];

    private static readonly Dictionary<string, SubscriberAudience> Audiences = new(StringComparer.Ordinal)
    {
        ["policymaker"] = SubscriberAudience.PolicyMaker,
        ["provider"] = SubscriberAudience.Provider,
        ["serviceprovider"] = SubscriberAudience.Provider,
        ["practitioner"] = SubscriberAudience.Practitioner,
        ["press"] = SubscriberAudience.Press,
        ["public"] = SubscriberAudience.Public,
    };

    private static readonly Dictionary<string, Rhythm> Rhythms = new(StringComparer.Ordinal)
    {
        ["atonce"] = Rhythm.AtOnce,
        ["weekly"] = Rhythm.Weekly,
        ["monthly"] = Rhythm.Monthly,
        [""] = Rhythm.Weekly,
    };

    internal async Task<(IReadOnlyList<ImportedRow> Rows, IReadOnlyList<CsvProblem> Problems)> ReadAsync(CsvContent content, CancellationToken cancellation)
    {
        var (rows, problems, spelt) = (new List<ImportedRow>(), content.Problems.ToList(), new Dictionary<string, string?>(StringComparer.Ordinal));
        var takesUnicode = await reach.TakesUnicodeAsync(cancellation);
        foreach (var line in content.Rows)
        {
            var (row, why) = await ReadAsync(line, takesUnicode, spelt, cancellation);
            if (row is not null) rows.Add(row);
            else problems.Add(new(line.Line, why!));
        }

        return (rows, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private async Task<(ImportedRow? Row, string? Why)> ReadAsync(
        CsvLine line, bool takesUnicode, Dictionary<string, string?> spelt, CancellationToken cancellation)
    {
        var email = EmailAddress.Tidy(line["email"]);
        if (!EmailAddress.IsValid(email)) return (null, "This is no email address");
        if (EmailAddress.NeedsUnicode(email!) && !takesUnicode) return (null, "We cannot write to an address with such letters before the @");
        if (!Audiences.TryGetValue(Plain(line["audience"]), out var audience))
            return (null, "The audience must be policy maker, provider, practitioner, press or public");
        if (!Rhythms.TryGetValue(Plain(line["rhythm"]), out var rhythm)) return (null, "The rhythm must be at once, weekly or monthly, or empty for weekly");

        List<string> followed = [];
        foreach (var asked in line["interests"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!spelt.TryGetValue(asked, out var interest))
                spelt[asked] = interest = await interests.SpellAsync(Interest.Parse(asked), cancellation);
            if (string.IsNullOrEmpty(interest)) return (null, "An interest must be an address of the library with a filter, such as /case-studies?place=leeds");

            followed.Add(interest);
        }

        if (followed.Distinct().Count() > Subscriber.MostInterests) return (null, $"There can be {Subscriber.MostInterests} interests at most");

        return (new(email!, seal.KeyOf(email!), seal.MailboxOf(email!), new(audience, rhythm, [.. followed.Distinct()])), null);
    }

    /// <summary>Policy makers, policy-maker and PolicyMaker are the same.</summary>
    private static string Plain(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsLetter)).ToLowerInvariant();
        return letters.Length > 1 && letters[^1] == 's' && letters != "press" ? letters[..^1] : letters;
    }
}
