using System.Security.Cryptography;

namespace InfoStory.Testing;

/// <summary>Seals and opens bytes under a key that lives as long as the test, as the site does under its key ring: AES-GCM, nonce and tag in front.</summary>
internal sealed class TestSeals
{
    private const int NonceBytes = 12, TagBytes = 16;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public byte[] Close(byte[] open)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + open.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, open, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return sealedBytes;
    }

    public byte[] Open(byte[] closed)
    {
        var open = new byte[closed.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(closed.AsSpan(0, NonceBytes), closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), open);
        return open;
    }
}
