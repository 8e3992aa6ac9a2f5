using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InfoStory.Letters;
using MimeKit;

namespace InfoStory.Connectors;

/// <summary>The files of letters in a folder: their names, in the order of time, and what is in them.</summary>
public static partial class LetterFile
{
    private const string Time = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>What the desk sees of a folder.</summary>
    public static LetterFolder Folder(string folder, bool showsWords) =>
        new(
            showsWords,
            most => Try<IReadOnlyList<FiledLetter>>(
                () => [.. In(folder).AsEnumerable().Reverse().Take(most).Select(name => Try(() => Read(folder, name))).OfType<FiledLetter>()]) ?? [],
            name => Try(() => Text(folder, name)));

    internal static string NameOf(OutgoingLetter letter) => $"{TimeOf(letter.WrittenAt)}-{letter.Lane.ToString().ToLowerInvariant()}-{letter.Token}.eml";

    internal static string TimeOf(DateTime time) => time.ToString(Time, CultureInfo.InvariantCulture);

    /// <summary>The names of all that lie there, oldest first; none where there is no such folder.</summary>
    internal static List<string> In(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.eml").Select(file => Path.GetFileName(file)).Where(name => Name.IsMatch(name))
                .Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Whoever takes letters away may do so while they are read, may let nobody read them, and may put something else there.</summary>
    private static T? Try<T>(Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private static FiledLetter Read(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        var parts = Name.Match(name).Groups;
        var written = DateTime.ParseExact(
            parts["time"].Value, Time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        return new(name, Enum.Parse<LetterLane>(parts["lane"].Value, ignoreCase: true), written, HeaderList.Load(file)[HeaderId.Subject] ?? "");
    }

    private static string? Text(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!Name.IsMatch(name) || !File.Exists(path)) return null;

        using var message = MimeMessage.Load(path);
        var text = new StringBuilder();
        foreach (var header in message.Headers) text.Append(header.Field).Append(": ").Append(header.Value).Append('\n');
        return text.Append('\n').Append(message.TextBody).ToString();
    }

    [GeneratedRegex(
        "^(?<time>[0-9]{8}T[0-9]{9}Z)-(?<lane>urgent|personal|list)-[a-z0-9-]{1,60}[.]eml$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name { get; }
}
