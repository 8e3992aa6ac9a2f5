using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InfoStory.Data.Time;

namespace InfoStory.Data;

/// <summary>What a signed link is for. One that is signed for one purpose opens nothing of another.</summary>
public enum LinkPurpose
{
    /// <summary>Says yes to being a subscriber; the subject is the subscriber.</summary>
    ConfirmSubscription,

    /// <summary>A subscriber's own page, and leaving; the subject is the subscriber.</summary>
    Subscription,

    /// <summary>Becomes the first who answers for an organisation; the subject is the invitation.</summary>
    Responder,

    /// <summary>Signs a responder in; the subject is the responder.</summary>
    SignIn,

    /// <summary>Reads a briefing; the subject is the copy.</summary>
    Briefing,

    /// <summary>Says that what was called back is deleted; the subject is the first delivery of its letter.</summary>
    Recall,

    /// <summary>Says whether a promise was kept; the subject is the promise.</summary>
    Promise,

    /// <summary>Says whether anything changed; the subject is the story.</summary>
    Change,
}

/// <summary>What a signed link says: whose it is, and the version of the subject when it was signed. A subject that raises its version ends them all.</summary>
public sealed record SignedLink(long Subject, int Version);

/// <summary>
/// Signs links that go out in letters, so that nothing is kept of them: 43 characters of subject, version, end and 128 bits of HMAC-SHA-256 over these and
/// the purpose (docs/decisions/0075). The key, 32 bytes, is shared by every web process.
/// </summary>
public sealed class LinkKey(byte[] key, TimeProvider clock)
{
    /// <summary>The length of every signed link, in characters.</summary>
    public const int Length = 43;

    private const int Said = 16, Whole = 32;

    /// <param name="purpose">What it opens.</param>
    /// <param name="subject">The key of the row that it is about.</param>
    /// <param name="version">The subject's version now.</param>
    /// <param name="until">From when on it opens nothing, to the second; null where only the version ends it.</param>
    public string Sign(LinkPurpose purpose, long subject, int version, DateTime? until = null)
    {
        var bytes = new byte[Whole];
        BinaryPrimitives.WriteInt64BigEndian(bytes, subject);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), version);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), until is { } end ? Seconds(end) : uint.MaxValue);
        Seal(purpose, bytes.AsSpan(0, Said)).CopyTo(bytes.AsSpan(Said));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>What it says; null where we did not sign it for this purpose or its time is over. Whoever asks compares the version.</summary>
    public SignedLink? Open(LinkPurpose purpose, string? link)
    {
        var bytes = new byte[Whole];
        if (link is not { Length: Length } || !Base64Url.IsValid(link)) return null;
        if (!Base64Url.TryDecodeFromChars(link, bytes, out var read) || read != Whole) return null;
        // The last character has two bits to spare: a link is spelt in one way only, or it would count twice where it counts once.
        if (Base64Url.EncodeToString(bytes) != link) return null;
        if (!CryptographicOperations.FixedTimeEquals(Seal(purpose, bytes.AsSpan(0, Said)), bytes.AsSpan(Said))) return null;
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12)) is not uint.MaxValue and var until && until <= Seconds(clock.UtcNow)) return null;

        return new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8)));
    }

    private ReadOnlySpan<byte> Seal(LinkPurpose purpose, ReadOnlySpan<byte> said) =>
        HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes(purpose.ToString()), 0, .. said]).AsSpan(0, Whole - Said);

    private static uint Seconds(DateTime moment) => (uint)Math.Clamp((moment - DateTime.UnixEpoch).TotalSeconds, 0, uint.MaxValue - 1);
}
