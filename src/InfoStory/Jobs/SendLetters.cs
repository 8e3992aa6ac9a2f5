using InfoStory.Data;
using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Writes the letters that authors wait for, and sends every letter whose time has come.</summary>
public sealed class SendLetters(AuthorNotices notices, Outbox outbox, IPostman postman, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken cancellation) =>
        batch.StepsAsync(nameof(SendLetters), cancellation, notices.WriteDueAsync, stopping => outbox.SendDueAsync(postman, stopping));
}
