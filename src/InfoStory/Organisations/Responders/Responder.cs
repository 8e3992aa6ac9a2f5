using InfoStory.Data;

namespace InfoStory.Organisations.Responders;

/// <summary>
/// Somebody who answers for one organisation or more. They have no password: they sign in by a link to their work address (docs/decisions/0074).
/// </summary>
public sealed class Responder : Entity<Responder>, IRevised
{
    public const int MaxName = 80;
    public const int MaxRole = 100;

    public int Revision { get; private set; }

    /// <summary>As accounts keep an address, in small letters; no other responder has the same.</summary>
    public required string Email { get; init; }

    /// <summary>As they want it shown to colleagues and the team.</summary>
    public required string Name { get; set; }

    /// <summary>As they want it shown, such as "Head of housing".</summary>
    public required string Role { get; set; }

    public required DateTime AddedAt { get; init; }

    public DateTime? LastSignedInAt { get; private set; }

    /// <summary>Raised to end every link by which they could sign in.</summary>
    public int LinkVersion { get; private set; }

    public List<ResponderSeat> Seats { get; } = [];

    public void EndLinks() => LinkVersion++;
}

/// <summary>A responder's place in one organisation.</summary>
public sealed class ResponderSeat
{
    public Id<Responder> ResponderId { get; private set; }

    public Responder? Responder { get; private set; }

    public required Id<Organisation> OrganisationId { get; init; }

    public Organisation? Organisation { get; private set; }

    /// <summary>Since when they may answer; null while the team has not allowed it.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>Since when they do so no more; null while they do.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>They answer from now on, or again.</summary>
    public void Open(DateTime now) => (OpenedAt, ClosedAt) = (ClosedAt is null ? OpenedAt ?? now : now, null);

    /// <summary>They wait for the team to allow it.</summary>
    public void Wait() => (OpenedAt, ClosedAt) = (null, null);

    public void Close(DateTime now) => ClosedAt ??= now;
}

/// <summary>An invitation to answer for an organisation, by a signed link in one letter.</summary>
public sealed class ResponderInvitation : Entity<ResponderInvitation>
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    public required Id<Organisation> OrganisationId { get; init; }

    public Organisation? Organisation { get; private set; }

    /// <summary>The colleague who is invited; null where the mailbox is, and whoever reads it gives their own address.</summary>
    public string? Email { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>When its letter was written; null while the team has not allowed it.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When somebody took it; it counts once.</summary>
    public DateTime? UsedAt { get; set; }

    public bool IsOpen(DateTime now) => UsedAt is null && SentAt is { } sent && now < sent + Life;
}

/// <summary>One signed-in browser of a responder. The cookie carries only its key; deleting the row ends the session everywhere.</summary>
public sealed class ResponderSession : Entity<ResponderSession>
{
    /// <summary>Without use for so long, it is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>However much it is used, it is over after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>SHA-256 of the key in the cookie, in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    public required Id<Responder> ResponderId { get; init; }

    public required DateTime BegunAt { get; init; }

    /// <summary>To the minute, so that not every page writes.</summary>
    public required DateTime UsedAt { get; init; }
}
