using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>Ends what was asked about case studies that are public no more, in the save that takes them down.</summary>
public sealed class AskTakedown(InfoStoryContext db) : IGoesWithPublication
{
    /// <summary>Calls off every open ask of these case studies, and the letters about them that still wait.</summary>
    /// <param name="but">The story that is being forgotten: nothing is written into its history.</param>
    public async Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, Id<Story>? but, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id).ToList();
        var open = await db.Asks.AsSplitQuery().Include(ask => ask.Events).ThenInclude(happened => happened.Other).Include(ask => ask.Organisation)
            .Where(ask => keys.Contains(ask.CaseStudyId) && ask.IsOpen == true).ToListAsync(cancellation);
        open.RemoveAll(ask => db.Entry(ask).State == EntityState.Deleted);
        await CallOffAsync(open, studies, now, but, cancellation);
    }

    /// <summary>
    /// Calls off what authors do not allow any more of these public case studies, with the letters that still wait. Whoever puts one to an organisation at
    /// this moment sees it, or is seen.
    /// </summary>
    public async Task LetGoOfForbiddenAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id).ToList();
        var open = await db.Asks.AsSplitQuery().Include(ask => ask.Events).ThenInclude(happened => happened.Other).Include(ask => ask.Organisation!.Places)
            .Where(ask => keys.Contains(ask.CaseStudyId) && ask.IsOpen == true).OrderBy(ask => ask.Id).ToListAsync(cancellation);
        var named = await NamedServices.ReadAsync(db, cancellation);
        var forbidden = open.FindAll(ask => named.WhyNot(studies.First(study => study.Id == ask.CaseStudyId), ask.Organisation!, now) is not null);
        await CallOffAsync(forbidden, studies, now, but: null, cancellation);
        await TellApartAsync(studies, named, now, cancellation);
    }

    /// <summary>
    /// The authors of several stories allow different services, and only those are called back that may not have it any more: they are the ones that had it as
    /// the service it is about.
    /// </summary>
    private async Task TellApartAsync(IReadOnlyCollection<CaseStudy> studies, NamedServices named, DateTime now, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id).ToList();
        var standing = db.Deliveries.Where(one => keys.Contains(one.CaseStudyId) && one.CalledBackAt == null);
        var sent = await standing.Where(one => one.Recipient.StartsWith(AskLetters.Recipient)).ToListAsync(cancellation);
        if (sent.Count == 0) return;

        var holders = sent.Select(one => AskLetters.OrganisationOf(one.Holder)).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Include(one => one.Places).Where(one => holders.Contains(one.Id))
            .ToDictionaryAsync(one => AskLetters.RecipientOf(one.Id), cancellation);
        foreach (var one in sent)
        {
            if (!organisations.TryGetValue(one.Holder, out var organisation)) continue;

            var mayHaveIt = named.WhyNot(studies.First(study => study.Id == one.CaseStudyId), organisation, now) is null;
            one.Audience = mayHaveIt ? Audience.Website : Audience.NamedService;
        }
    }

    /// <summary>Deletes the letters about these asks that still wait.</summary>
    /// <param name="all">Also the letter with which each was put; else only what says that there is no reply.</param>
    internal async Task StopLettersAsync(IEnumerable<Ask> asks, bool all, CancellationToken cancellation)
    {
        var waiting = asks.SelectMany(ask => ask.Events).Where(one => all || one.Kind is AskEventKind.Reminded or AskEventKind.TimeOver)
            .Select(one => one.LetterId).OfType<Id<Letter>>().ToList();
        if (waiting.Count > 0) db.RemoveRange(await db.Set<Letter>().Where(letter => waiting.Contains(letter.Id)).ToListAsync(cancellation));
    }

    private async Task CallOffAsync(
        List<Ask> asks, IReadOnlyCollection<CaseStudy> studies, DateTime now, Id<Story>? but, CancellationToken cancellation)
    {
        foreach (var ask in asks)
        {
            CallOff(ask, now);
            db.History.AddRange(studies.First(study => study.Id == ask.CaseStudyId).Stories.Where(drawn => drawn.StoryId != but)
                .Select(drawn => HistoryEntry.Of(drawn.Story!.Reference, HistoryAct.AskCalledOff, Actor.System, now, ask.Organisation!.Slug)));
        }

        await StopLettersAsync(asks, all: true, cancellation);
    }

    internal static void CallOff(Ask ask, DateTime now) =>
        ask.Happened(new() { Kind = AskEventKind.CalledOff, On = DateOnly.FromDateTime(now.InLondon()), At = now });
}
