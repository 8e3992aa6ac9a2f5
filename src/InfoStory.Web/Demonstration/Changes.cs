using InfoStory.CaseStudies;
using InfoStory.CaseStudies.HereToo;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Stories;

namespace InfoStory.Web.Demonstration;

/// <summary>A case study of the demonstration, and the story that it was drawn from.</summary>
internal sealed record PublishedThen(Id<CaseStudy> CaseStudy, Id<Story> Story);

/// <summary>Who was told of the demonstration's case studies, what they answered, and what became of what they promised, day by day.</summary>
internal sealed class Changes(IServiceProvider then, OtherDay clock, IReadOnlyDictionary<string, PublishedThen> published)
{
    private readonly List<string> promises = [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var change in DemonstrationData.Read<List<DemonstrationChange>>("changes.json").OrderByDescending(change => change.DaysAgo))
        {
            clock.DaysAgo = change.DaysAgo;
            await using var scope = then.CreateAsyncScope();
            await HappenAsync(scope.ServiceProvider, change, cancellation);
            // Letters of earlier days are gone by today.
            await scope.ServiceProvider.GetRequiredService<Outbox>().SendDueAsync(new PostmanOfThen(), cancellation);
        }
    }

    private Task HappenAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation) => change.Act switch
    {
        DemonstrationAct.Subscribe => SubscribeAsync(day, change, cancellation),
        DemonstrationAct.Put => PutAsync(day, change, cancellation),
        DemonstrationAct.Record => RecordAsync(day, change, cancellation),
        DemonstrationAct.Promise => PromiseAsync(day, change, cancellation),
        DemonstrationAct.Say => SayAsync(day, change, cancellation),
        DemonstrationAct.Kept => day.GetRequiredService<PromiseAnswers>()
            .AnswerAsync(published[change.Story].Story, promises[change.Promise], change.Answer!.Value, cancellation),
        DemonstrationAct.HereToo => TapAsync(day, change),
        DemonstrationAct.Answer => AnswerAsync(day, change, cancellation),
        DemonstrationAct.Digests => WriteDigestsAsync(day, cancellation),
        DemonstrationAct.Brief => BriefAsync(day, change, cancellation),
    };

    private static async Task SubscribeAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation)
    {
        var subscriptions = day.GetRequiredService<Subscriptions>();
        await subscriptions.AskAsync(
            new() { Email = change.Email, Audience = change.Audience, Rhythm = change.Rhythm, Service = change.Service }, cancellation);
        var asked = (await day.GetRequiredService<SubscriberDesk>().FindAsync(change.Email, Seeding.Team, cancellation))!.Subscriber!;
        await subscriptions.ConfirmAsync(
            day.GetRequiredService<LinkKey>().Sign(LinkPurpose.ConfirmSubscription, asked.Id.Value, version: 1), cancellation);
    }

    private async Task PutAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation)
    {
        List<Id<Organisation>> to = [];
        foreach (var name in change.To) to.Add((await day.GetRequiredService<OrganisationFinder>().NamedAsync(name, nameof(change.To), cancellation))!.Id);
        await day.GetRequiredService<Asking>().PutAsync(published[change.Story].CaseStudy, new() { Organisations = to }, Seeding.Team, cancellation);
    }

    private async Task RecordAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation)
    {
        var ask = await AskAsync(day, change, cancellation);
        var shown = await day.GetRequiredService<AskDesk>().ShowAsync(ask, Seeding.Team, cancellation);
        await day.GetRequiredService<AskRecords>().RecordAsync(
            ask, new() { Revision = shown.Revision, Kind = change.Happened, Until = Day(change.UntilDaysAgo), To = change.On }, Seeding.Team, cancellation);
    }

    private async Task<Id<Ask>> AskAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation) =>
        (await day.GetRequiredService<AskDesk>().OfCaseStudyAsync(published[change.Story].CaseStudy, Seeding.Team, cancellation))
            .First(row => row.Organisation == change.Organisation).Id;

    private async Task AnswerAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation)
    {
        var desk = day.GetRequiredService<ResponseDesk>();
        var answer = await desk.EnterAsync(
            await AskAsync(day, change, cancellation),
            new() { Understood = change.Understood, WillDo = change.Words, Whom = change.Whom, Role = change.Role }, Seeding.Team, cancellation);
        var shown = await day.GetRequiredService<ResponsesToRead>().ShowAsync(answer, Seeding.Team, cancellation);
        await desk.PublishAsync(
            answer, new() { Revision = shown.Revision, WhyPublic = WhyPublic.NotWhatItLooksLike }, Seeding.Team, cancellation);
    }

    private static async Task WriteDigestsAsync(IServiceProvider day, CancellationToken cancellation)
    {
        await day.GetRequiredService<DigestMaking>().MakeDueAsync(cancellation);
        var desk = day.GetRequiredService<DigestDesk>();
        foreach (var digest in (await desk.ListAsync(Seeding.Team, cancellation)).Open)
        {
            var shown = await desk.ShowAsync(digest.Id, null, Seeding.Team, cancellation);
            await desk.ApproveAsync(digest.Id, new() { Revision = shown.Revision }, Seeding.Team, cancellation);
        }

        await day.GetRequiredService<DigestWriting>().WriteAsync(cancellation);
    }

    private static async Task BriefAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation)
    {
        var briefing = await day.GetRequiredService<BriefingEditing>().AddAsync(
            new()
            {
                Question = change.What,
                Audience = Audience.PolicyMakers,
                FirstReading = change.Understood,
                SecondReading = change.Words,
                FirstQuote = change.Quote,
                Contact = change.Role,
                WhyPublic = WhyPublic.NotWhatItLooksLike,
            },
            Seeding.Team, cancellation);
        await day.GetRequiredService<BriefingCopies>()
            .GiveAsync(briefing, new() { To = "Example Committee (demonstration)", Email = change.Email }, Seeding.Team, cancellation);
    }

    private async Task PromiseAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation) =>
        promises.Add(await day.GetRequiredService<Promising>().PlanAsync(
            published[change.Story].CaseStudy,
            new()
            {
                Organisation = change.Organisation,
                What = change.What,
                Role = change.Role,
                Due = Day(change.DueDaysAgo),
                WhyPublic = WhyPublic.NotWhatItLooksLike,
            },
            Seeding.Team, cancellation));

    private async Task SayAsync(IServiceProvider day, DemonstrationChange change, CancellationToken cancellation)
    {
        var shown = await day.GetRequiredService<PromiseDesk>().ShowAsync(promises[change.Promise], Seeding.Team, cancellation);
        await day.GetRequiredService<Promising>().RecordAsync(
            promises[change.Promise],
            new() { Revision = shown.Revision, Kind = change.Became, Words = change.Words, WhyPublic = WhyPublic.NotWhatItLooksLike },
            Seeding.Team, cancellation);
    }

    private async Task TapAsync(IServiceProvider day, DemonstrationChange change)
    {
        for (var time = 0; time < change.Times; time++) await day.GetRequiredService<HappensHereToo>().TapAsync(published[change.Story].CaseStudy);
    }

    private static DateOnly? Day(int? daysAgo) => daysAgo is { } days ? TimeProvider.System.Today().AddDays(-days) : null;

    /// <summary>Takes what was written on a day that is over, and does nothing with it.</summary>
    private sealed class PostmanOfThen : IPostman, IPostRound
    {
        public IPostRound Open() => this;

        public Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation) => Task.FromResult(LetterOutcome.Done);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
