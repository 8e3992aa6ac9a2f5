using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace InfoStory.Tests.Life;

/// <summary>One year: somebody does something, or time passes and the jobs run, and after each step the program says what the model says.</summary>
internal sealed class Year
{
    private static readonly DateOnly Begins = new(2027, 1, 1), Ends = new(2028, 1, 5);

    /// <summary>Both changes of the clocks.</summary>
    public static readonly DateOnly[] Changes = [new(2027, 3, 28), new(2027, 10, 31)];

    /// <summary>The days around them, and around bank holidays.</summary>
    private static readonly DateOnly[] OddDays =
    [
        .. Changes, .. Changes.Select(day => day.AddDays(1)), new(2027, 3, 25), new(2027, 3, 30), new(2027, 5, 3), new(2027, 8, 30), new(2027, 12, 24),
        new(2027, 12, 29),
    ];

    private static readonly int[] OddHours = [0, 1, 7, 8, 9, 17, 23];

    /// <summary>So many of the last steps are told where a year fails; the seed brings all of them back.</summary>
    private const int Shown = 60;

    private const string Merge = "merge";

    private readonly int seed;
    private readonly YearWorld world;
    private readonly YearDuties duties;
    private readonly YearPublishers publishers;
    private readonly YearAct[] acts, authors;
    private readonly List<string> path = [];
    private DateTime there, merges;

    public Year(TestDatabase database, int seed)
    {
        (this.seed, world) = (seed, new(database, seed));
        duties = new(world.Model, world.Post);
        publishers = new(world);
        authors = [.. new YearAuthors(world).Acts];
        acts =
        [
            .. authors, .. publishers.Acts, .. new YearResponders(world, publishers).Acts, .. new YearAnswers(world).Acts,
            .. new YearSubscribers(world).Acts, .. new YearBriefings(world).Acts,
        ];
        Acts = [.. acts.Select(act => act.Name), Merge];
    }

    /// <summary>What may happen in a year.</summary>
    public IReadOnlyList<string> Acts { get; }

    /// <summary>What did happen.</summary>
    public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

    public IEnumerable<OutgoingLetter> Letters => world.Post.Left.Select(one => one.Letter);

    /// <summary>Letters that were waited for and came.</summary>
    public IReadOnlyCollection<string> Kept => duties.Kept;

    public async Task LiveAsync()
    {
        world.MoveTo(YearDays.At(Begins, 9));
        await publishers.BeginAsync();
        merges = YearDays.At(new(2027, 6, 1), 11).AddDays(world.Dice.Next(60));
        while (world.Today < Ends)
        {
            // Whatever goes wrong says when, and after what.
            if (await Record.ExceptionAsync(GoOnAsync) is { } fault) throw fault is XunitException ? fault : new XunitException(Say($"{fault}"));
        }
    }

    private async Task GoOnAsync()
    {
        if (world.Now >= merges && await publishers.MergeAsync() is { } merged)
        {
            merges = DateTime.MaxValue;
            path.Add(merged);
            Done.Add(Merge);
        }
        else if (world.Chance(40)) await WaitAsync();
        else await ActAsync();

        duties.Look(world.Now);
        await CompareAsync();
    }

    private async Task ActAsync()
    {
        // Most can go wrong where letters wait and their authors change their minds.
        var these = !world.Post.IsThere && world.Chance(40) ? authors : acts;
        for (var tries = 0; tries < 5; tries++)
        {
            var place = world.Dice.Next(these.Sum(Weight));
            var act = these.First(act => (place -= Weight(act)) < 0);
            var (done, isRefused) = await world.TryAsync(act);
            if (done is null) continue;

            path.Add(done);
            if (!isRefused) Done.Add(act.Name);
            return;
        }
    }

    /// <summary>What was not done yet comes sooner.</summary>
    private int Weight(YearAct act) => Done.Contains(act.Name) ? act.Weight : 3 * act.Weight;

