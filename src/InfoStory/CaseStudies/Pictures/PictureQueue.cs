namespace InfoStory.CaseStudies.Pictures;

/// <summary>
/// Lets pictures be drawn one at a time in a process, because a large one takes much memory while it is unpacked. No more wait than are drawn within
/// seconds: what a picture takes is known from its pixels before anything of it is unpacked.
/// </summary>
public sealed class PictureQueue : IDisposable
{
    /// <summary>So many pixels are drawn or wait at most: two pictures of the largest kind.</summary>
    public const long Most = 2 * PictureDrawing.MaxPixels;

    /// <summary>A small one counts as so many, because its file waits in memory too.</summary>
    public const long Least = Most / 20;

    private readonly SemaphoreSlim drawing = new(1);
    private long waiting;

    /// <summary>Waits for its turn, which lasts until it is disposed of.</summary>
    /// <returns>Null at once where too many wait.</returns>
    public async Task<IDisposable?> EnterAsync(long pixels, CancellationToken cancellation)
    {
        var room = Math.Max(pixels, Least);
        if (Interlocked.Add(ref waiting, room) > Most)
        {
            Interlocked.Add(ref waiting, -room);
            return null;
        }

        try
        {
            await drawing.WaitAsync(cancellation);
            return new Turn(this, room);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Add(ref waiting, -room);
            throw;
        }
    }

    public void Dispose() => drawing.Dispose();

    private sealed class Turn(PictureQueue queue, long room) : IDisposable
    {
        public void Dispose()
        {
            queue.drawing.Release();
            Interlocked.Add(ref queue.waiting, -room);
        }
    }
}
