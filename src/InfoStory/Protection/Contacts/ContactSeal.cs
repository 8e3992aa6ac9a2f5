using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoStory.Protection.Contacts;

/// <summary>How one author may be reached; at least one of the two is there.</summary>
public sealed record ContactDetails(string? Email, string? Telephone)
{
    /// <summary>Stands for what is kept of one author, and says nothing of it; it is another one after every change. Empty where nothing is kept.</summary>
    [JsonIgnore]
    public string Seen { get; init; } = "";

    /// <summary>Enough for its owner to know it again, too little for somebody who found the six words: l…@example.org, …982.</summary>
    public ContactDetails Masked() => this with
    {
        Email = Email is null ? null : $"{Email.EnumerateRunes().First()}…{Email[Email.IndexOf('@', StringComparison.Ordinal)..]}",
        Telephone = Telephone is null ? null : $"…{Telephone[^3..]}",
    };
}

/// <summary>Closes and opens contacts under a purpose that nothing else uses (ASP.NET Core Data Protection, given by the web project).</summary>
public sealed record ContactSeal(Func<byte[], byte[]> Protect, Func<byte[], byte[]> Unprotect)
{
    public byte[] Close(ContactDetails details) => Protect(JsonSerializer.SerializeToUtf8Bytes(details));

    public ContactDetails Open(byte[] closed) =>
        JsonSerializer.Deserialize<ContactDetails>(Unprotect(closed))! with { Seen = Convert.ToHexString(SHA256.HashData(closed))[..16] };
}