    private async Task WaitAsync()
    {
        world.MoveTo(Next());
        // A server that is away is away for a while, and not for the month after which letters are given up.
        world.Post.IsThere = !world.Chance(world.Post.IsThere ? 16 : 60) || world.Now - there > TimeSpan.FromDays(10);
        if (world.Post.IsThere) there = world.Now;
        path.Add($"{YearDays.London(world.Now):d MMMM HH:mm}{(world.Post.IsThere ? "" : " without a mail server")}");
        duties.Look(world.Now);
        await world.RunJobsAsync();
        if (world.Chance(15)) await world.RunJobsAsync(again: true);

        // A letter may be given up: it was too late for it. Nothing else may fail.
        Assert.True(world.Get<JobLedger>().Failing.All(work => work.Items == 0), Say($"jobs failed: {string.Join(", ", world.Get<JobLedger>().Failing)}"));
        if (world.Post.IsThere && YearDays.IsOpen(world.Now) && duties.Ran(world.Now) is { } late) Assert.Fail(Say($"The letter that {late}, has not left"));
        await CompareReadersAsync();
    }

    /// <summary>Hours on, days, weeks in which nothing ran, or to a day that matters.</summary>
    private DateTime Next() => world.Dice.Next(100) switch
    {
        < 35 => world.Now.AddMinutes(world.Dice.Next(20, 1_500)),
        < 65 => world.Now.AddMinutes(world.Dice.Next(1_440, 7_000)),
        < 90 => NextThatMatters(),
        _ => world.Now.AddHours(world.Dice.Next(120, 400)),
    };

    private DateTime NextThatMatters()
    {
        var (today, stands) = (world.Today, world.Model.Asks.Where(ask => !ask.HasEnded).Select(ask => ask.Stands(world.Now)).ToList());
        var days = stands.Select(ask => ask.Due.AddDays(1)).Concat(stands.Select(ask => ask.Due)).Concat(stands.Select(ask => ask.Fourteen ?? today))
            .Concat(world.Model.Promises.SelectMany(promise => new[] { promise.Due.AddDays(-14), promise.Due, promise.Due.AddDays(14) }))
            .Concat(OddDays).Where(day => day > today && day < today.AddDays(20)).Order().ToList();
        // Mostly the first, or everything would be passed by.
        var day = days.Count == 0 ? today.AddDays(2) : world.Chance(70) ? days[0] : world.One(days);
        return YearDays.At(day, world.One(OddHours)).AddMinutes(world.Dice.Next(60));
    }

    /// <summary>What everybody may read is what the model says.</summary>
    private async Task CompareAsync()
    {
        Assert.True(world.Post.Wrong.Count == 0, Say(string.Join('\n', world.Post.Wrong)));
        var (now, model) = (world.Now, world.Model);
        Same(
            model.Stories.Where(story => story.IsPublic(now)).Select(story => story.Title),
            (await world.Get<Library>().ListAsync(null, 50, default)).Entries.Select(entry => entry.Title), "the library");
        foreach (var story in model.Stories.Where(story => story.IsPublic(now)).ToList()) await CompareAsync(story, now);
        if (world.Pick(model.Stories.Where(story => !story.IsPublic(now))) is { } gone) await CompareAsync(gone, now);
        if (world.Pick(model.Organisations.Where(one => one.MergedInto is null)) is { } organisation) await CompareAsync(organisation, now);
        if (world.Pick(model.Copies.Where(copy => copy.Link is not null && now < copy.At.AddDays(100))) is { } copy) await CompareAsync(copy, now);
        await world.Database.EndScopesAsync();
    }

    private async Task CompareAsync(YearStory story, DateTime now)
    {
        AnsweredCaseStudy? read = null;
        try
        {
            read = await world.Get<PublicAsks>().ReadAsync(story.Given.Slug!, default);
        }
        catch (Exception gone) when (gone is NotFoundException or GoneException)
        {
            // The model tells whether it should be.
        }

        Assert.True(story.IsPublic(now) == read is not null, Say($"“{story.Title}” {(read is null ? "cannot" : "can")} be read"));
        if (read is null) return;

        var asks = world.Model.Asks.Where(ask => ask.Story == story).Select(ask => (Ask: ask, Stands: ask.Stands(now)))
            .Where(one => one.Stands.Phase != AskPhase.CalledOff)
            .Select(one => $"{one.Ask.Organisation.Name}, passed {one.Ask.Passed}: {one.Ask.Shown(now, isNamed: true)}");
        Same(asks, read.Asks.Select(ask => $"{ask.Organisation}, passed {ask.Passed}: {Of(ask)}"), $"what was asked about “{story.Title}”");
        Same(Promised(world.Model.Promises.Where(promise => promise.Story == story), now), read.Promises.Select(Of), $"promises about “{story.Title}”");
    }

