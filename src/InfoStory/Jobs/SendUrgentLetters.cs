using InfoStory.Letters;

namespace InfoStory.Jobs;

/// <summary>Sends the urgent letters, about somebody at risk or to sign in with, which wait for no other letter and no other job.</summary>
public sealed class SendUrgentLetters(Outbox outbox, IPostman postman) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken cancellation) => outbox.SendUrgentAsync(postman, cancellation);
}
