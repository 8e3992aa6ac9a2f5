using System.Threading.Channels;

namespace InfoStory.Web.Http;

/// <summary>Compresses what is read often as small as it gets, one after the other and beside the requests, since that takes a hundred times as long.</summary>
public sealed class Squeezing(KeptPages answers) : BackgroundService
{
    private readonly Channel<(string Name, KeptPage Answer)> waiting =
        Channel.CreateBounded<(string, KeptPage)>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Where too many wait already it stays as it is.</summary>
    public void Add(string name, KeptPage answer) => waiting.Writer.TryWrite((name, answer));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (name, answer) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            answer.Squeeze();
            answers.Resize(name, answer);
        }
    }
}
