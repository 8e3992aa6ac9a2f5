using System.Security.Cryptography;
using InfoStory.Data.Access;
using InfoStory.Sharing;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Staff;

/// <summary>
/// Seals the secret of a story that is being entered, so that it can travel in the form: the same form sent twice is one story. Only the
/// member of staff for whom it was sealed can open it.
/// </summary>
public sealed class EntryKeys(IDataProtectionProvider protection)
{
    /// <summary>As long as a session of staff.</summary>
    public static readonly TimeSpan ForForm = TimeSpan.FromHours(10);

    /// <summary>From sending the form to seeing the slip.</summary>
    public static readonly TimeSpan ForSlip = TimeSpan.FromMinutes(10);

    public string Seal(DraftSecret secret, Actor actor, TimeSpan life) => Protector(actor, life).Protect(secret.ToString(), life);

    /// <summary>Null where it is not ours, not this person's, or too old.</summary>
    public DraftSecret? Open(string? sealedSecret, Actor actor, TimeSpan life)
    {
        try
        {
            return string.IsNullOrEmpty(sealedSecret) ? null : DraftSecret.Parse(Protector(actor, life).Unprotect(sealedSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(Actor actor, TimeSpan life) =>
        protection.CreateProtector("Assisted entry", $"{actor.StaffId}", $"{life}").ToTimeLimitedDataProtector();
}
