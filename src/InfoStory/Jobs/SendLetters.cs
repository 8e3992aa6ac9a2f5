using InfoStory.Dissemination;

namespace InfoStory.Jobs;

/// <summary>Sends the letters that wait.</summary>
public sealed class SendLetters(Letters letters, IPostman postman) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken cancellation) => letters.SendDueAsync(postman, cancellation);
}
