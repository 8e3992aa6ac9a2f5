using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Life;

/// <summary>What publishers do in a year.</summary>
internal sealed class YearPublishers(YearWorld world)
{
    private const int MostLiving = 5;

    private static readonly string[] Titles =
    [
        "Three calls for one answer", "The form that came back", "Nobody read the file", "A letter to the old address", "Told again at every desk",
        "The meeting without notes", "Two lists and no key", "The nurse who was not asked", "Ten weeks for one page", "The wrong door twice",
        "A plan nobody had seen", "The bus to the second office", "Passed along the corridor", "Half a record", "The call that was not returned",
    ];

    private static readonly string[] Changes =
    [
        "One number to call", "One form for all", "A note on every file", "A person who calls back", "A shared list of visits", "One meeting instead of three",
    ];

    private readonly EditCaseStudy form = new EditCaseStudy { TheStory = "A worker rang three times and began again each time." }.Answered();

    public IEnumerable<YearAct> Acts =>
    [
        new("publish", 8, PublishAsync),
        new("publish again", 6, PublishAgainAsync),
        new("take down", 2, TakeDownAsync),
        new("put", 14, PutAsync),
        new("answer the question", 30, () => RecordAsync(new() { Kind = AskEventKind.QuestionAnswered }, ask => ask.Phase == AskPhase.Asking)),
        new("give more time", 5, () => RecordAsync(
            new() { Kind = AskEventKind.Extended, WhyExtended = WhyExtended.NeedsAdvice }, ask => ask.Days == 28 && ask.Phase != AskPhase.Silent)),
        new("correct the clock", 3, CorrectAsync),
        new("plan", 9, PlanAsync),
        new("invite", 5, InviteAsync),
        new("approve a digest", 30, ApproveAsync),
        new("let digests go by themselves", 3, LetGoAsync),
    ];

    private IEnumerable<YearOrganisation> There => world.Model.Organisations.Where(one => one.MergedInto is null);

    /// <summary>What there is on the first of January.</summary>
    public async Task BeginAsync()
    {
        foreach (var (name, service) in new[] { ("Leeds", null), ("Kent", "Housing"), ("York", "Police"), ("Bath", null), ("Hull", "Housing") })
        {
            var mailbox = $"office@{name.ToLowerInvariant()}.example";
            var made = await world.Database.OrganisationAsync($"{name} Trust", mailbox, service);
            world.Model.Organisations.Add(new(made.Id, made.Name, made.Slug, mailbox) { Service = service });
        }

        for (var story = 0; story < 3; story++) await PublishAsync();
        foreach (var one in There) await world.Get<ResponderDesk>().InviteAsync(one.Id, A.Publisher(), default);
        await world.Database.EndScopesAsync();
    }

    /// <summary>In the middle of the year one goes into another, whatever it has been asked and has promised.</summary>
    /// <returns>What was done; null where there is none yet whose work could go on at another.</returns>
    public async Task<string?> MergeAsync()
    {
        var now = world.Now;
        var open = world.Model.Asks.Where(ask => !ask.HasEnded).ToList();
        // One whose answer waits to be read stays.
        var reads = open.Where(ask => ask.Sent is not null).Select(ask => ask.Organisation).ToList();
        var moves = open.Where(ask => ask.Stands(now).Phase != AskPhase.Silent && ask.Organisation.MayHear(ask.Story, now));
        if (world.Pick(moves.Where(ask => !reads.Contains(ask.Organisation))) is not { } asked) return null;

        var (from, has) = (asked.Organisation, open.Where(ask => ask.Story == asked.Story).Select(ask => ask.Organisation).ToList());
        if (world.Pick(There.Where(one => one.MayHear(asked.Story, now) && !has.Contains(one))) is not { } into) return null;

        var seen = (await world.Get<OrganisationEditing>().ShowAsync(from.Id, A.Publisher(), default)).Form.Seen;
        await world.Get<OrganisationEnding>().EndAsync(
            from.Id, new() { Seen = seen, How = OrganisationEnd.Merged, Successor = into.Name }, A.Publisher(), default);
        world.Model.Merge(from, into, world.Now);
        return $"merge {from.Name} into {into.Name}";
    }

