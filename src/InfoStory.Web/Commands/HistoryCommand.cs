using InfoStory.Data.Time;
using InfoStory.History;

namespace InfoStory.Web.Commands;

/// <summary>Checks the chain of the history against itself, against the heads that were kept, and against those that are named.</summary>
internal static class HistoryCommand
{
    /// <returns>0 where the history is whole, 1 where it is not, 2 where a head makes no sense.</returns>
    public static async Task<int> VerifyAsync(IServiceProvider services, string[] options, TextWriter output, TextWriter errors)
    {
        var named = options.Chunk(2).Select(pair => pair is ["--head", var head] ? ChainHead.Parse(head) : null).ToList();
        if (named.Contains(null))
        {
            await errors.WriteLineAsync("Say: history verify [--head NUMBER:HASH], with a head as the log or the file of heads has it.");
            return 2;
        }

        await services.PrepareDatabaseAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var (file, check) = (scope.ServiceProvider.GetRequiredService<HistoryHeads>(), scope.ServiceProvider.GetRequiredService<HistoryCheck>());
        var found = await check.VerifyAsync(file.Read().Concat(named.OfType<ChainHead>()), CancellationToken.None);
        var wrongFile = await check.WrongWithAsync(file, scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow, CancellationToken.None);

        if (found.IsWhole && wrongFile is not null)
        {
            await errors.WriteLineAsync($"{wrongFile}. {found.Entries:N0} entries were read and fit together, but nothing outside shows that they are all.");
            return 1;
        }

        if (found.IsWhole)
        {
            await output.WriteLineAsync($"{found.Entries:N0} entries, whole. The head is {found.Head}");
            return 0;
        }

        await errors.WriteLineAsync($"The history is not whole: {(found.BadNumber is { } number ? $"entry {number} " : "there ")}{found.Wrong}. "
            + $"{found.Entries:N0} entries were read and stand.");
        return 1;
    }
}
