using InfoStory.Data;
using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Sends every letter whose time has come but urgent ones, and writes those that authors wait for.</summary>
public sealed class SendLetters(AuthorNotices notices, Outbox outbox, IPostman postman, Batch batch) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken cancellation) =>
        batch.StepsAsync(nameof(SendLetters), cancellation, stopping => notices.WriteDueAsync(stopping), stopping => outbox.SendDueAsync(postman, stopping));
}