    private async Task<string?> PublishAsync()
    {
        var model = world.Model;
        if (model.Stories.Count(story => !story.IsTakenBack) >= MostLiving || model.Stories.Count == Titles.Length) return null;

        var (title, service) = (Titles[model.Stories.Count], world.One<string?>([null, "Housing", "Housing", "Police"]));
        List<Audience> audiences = [Audience.Website, .. YearAuthors.Others.Where(_ => world.Chance(70))];
        var given = await world.Database.Given(A.Story().Titled(title).About(service).For([.. audiences]).Published());
        var story = new YearStory(given, title, service) { IsUp = true, Months = Consent.Longest, PermittedAt = world.Now, ChangedAt = world.Now };
        foreach (var audience in audiences) story.Allowed[audience] = world.Now.AddMonths(Consent.Longest);
        model.Stories.Add(story);
        if (world.Chance(30)) return $"“{title}”";

        (story.Email, story.EmailSince) = ($"author-{model.Stories.Count - 1}@example.org", world.Now);
        await world.Get<ContactBook>().ChangeAsync(given.Id, new() { Email = story.Email }, default);
        return $"“{title}” of {story.Email}";
    }

    private async Task<string?> PublishAgainAsync()
    {
        if (world.Pick(world.Model.Stories.Where(story => story is { IsUp: false, IsTakenBack: false })) is not { } story) return null;

        await world.Get<CaseStudyEditing>().PublishAsync(story.Given.CaseStudy, await FormAsync(story), A.Publisher(), default);
        (story.IsUp, story.ChangedAt) = (true, world.Now);
        return $"“{story.Title}”";
    }

    private async Task<string?> TakeDownAsync()
    {
        if (world.Pick(world.Model.Stories.Where(story => story.IsPublic(world.Now))) is not { } story) return null;

        await world.Get<CaseStudyEditing>().TakeDownAsync(story.Given.CaseStudy, await FormAsync(story), A.Publisher(), default);
        world.Model.TakeDown(story, world.Now);
        return $"“{story.Title}”";
    }

    private async Task<EditCaseStudy> FormAsync(YearStory story) => form with
    {
        Revision = (await world.Get<CaseStudyEditing>().ShowAsync(story.Given.CaseStudy, default)).Revision,
        Title = story.Title,
        Summary = $"In short: {story.Title}.",
    };

    private async Task<string?> PutAsync()
    {
        // Mostly what may be put.
        var (any, now) = (world.Chance(15), world.Now);
        if (world.Pick(world.Model.Stories.Where(story => any ? !story.IsErased : story.IsPublic(now))) is not { } story) return null;
        if (world.Pick(There.Where(one => any || one.MayHear(story, now))) is not { } first) return null;

        List<YearOrganisation> to = [first];
        if (world.Chance(40)) to = [.. to.Append(world.Pick(There)!).Distinct()];
        await world.Get<Asking>().PutAsync(story.Given.CaseStudy, new() { Organisations = to.ConvertAll(one => one.Id) }, A.Publisher(), default);
        foreach (var one in to) world.Model.Put(await NewestAsync(story, one), story, one, world.Now);
        return $"“{story.Title}” to {string.Join(" and ", to.Select(one => one.Name))}";
    }

    private async Task<Id<Ask>> NewestAsync(YearStory story, YearOrganisation to)
    {
        var (study, organisation) = (story.Given.CaseStudy, to.Id);
        return await world.Get<InfoStoryContext>().Asks.Where(ask => ask.CaseStudyId == study && ask.OrganisationId == organisation)
            .MaxAsync(ask => ask.Id);
    }

    private Task<string?> CorrectAsync()
    {
        var why = world.One(Enum.GetValues<WhyCorrected>());
        return RecordAsync(new() { Kind = AskEventKind.Corrected, WhyCorrected = why, LastDay = world.Today.AddDays(world.Dice.Next(60)) }, _ => true);
    }

