namespace InfoStory.People;

/// <summary>Seals the keys of authenticator apps, so that a copy of the database makes no codes.</summary>
public sealed class AuthenticatorSeal(Func<byte[], byte[]> seal, Func<byte[], byte[]> open)
{
    public string Seal(byte[] key) => Convert.ToBase64String(seal(key));

    public byte[] Open(string closed) => open(Convert.FromBase64String(closed));
}
