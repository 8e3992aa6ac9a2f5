using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InfoStory.History;

/// <summary>
/// The two hashes of the chain, both SHA-256. Every field comes with its length first, so that none can run into the next; -1 is the length of nothing.
/// </summary>
public static class HistorySeal
{
    private const int Nothing = -1;

    public static byte[] Of(byte[] salt, HistoryEntry entry) => Of(salt, entry.Subject, entry.Act, entry.StaffId, entry.By, entry.At, entry.Why);

    public static byte[] Of(byte[] salt, string subject, HistoryAct act, long? staffId, string by, DateTime at, string? why)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, salt);
        Add(hash, Encoding.UTF8.GetBytes(subject));
        Add(hash, Encoding.UTF8.GetBytes(act.Name));
        Add(hash, staffId is { } staff ? Bytes(staff) : null);
        Add(hash, Encoding.UTF8.GetBytes(by));
        Add(hash, Bytes(at.Ticks));
        Add(hash, why is null ? null : Encoding.UTF8.GetBytes(why));
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of an entry: of the one before, its number and its seal.</summary>
    public static byte[] Next(byte[] before, long number, byte[] seal) => SHA256.HashData([.. before, .. Bytes(number), .. seal]);

    private static void Add(IncrementalHash hash, byte[]? field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, field?.Length ?? Nothing);
        hash.AppendData(length);
        hash.AppendData(field ?? []);
    }

    private static byte[] Bytes(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return bytes;
    }
}