    /// <summary>Writes down what came, today or, where that was so, some days ago.</summary>
    public async Task<string?> RecordAsync(RecordAsk what, Func<YearStanding, bool> fits)
    {
        if (world.Pick(world.Model.Asks.Where(ask => !ask.HasEnded && fits(ask.Stands(world.Now)))) is not { } ask) return null;

        var on = world.Today.AddDays(world.Chance(25) ? -world.Dice.Next(4) : 0);
        var (kind, to) = (what.Kind!.Value, (YearOrganisation?)null);
        if (kind == AskEventKind.HoldingReply) what = what with { Until = on.AddDays(world.Dice.Next(1, 29)) };
        if (kind == AskEventKind.PassedOn)
        {
            to = world.Pick(There)!;
            what = what with { To = to.Name };
        }

        await world.Database.RecordAsync(ask.Id, what with { On = on });
        ask.Hear(kind, world.Now, on, what.Until ?? what.LastDay);
        if (kind == AskEventKind.Corrected)
        {
            world.Model.OweClock(ask);
            if (what.WhyCorrected == WhyCorrected.LetterDidNotArrive && !ask.Organisation.IsBarredFrom(ask.Story, world.Now)) world.Model.Tell(ask, world.Now);
        }

        var before = world.Model.Asks.Find(one => one.Story == ask.Story && one.Organisation == to && !one.HasEnded);
        if (to is not null && (before is null || before.Stands(world.Now).Phase == AskPhase.Silent))
            world.Model.Put(await NewestAsync(ask.Story, to), ask.Story, to, world.Now, ask.Passed + 1);
        return $"“{ask.Story.Title}” at {ask.Organisation.Name} on {on:O} {what.Until ?? what.LastDay:O} {what.WhyCorrected} {to?.Name}";
    }

    private async Task<string?> PlanAsync()
    {
        if (world.Pick(world.Model.Stories.Where(story => story.IsPublic(world.Now))) is not { } story) return null;

        var (now, what, due) = (world.Now, world.One(Changes), world.Today.AddDays(world.Dice.Next(1, 50)));
        var to = world.Pick(There.Where(one => one.MayHear(story, now))) ?? world.Pick(There)!;
        // The days that are an hour shorter or longer are the ones on which a clock goes wrong.
        if (Year.Changes.Where(day => day > world.Today && day < world.Today.AddDays(60)).ToList() is [var odd, ..] && world.Chance(40)) due = odd;
        var slug = await world.Get<Promising>().PlanAsync(
            story.Given.CaseStudy, new() { Organisation = to.Name, What = what, Role = "Head of housing", Due = due }, A.Publisher(), default);
        world.Model.Promises.Add(new(slug, story, to, what) { Due = due, DueSetAt = world.Now });
        return $"“{what}” of {to.Name} for “{story.Title}” by {due:O}";
    }

    private async Task<string?> InviteAsync()
    {
        var to = world.Pick(There)!;
        await world.Get<ResponderDesk>().InviteAsync(to.Id, A.Publisher(), default);
        return to.Name;
    }

    private async Task<string?> ApproveAsync()
    {
        var waiting = (await world.Get<DigestDesk>().ListAsync(A.Publisher(), default)).Open.Where(digest => digest.State == DigestState.Waiting);
        if (world.Pick(waiting) is not { } digest) return null;

        var revision = (await world.Get<DigestDesk>().ShowAsync(digest.Id, null, A.Publisher(), default)).Revision;
        await world.Get<DigestDesk>().ApproveAsync(digest.Id, new() { Revision = revision }, A.Publisher(), default);
        return $"to {digest.Audience}";
    }

    private async Task<string?> LetGoAsync()
    {
        var lists = (await world.Get<DigestDesk>().ListAsync(A.Publisher(), default)).Lists;
        if (world.Pick(lists.Where(one => one.Rhythm == Rhythm.AtOnce)) is not { } list) return null;

        await world.Get<DigestDesk>().SetAutomaticAsync(list.Id, !list.IsAutomatic, A.Publisher(), default);
        return $"to {list.Audience}: {!list.IsAutomatic}";
    }
}
