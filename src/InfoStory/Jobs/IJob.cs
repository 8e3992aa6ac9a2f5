namespace InfoStory.Jobs;

/// <summary>Something InfoStory does by itself, again and again. Running it twice at once does no harm.</summary>
public interface IJob
{
    TimeSpan Every { get; }

    Task RunAsync(CancellationToken cancellation);
}
