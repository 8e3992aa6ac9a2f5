namespace InfoStory.Benchmarks.Measures;

/// <summary>The limit of anything durable: 4 KB at the end of a file, and the disk's word that they are there.</summary>
internal sealed class Append(string file) : IDisposable
{
    private readonly FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
    private readonly byte[] page = new byte[4096];

    public Task OnceAsync()
    {
        stream.Write(page);
        stream.Flush(flushToDisk: true);
        return Task.CompletedTask;
    }

    public void Dispose() => stream.Dispose();
}
