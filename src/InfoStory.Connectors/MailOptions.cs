using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace InfoStory.Connectors;

/// <summary>The mail server that takes our letters. Without a host InfoStory sends no mail and offers nothing that needs it.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string Host { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 25;

    [Required]
    public string From { get; init; } = "infostory@localhost";

    public bool StartTls { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public bool IsOn => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailboxAddress.TryParse(From, out _)) yield return new($"{Section}:{nameof(From)} must be an email address.", [nameof(From)]);
    }
}
