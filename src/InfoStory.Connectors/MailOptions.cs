using System.ComponentModel.DataAnnotations;

namespace InfoStory.Connectors;

/// <summary>The mail server that takes our letters. Without a host InfoStory sends no mail and offers nothing that needs it.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public string Host { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 25;

    [Required, EmailAddress]
    public string From { get; init; } = "infostory@localhost";

    public bool StartTls { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public bool IsOn => Host.Length > 0;
}
