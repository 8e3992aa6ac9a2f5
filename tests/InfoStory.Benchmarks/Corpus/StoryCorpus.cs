using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InfoStory.Stories;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>The same stories on every machine: as many as asked for, oldest first, spread over two years.</summary>
internal sealed class StoryCorpus(int size)
{
    public const ulong Seed = 20261122;
    public const int TagCount = 60, ServiceCount = 21, PlaceCount = 150;

    private const int Minutes = 2 * 365 * 24 * 60;
    private const string ReferenceLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const long References = 31L * 31 * 31 * 31 * 31 * 31, Spread = 387_420_489;

    private static readonly DateTime Start = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>The words of a story by share of stories, in twentieths: half have at most 220, one in twenty more than 900.</summary>
    private static readonly int[] Lengths = [15, 30, 50, 70, 90, 110, 130, 150, 175, 197, 220, 250, 285, 330, 385, 450, 530, 625, 750, 900, 1000];

    public int Size => size;

    public IEnumerable<CorpusStory> Stories()
    {
        var dice = new Dice(Seed);
        var prose = new Prose(new(dice));
        var (tags, services, places) = (new Zipf(TagCount), new Zipf(ServiceCount), new Zipf(PlaceCount));
        for (var number = 0; number < size; number++)
        {
            var state = State(dice.Below(20));
            var text = prose.Text(dice, Length(dice));
            yield return new(
                number, Reference(number), state, (StoryKind)dice.Below(6), (WhoIsTelling)dice.Below(6),
                Start.AddMinutes((double)Minutes / size * number).AddSeconds(dice.Below(30)), prose.Title(dice), text,
                state == StoryState.Published && dice.OneIn(3) ? [.. Enumerable.Range(0, 5).Select(_ => prose.Text(dice, 20 + dice.Below(60)))] : [],
                services.Draw(dice), places.Draw(dice), [.. Enumerable.Range(0, 2 + dice.Below(4)).Select(_ => tags.Draw(dice)).Distinct().Order()]);
        }
    }

    /// <summary>SHA-256 of everything that is random in the corpus, in hexadecimal.</summary>
    public string Checksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var story in Stories())
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{story.Reference}|{story.State}|{story.Kind}|{story.WhoIsTelling}|{story.ReceivedAt:O}|{story.Title}|"
                + $"{story.Told}|{string.Join('|', story.Sections)}|{story.Service}|{story.Place}|{string.Join(',', story.Tags)}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of twenty stories fourteen are published, two wait, and two each are declined and withdrawn.</summary>
    private static StoryState State(int twentieth) => twentieth switch
    {
        < 14 => StoryState.Published,
        < 16 => StoryState.Received,
        < 18 => StoryState.Declined,
        _ => StoryState.Withdrawn,
    };

    private static int Length(Dice dice)
    {
        var (step, part) = Math.DivRem(dice.Below(20_000), 1000);
        return Lengths[step] + ((Lengths[step + 1] - Lengths[step]) * part / 1000);
    }

    /// <summary>Every number has its own, because the multiplier shares no factor with 31.</summary>
    private static string Reference(int number)
    {
        var (left, letters) = (number * Spread % References, new char[6]);
        for (var at = 0; at < letters.Length; at++, left /= ReferenceLetters.Length) letters[at] = ReferenceLetters[(int)(left % ReferenceLetters.Length)];
        return $"IS-{new string(letters, 0, 4)}-{new string(letters, 4, 2)}";
    }
}
