namespace InfoStory.Letters;

/// <summary>By which door letters leave.</summary>
public enum LetterExit
{
    /// <summary>By none: they wait.</summary>
    Nowhere,

    /// <summary>To a mail server, by SMTP.</summary>
    MailServer,

    /// <summary>To GOV.UK Notify.</summary>
    Notify,

    /// <summary>Into a folder of this machine.</summary>
    Folder,
}

/// <summary>How letters leave, as the settings say.</summary>
/// <param name="Where">The name of the server, or the path of the folder.</param>
public sealed record LettersOut(LetterExit Exit, string Where = "")
{
    /// <summary>How many letters may leave in a minute, those of the urgent lane not counted; 0 sets no limit.</summary>
    public int PerMinute { get; init; }

    /// <summary>What lies in the folder; null where letters leave in another way.</summary>
    public LetterFolder? Folder { get; init; }

    public bool Leaves => Exit != LetterExit.Nowhere;
}

/// <summary>A letter in the folder.</summary>
/// <param name="Name">The name of its file.</param>
public sealed record FiledLetter(string Name, LetterLane Lane, DateTime WrittenAt, string Title);

/// <summary>The letters that lie in a folder of this machine.</summary>
/// <param name="ShowsWords">
/// Whether the desk shows to whom they go and what is in them. Only where nobody works with real stories: whoever reads a link by which somebody signs in can
/// sign in as they.
/// </param>
/// <param name="Last">The newest so many, newest first.</param>
/// <param name="Text">The head and the words of one, as plain text; null where there is none of that name.</param>
public sealed record LetterFolder(bool ShowsWords, Func<int, IReadOnlyList<FiledLetter>> Last, Func<string, string?> Text);
