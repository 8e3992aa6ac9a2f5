using InfoStory.Moderation.Suggesting;

namespace InfoStory.Web.Commands;

/// <summary>Says how good the suggested tags are on stories that nothing was learned from. Changes nothing.</summary>
internal static class TagsCommand
{
    public static async Task MeasureAsync(IServiceProvider services, TextWriter output)
    {
        await services.PrepareDatabaseAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        foreach (var line in (await scope.ServiceProvider.GetRequiredService<TagMeasure>().MeasureAsync(CancellationToken.None)).Lines)
            await output.WriteLineAsync(line);
    }
}
