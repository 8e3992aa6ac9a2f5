using System.Globalization;

namespace InfoStory.Moderation.Queue;

/// <summary>A story that somebody chose in the queue, as it stood then. In a form it reads as the reference, a colon and the revision.</summary>
public sealed record StoryAtRevision(string Reference, int Revision) : IParsable<StoryAtRevision>
{
    public static StoryAtRevision Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var story) ? story : throw new FormatException("Not a chosen story.");

    public static bool TryParse(string? s, IFormatProvider? provider, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out StoryAtRevision result)
    {
        result = null;
        if (s?.Split(':') is not [{ Length: > 0 and <= 12 } reference, var number]
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            return false;

        result = new(reference, revision);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reference}:{Revision}");
}