    private async Task CompareAsync(YearOrganisation organisation, DateTime now)
    {
        var all = world.Model.Organisations.Where(one => one == organisation || one.MergedInto == organisation).ToList();
        var keys = all.ConvertAll(one => one.Id);
        var asks = world.Model.Asks.Where(ask => all.Contains(ask.Organisation))
            .Select(ask => (Title: ask.Story.IsPublic(now) ? ask.Story.Title : null, Ask: ask))
            .Where(one => one.Title is null || one.Ask.Stands(now).Phase != AskPhase.CalledOff)
            .Select(one => $"“{one.Title}”: {one.Ask.Shown(now, one.Title is not null)}");
        Same(
            asks, (await world.Get<PublicAsks>().OfOrganisationsAsync(keys, default)).Select(ask => $"“{ask.CaseStudyTitle}”: {Of(ask)}"),
            $"what {organisation.Name} was asked");
        Same(
            Promised(world.Model.Promises.Where(promise => all.Contains(promise.Organisation) && promise.Story.IsPublic(now)), now),
            (await world.Get<PromiseBook>().OfOrganisationsAsync(keys, default)).Select(Of), $"what {organisation.Name} promised");
    }

    private async Task CompareAsync(YearCopy copy, DateTime now)
    {
        var (read, shown) = (await world.Get<SharedBriefings>().ReadAsync(copy.Link!, default), copy.Shown(now).ToList());
        Assert.True(copy.IsOpen(now) == read is not null, Say($"The briefing of {copy.To} {(read is null ? "cannot" : "can")} be read"));
        if (read is null) return;

        Assert.True(shown.Count == read.Studies, Say($"The briefing of {copy.To} rests on {read.Studies} case studies, and not on {shown.Count}"));
        Assert.Subset(shown.Select(story => story.Title).ToHashSet(), read.Quotes.Select(quote => quote.Title).ToHashSet());
        Same(
            Promised(world.Model.Promises.Where(promise => shown.Contains(promise.Story)), now),
            read.Promises.Kept.Concat(read.Promises.Open).Concat(read.Promises.Broken).Select(Of), $"promises in the briefing of {copy.To}");
    }

    private async Task CompareReadersAsync() => Same(
        world.Model.Readers.Where(reader => reader.MayBeWrittenTo).Select(reader => $"{reader.State}"),
        (await world.Get<InfoStoryContext>().Subscribers.AsNoTracking().ToListAsync()).Where(one => one.EndedAt is null).Select(one => $"{one.State}"),
        "the states of subscribers");

    private static string Of(PublicAsk ask)
    {
        var (stands, answer) = (ask.Stands, ask.Response);
        var read = new YearStanding(stands.Phase, stands.Ends, stands.Due, stands.Days, stands.Ran, stands.Since, stands.Until);
        return $"{read}{(stands.IsUnreached ? ", unreached" : "")}, "
            + $"{(answer is null ? null : new YearAnswer(answer.Words.Understood, answer.SentOn) { ChangedOn = answer.ChangedOn })}";
    }

    private static string Of(PromiseRow row) => $"{row.Organisation}: {row.What}, {row.State}, {row.Due:O}";

    private static IEnumerable<string> Promised(IEnumerable<YearPromise> promises, DateTime now) =>
        promises.Select(promise => $"{promise.Organisation.Name}: {promise.What}, {promise.State(now)}, {promise.Due:O}");

    private void Same(IEnumerable<string> expected, IEnumerable<string> found, string of)
    {
        var (model, program) = (expected.Order(StringComparer.Ordinal).ToList(), found.Order(StringComparer.Ordinal).ToList());
        Assert.True(model.SequenceEqual(program), Say($"{of}: the model says\n{string.Join('\n', model)}\nand the program says\n{string.Join('\n', program)}"));
    }

    private string Say(string what) => $"Seed {seed} at {world.Now:O}, step {path.Count}: {what}\nafter {string.Join("; ", path.TakeLast(Shown))}";
}
