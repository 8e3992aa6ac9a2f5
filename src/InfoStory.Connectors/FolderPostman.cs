using InfoStory.Data.Time;
using InfoStory.Letters;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace InfoStory.Connectors;

/// <summary>
/// Puts letters into a folder, each as a file that any mail program opens. It holds a thousand: then the oldest go where letters are only looked at
/// (<paramref name="makesRoom"/>), and letters wait where something else takes them away.
/// </summary>
public sealed class FolderPostman(
    string folder, bool makesRoom, Func<MailOptions> options, SiteAddress site, TimeProvider clock, ILogger<FolderPostman> logger) : IPostman
{
    /// <summary>The most letters that lie there.</summary>
    public const int Most = 1_000;

    public IPostRound Open() => new FolderRound(folder, makesRoom, options().From, site, clock, logger);
}

internal sealed partial class FolderRound(string folder, bool makesRoom, string from, SiteAddress site, TimeProvider clock, ILogger logger) : IPostRound
{
    private const int Cleared = FolderPostman.Most / 10;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private int room;

    public async Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation)
    {
        if (!MailboxAddress.TryParse(letter.To, out var to)) return LetterOutcome.Never;

        using var message = LetterMessage.Of(letter, to, from, site);
        try
        {
            if (room == 0) room = MakeRoom();
            if (room == 0) return LetterOutcome.NobodyThere;

            await WriteAsync(message, LetterFile.NameOf(letter), cancellation);
            room--;
            return LetterOutcome.Done;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            NotWritten(letter.Number, refused.GetType().Name);
            return LetterOutcome.NobodyThere;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Under another name first, so that nobody ever reads half of it. A letter that comes again takes its own place.</summary>
    private async Task WriteAsync(MimeMessage message, string name, CancellationToken cancellation)
    {
        var (half, whole) = (Path.Combine(folder, $".{name}.part"), Path.Combine(folder, name));
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // It may hold a link by which somebody signs in.
        if (!OperatingSystem.IsWindows()) create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(half, create)) await message.WriteToAsync(file, cancellation);
        File.Move(half, whole, overwrite: true);
    }

    /// <returns>For how many more there is room.</returns>
    private int MakeRoom()
    {
        Directory.CreateDirectory(folder);
        var files = LetterFile.In(folder);
        if (!makesRoom) return Math.Max(0, FolderPostman.Most - files.Count);

        // Some more than one, so that a full folder is not listed for each letter.
        var many = files.Count < FolderPostman.Most ? 0 : files.Count - FolderPostman.Most + Cleared;
        var before = LetterFile.TimeOf(clock.UtcNow - KeptFor);
        var old = files.Where((name, place) => place < many || string.CompareOrdinal(name, before) < 0).ToList();
        foreach (var name in old) File.Delete(Path.Combine(folder, name));
        return FolderPostman.Most - (files.Count - old.Count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} could not be put into the folder ({Reason})")]
    private partial void NotWritten(long letter, string reason);
}
