using System.Security.Cryptography;
using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.RateLimiting;

/// <summary>What the form of the check page says about itself. No person fills any of it in.</summary>
public sealed record SendForm
{
    /// <summary>A field that people do not see; programs that fill in forms do.</summary>
    public string? Website { get; init; }

    /// <summary>Which draft the form was made for, sealed.</summary>
    public string? Stamp { get; init; }
}

/// <summary>
/// The last step of the share journey: refuses a network that sends very many, and tells the service layer what looks as if no person had sent it.
/// </summary>
public sealed class StorySubmission(StorySender sender, Drafts drafts, Limits limits, IDataProtectionProvider keys)
{
    private const int PrefixLength = 16;

    private readonly IDataProtector seal = keys.CreateProtector("InfoStory.SendForm.v1");

    /// <summary>A stamp for a form that sends this draft: the start of the draft's hash, sealed. Empty where there is no draft.</summary>
    public string Stamp(DraftSecret? draft) => draft is null ? "" : seal.Protect(draft.Hash[..PrefixLength]);

    /// <summary>Sends the draft once, as its author has checked it. Sending it again answers the same and is never refused.</summary>
    /// <exception cref="TooManyException">There were too many; the draft is kept for another seven days.</exception>
    public async Task<Sent> SendAsync(HttpContext context, DraftSecret draft, DraftAnswers? seen, SendForm form, CancellationToken cancellation)
    {
        if (await sender.FindSentAsync(draft, cancellation) is { } before) return before;

        // What is not complete is not sent, so it does not count.
        if (await drafts.FindAsync(draft, cancellation) is { Answers.Told: not null, Audiences: not null } && limits.Count(context, draft) is { } refusal)
        {
            await drafts.ProlongAsync(draft, cancellation);
            DraftCookie.Write(context.Response, draft);
            throw refusal;
        }

        return await sender.SendAsync(
            draft, seen, new SpamSignals(HiddenFieldFilled: !string.IsNullOrEmpty(form.Website), ForeignForm: !IsFor(draft, form.Stamp)), cancellation);
    }

    public Task<Sent?> FindSentAsync(DraftSecret draft, CancellationToken cancellation) => sender.FindSentAsync(draft, cancellation);

    private bool IsFor(DraftSecret draft, string? stamp)
    {
        if (string.IsNullOrEmpty(stamp)) return false;

        try
        {
            return seal.Unprotect(stamp) == draft.Hash[..PrefixLength];
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
