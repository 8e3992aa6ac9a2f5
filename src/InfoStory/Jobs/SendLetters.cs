using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Writes the letters that authors wait for, and sends every letter whose time has come.</summary>
public sealed class SendLetters(AuthorNotices notices, Outbox outbox, IPostman postman) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await notices.WriteDueAsync(cancellation);
        await outbox.SendDueAsync(postman, cancellation);
    }
}
