using System.ComponentModel.DataAnnotations;
using InfoStory.Letters;
using MimeKit;

namespace InfoStory.Connectors;

/// <summary>How the connection to the mail server is kept from being read.</summary>
public enum MailSecurity
{
    None,

    /// <summary>It begins in clear and must be encrypted before anything is said.</summary>
    StartTls,

    /// <summary>It is encrypted from its first byte, as on port 465.</summary>
    Tls,
}

/// <summary>How letters leave: a mail server, GOV.UK Notify or a folder, the first that is named. Where none is, they wait.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string Host { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 25;

    [Required]
    public string From { get; init; } = "infostory@localhost";

    public MailSecurity? Security { get; init; }

    /// <summary>The older name of <see cref="MailSecurity.StartTls"/>; counts where <see cref="Security"/> is not set.</summary>
    public bool StartTls { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>A token to sign in with in place of a password (XOAUTH2). Read anew for every connection, so that it may change while the site runs.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Where letters are put as files. Null is the site's own choice; empty is none.</summary>
    public string? Folder { get; init; }

    /// <summary>How many letters may leave in a minute, those of the urgent lane not counted; 0 sets no limit.</summary>
    [Range(0, 1_000_000)]
    public int PerMinute { get; init; } = 600;

    public NotifyOptions Notify { get; init; } = new();

    internal MailSecurity Secured => Security ?? (StartTls ? MailSecurity.StartTls : MailSecurity.None);

    /// <summary>The one place that decides by which door letters leave.</summary>
    /// <param name="folder">Where they are put when the settings name no folder; null where the site has no such place.</param>
    public LetterExit Exit(string? folder) =>
        Host.Length > 0 ? LetterExit.MailServer
        : Notify.ApiKey.Length > 0 ? LetterExit.Notify
        : (Folder ?? folder) is { Length: > 0 } ? LetterExit.Folder
        : LetterExit.Nowhere;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailboxAddress.TryParse(From, out _)) yield return new($"{Section}:{nameof(From)} must be an email address.", [nameof(From)]);
        if (AccessToken is { Length: > 0 } && (UserName is not { Length: > 0 } || Secured == MailSecurity.None))
            yield return new($"{Section}:{nameof(AccessToken)} needs {Section}:{nameof(UserName)}, and {Section}:{nameof(Security)} that is not None.");
        if (Notify.ApiKey.Length > 0 && !Notify.IsWhole)
            yield return new($"{Section}:{nameof(Notify)} needs an ApiKey as GOV.UK Notify gives it, a TemplateId and an absolute Url.");
    }
}

/// <summary>GOV.UK Notify: its key, and the template that is made of <c>((subject))</c> and <c>((body))</c>.</summary>
public sealed class NotifyOptions
{
    private const int LeastKey = 74;

    public string ApiKey { get; init; } = "";

    public string TemplateId { get; init; } = "";

    public string Url { get; init; } = "https://api.notifications.service.gov.uk/";

    internal bool IsWhole => ApiKey.Length >= LeastKey && TemplateId.Length > 0 && Uri.TryCreate(Url, UriKind.Absolute, out _);
}
