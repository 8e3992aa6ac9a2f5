using System.Text.RegularExpressions;
using InfoStory.Protection.Hints;

namespace InfoStory.Protection.Flags;

/// <summary>
/// What a field may hold that asks whom to speak to: the number of an office, a mailbox in whose name there is nobody, a page. Each is of a public body or a
/// charity; a mobile telephone and a mailbox that may be one person's are flagged there as everywhere.
/// </summary>
internal static partial class WorkContact
{
    private const string Body = "(?:gov\\.(?:uk|scot|wales)|llyw\\.cymru|nhs\\.(?:uk|scot|net)|(?:police|parliament|mod|ac|sch|org)\\.uk|org)";

    private static readonly string Phone = FlagRules.Of(HintKind.Phone).Name, Email = FlagRules.Of(HintKind.Email).Name, Link = FlagRules.Of(HintKind.Url).Name;

    public static bool Is(FoundFlag flag)
    {
        if (flag.Rule.Name == Phone) return Office().IsMatch(Identifiers.Normal(flag.Words));
        if (flag.Rule.Name == Email) return Mailbox().Match(flag.Words) is { Success: true } mailbox && Parts(mailbox).All(IdentityHints.IsOrdinary);
        return flag.Rule.Name == Link && Page().Match(flag.Words) is { Success: true } page && !Parts(page).Any(IdentityHints.IsName);
    }

    private static IEnumerable<string> Parts(Match found) => found.Groups["names"].Value.Split('.', '_', '-', '/').Where(part => part.Length > 0);

    [GeneratedRegex("^(?:(?:00)?440?|0)(?:[123][0-9]{8,9}|80[08][0-9]{6,7})$", RegexOptions.NonBacktracking)]
    private static partial Regex Office();

    [GeneratedRegex($"^(?<names>[a-z]+(?:[._-][a-z]+)*)@(?:[a-z0-9-]+\\.)*{Body}$", FlagRules.Plainly)]
    private static partial Regex Mailbox();

    [GeneratedRegex($"^(?:https?://)?(?<names>(?:[a-z0-9-]+\\.)*{Body}(?:/[a-z0-9/_-]*)?)$", FlagRules.Plainly)]
    private static partial Regex Page();
}
