using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;

namespace InfoStory.Tests.Life;

/// <summary>What organisations do in a year: by letter or telephone, which a publisher writes down, and by their own links.</summary>
internal sealed class YearResponders(YearWorld world, YearPublishers desk)
{
    public IEnumerable<YearAct> Acts =>
    [
        new("send a holding reply", 6, () => desk.RecordAsync(new() { Kind = AskEventKind.HoldingReply }, ask => ask.Phase != AskPhase.Silent)),
        new("ask a question", 6, () => desk.RecordAsync(new() { Kind = AskEventKind.Question }, ask => ask.Phase != AskPhase.Silent)),
        new("pass on", 4, () => desk.RecordAsync(new() { Kind = AskEventKind.PassedOn }, _ => true)),
        new("reply", 3, () => desk.RecordAsync(new() { Kind = AskEventKind.Answered }, _ => true)),
        new("make what was promised", 6, () => SayAsync(PromiseEventKind.Made)),
        new("promise another day", 7, () => SayAsync(PromiseEventKind.Moved)),
        new("drop what was promised", 4, () => SayAsync(PromiseEventKind.Dropped)),
        new("accept the invitation", 30, AcceptAsync),
        new("sign in", 4, SignInAsync),
    ];

    private async Task<string?> SayAsync(PromiseEventKind kind)
    {
        if (world.Pick(world.Model.Promises.Where(one => !one.IsDropped && (one.IsOpen || world.Chance(30)))) is not { } promise) return null;

        var due = world.Today.AddDays(world.Dice.Next(1, 60));
        var revision = (await world.Get<PromiseDesk>().ShowAsync(promise.Slug, A.Publisher(), default)).Revision;
        await world.Get<Promising>().RecordAsync(
            promise.Slug, new() { Revision = revision, Kind = kind, Due = due, Words = "It is on the page for staff." }, A.Publisher(), default);
        if (kind == PromiseEventKind.Moved) (promise.Due, promise.DueSetAt) = (due, world.Now);
        if (kind == PromiseEventKind.Dropped) promise.IsDropped = true;
        if (kind == PromiseEventKind.Made)
        {
            (promise.MadeAt, promise.Answer) = (world.Now, null);
            world.Model.Owe($"author-{world.Model.Stories.IndexOf(promise.Story)}@example.org", YearPost.Kept);
        }

        return $"“{promise.What}” of {promise.Organisation.Name} for “{promise.Story.Title}” {(kind == PromiseEventKind.Moved ? $"{due:O}" : "")}";
    }

    private async Task<string?> AcceptAsync()
    {
        var invited = world.Model.Organisations.Where(one => !one.HasResponder && world.Post.Link(one.Mailbox, "invitation", days: 15) is not null);
        if (world.Pick(invited) is not { } one) return null;

        await world.Get<ResponderInviting>().AcceptAsync(
            world.Post.Link(one.Mailbox, "invitation")!, new() { Name = "Ann", Role = "Head of housing", Email = one.Person }, default);
        one.HasResponder = true;
        return one.Name;
    }

    /// <summary>Asks for a link and uses the one that came, once. Whoever is in reads what everybody may read of their own organisation.</summary>
    private async Task<string?> SignInAsync()
    {
        var one = world.Pick(world.Model.Organisations.Where(one => one.HasResponder)) ?? world.Pick(world.Model.Organisations)!;
        await world.Get<ResponderSignIn>().WriteAsync(one.Person, default);
        // They wait for the letter.
        await world.RunJobsAsync(again: true);
        if (world.Post.Link(one.Person, "sign-in") is not { } link || await world.Get<ResponderSignIn>().UseAsync(link, default) is not { } key)
            return $"at {one.Name}: asked for a link";

        Assert.Null(await world.Get<ResponderSignIn>().UseAsync(link, default));
        var home = await world.Get<Responding>().HomeAsync((await world.Get<ResponderSessions>().UseAsync(key, default))!.Value, default);
        var shown = home.Organisations.SelectMany(answered => answered.Asks).Select(ask => ask.CaseStudyTitle).OfType<string>().ToHashSet();
        Assert.Subset(world.Model.Stories.Where(story => story.IsPublic(world.Now)).Select(story => story.Title).ToHashSet(), shown);
        return $"at {one.Name}: read {shown.Count}";
    }
}
