using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Jobs;
using InfoStory.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Life;

/// <summary>Something that somebody does in a year.</summary>
/// <param name="Name">What it is called where a year fails.</param>
/// <param name="Weight">How often it comes, beside the others.</param>
/// <param name="DoAsync">Does it, and tells the model; null says that there is nothing to do it to.</param>
internal sealed record YearAct(string Name, int Weight, Func<Task<string?>> DoAsync);

/// <summary>The program, the clock, the postman and the model of one year.</summary>
internal sealed class YearWorld
{
    private static readonly Type[] Jobs = [.. typeof(IJob).Assembly.GetTypes()
        // Stands in for another where no letter can leave.
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IJob)) && type != typeof(MarkLateCases))];

    private readonly Dictionary<Type, DateTime> ran = [];
    private readonly TestDatabase database;

    public YearWorld(TestDatabase database, int seed)
    {
        (this.database, Dice) = (database, new(seed));
        Post = new(Model, () => Now);
    }

    public Random Dice { get; }

    public YearModel Model { get; } = new();

    public YearPost Post { get; }

    public DateTime Now => database.Clock.UtcNow;

    public DateOnly Today => YearDays.Day(Now);

    public TestDatabase Database => database;

    public T Get<T>() where T : notnull => database.Get<T>();

    public bool Chance(int percent) => Dice.Next(100) < percent;

    /// <summary>One of them; null where there is none.</summary>
    public T? Pick<T>(IEnumerable<T> from) where T : class => from.ToList() is { Count: > 0 } all ? all[Dice.Next(all.Count)] : null;

    public T One<T>(IReadOnlyList<T> from) => from[Dice.Next(from.Count)];

    public void MoveTo(DateTime utc) => database.Clock.SetUtcNow(new(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    /// <summary>Runs every job whose time has come, in any order, as the host does, each in a scope of its own.</summary>
    /// <param name="again">Also those that have just run: another process does the same.</param>
    public async Task RunJobsAsync(bool again = false)
    {
        var order = Jobs.ToArray();
        Dice.Shuffle(order);
        foreach (var type in order)
        {
            var services = Get<IServiceProvider>();
            object[] given = type.GetConstructors()[0].GetParameters().Any(one => one.ParameterType == typeof(IPostman)) ? [Post.Postman] : [];
            var job = (IJob)ActivatorUtilities.CreateInstance(services, type, given);
            if (!again && ran.TryGetValue(type, out var last) && Now - last < job.Every) continue;

            ran[type] = Now;
            await job.RunAsync(default);
            if (job is CallBack) Model.CallBack(Now);
            if (job is AskToRenew) Model.EndPermissions(Now);
            if (job is KeepNoLonger) Model.KeepNoLonger(Now);
            if (job is LookAfterSubscribers) Model.ForgetReaders(Now);
        }

        await database.EndScopesAsync();
    }

    /// <summary>Does it.</summary>
    /// <returns>What was done; null where nothing could be.</returns>
    public async Task<(string? Done, bool IsRefused)> TryAsync(YearAct act)
    {
        try
        {
            return (await act.DoAsync() is { } what ? $"{act.Name} {what}".TrimEnd() : null, false);
        }
        catch (Exception refused) when (refused is ConflictException or ForbiddenException or NotFoundException or GoneException or ValidationException)
        {
            return ($"{act.Name} (refused: {refused.Message.ReplaceLineEndings(" ")[..Math.Min(60, refused.Message.Length)]})", true);
        }
        finally
        {
            await database.EndScopesAsync();
        }
    }
}
