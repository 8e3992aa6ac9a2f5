using System.Text;
using InfoStory.Data.Folding;
using InfoStory.People;
using Microsoft.AspNetCore.Identity;

namespace InfoStory.Web.Staff;

/// <summary>
/// Refuses the passwords that are tried first: well-known words with digits around them, runs and repetitions, the name of the site, and the
/// person's own address (docs/decisions/0022). What is left when all that is taken away must be long enough to be somebody's own.
/// </summary>
public sealed class CommonPasswords : IPasswordValidator<StaffMember>
{
    /// <summary>So many letters that nobody guesses must be left.</summary>
    private const int LeastOwn = 5;

    /// <summary>Longer than anybody types; what is looked for in it takes longer than its length.</summary>
    private const int Longest = 200;

    /// <summary>So many in a row are a run, such as 1234, or a repetition.</summary>
    private const int Run = 3;

    /// <summary>Shorter parts of an address are in many words.</summary>
    private const int ShortestPart = 3;

    /// <summary>Parts of the passwords that lists of leaked ones have in common, and of those that people make for a site like this. Longest first.</summary>
    private static readonly IReadOnlyList<string> Words = [.. """
        password passwort passphrase passcode passw pass letmein welcome admin administrator login logon guest access master secret changeme
        default system server manager moderator publisher council government service services safeguarding stories story infostory
        iloveyou loveyou love sunshine princess dragon monkey football baseball basketball cricket rugby superman batman starwars pokemon
        shadow michael jennifer jessica charlie ashley daniel thomas george harry william liverpool arsenal chelsea everton manchester united
        spurs tottenham rangers celtic london england scotland wales britain computer internet google facebook microsoft windows samsung
        summer winter spring autumn january february march april june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday cheese banana orange purple yellow chocolate cookie flower butterfly
        trustno hello freedom whatever nothing qwertyuiop qwerty azerty asdfghjkl asdfgh zxcvbnm zxcvbn qazwsx qweasd
        correcthorsebatterystaple testing test temp demo user root family mother father
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length)];

    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) =>
        Task.FromResult(password?.Length > Longest ? IdentityResult.Failed(new IdentityError
        {
            Code = nameof(Longest),
            Description = $"Your new password must have {Longest} characters or fewer",
        }) : IsCommon(password ?? "", user.Email) ? IdentityResult.Failed(new IdentityError
        {
            Code = nameof(CommonPasswords),
            Description = "Your new password is one that others guess. Choose three or four words that do not belong together",
        }) : IdentityResult.Success);

    /// <summary>Whether it would be among the first that somebody tries who wants to get into this account.</summary>
    public static bool IsCommon(string password, string? address)
    {
        var typed = UnicodeForm.Of(password, NormalizationForm.FormKD).ToLowerInvariant();
        var (letters, whole) = (Plain(WithoutRuns(typed)), Plain(typed));
        IEnumerable<string> own = (address ?? "").ToLowerInvariant().Split('@', '.', '-', '_', '+').Where(part => part.Length >= ShortestPart);
        return new[] { letters, whole }.Any(left => WithoutRuns(Without([.. own.Select(Plain), .. Words], left)).Count(char.IsLetter) < LeastOwn);
    }

    private static string Without(IReadOnlyList<string> words, string letters) =>
        words.Where(word => word.Length > 0).Aggregate(letters, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));

    /// <summary>Small letters, with digits and signs that stand for letters read as these, and all others gone.</summary>
    private static string Plain(string password)
    {
        var plain = new StringBuilder();
        foreach (var letter in password)
        {
            var read = letter switch { '0' => 'o', '1' or '!' or '|' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => letter };
            if (char.IsLetter(read)) plain.Append(read);
        }

        return plain.ToString();
    }

    /// <summary>Leaves out what only goes up or down the alphabet, and what was said before.</summary>
    private static string WithoutRuns(string letters)
    {
        var left = new StringBuilder();
        for (var at = 0; at < letters.Length; at++)
        {
            var next = at + Run <= letters.Length ? letters.Substring(at, Run) : "";
            var step = next.Length == Run ? next[1] - next[0] : 2;
            var isRun = step is -1 or 0 or 1 && next[2] - next[1] == step;
            var isSaid = next.Length == Run && letters[..at].Contains(next, StringComparison.Ordinal);
            if (isRun || isSaid) at += Run - 1;
            else left.Append(letters[at]);
        }

        return left.ToString();
    }
}
