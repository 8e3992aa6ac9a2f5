using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Testing;

/// <summary>What was put to an organisation, on a site.</summary>
public static class Putting
{
    /// <summary>Puts the public case study of this slug to an organisation of this name, which is made where there is none.</summary>
    public static async Task<Id<Ask>> PutAsync(this TestSite site, string slug, string name)
    {
        var db = site.Get<InfoStoryContext>();
        var study = await db.Set<CaseStudies.CaseStudy>().Where(one => one.Slug == slug).Select(one => one.Id).SingleAsync();
        if (await db.Organisations.FirstOrDefaultAsync(one => one.Name == name) is not { } organisation)
        {
            db.Add(organisation = new() { Name = name, Slug = Slug.From(name), Mailbox = $"office@{Slug.From(name)}.example" });
            await db.SaveChangesAsync();
        }

        await site.Get<Asking>().PutAsync(study, new() { Organisations = [organisation.Id] }, A.Publisher(), CancellationToken.None);
        return await db.Asks.Where(ask => ask.CaseStudyId == study && ask.OrganisationId == organisation.Id).OrderByDescending(ask => ask.Id)
            .Select(ask => ask.Id).FirstAsync();
    }

    /// <summary>Somebody who answers for it, signed in.</summary>
    public static async Task<TestBrowser> RespondingAsync(this TestSite site, Id<Organisation> organisation, string email)
    {
        var (db, now) = (site.Get<InfoStoryContext>(), site.Clock.GetUtcNow().UtcDateTime);
        var seat = new Organisations.Responders.ResponderSeat { OrganisationId = organisation };
        seat.Open(now);
        var responder = new Organisations.Responders.Responder { Email = email, Name = "Ann", Role = "Head of housing", AddedAt = now };
        responder.Seats.Add(seat);
        db.Add(responder);
        await db.SaveChangesAsync();
        var browser = site.Browser();
        await site.SignInAgainAsync(browser, email);
        return browser;
    }

    /// <summary>By a link of the moment; they must be known.</summary>
    public static async Task SignInAgainAsync(this TestSite site, TestBrowser browser, string email)
    {
        var responder = await site.Get<InfoStoryContext>().Set<Organisations.Responders.Responder>().AsNoTracking().SingleAsync(one => one.Email == email);
        var until = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(5);
        await browser.DoAsync($"/respond/sign-in/{site.Get<LinkKey>().Sign(LinkPurpose.SignIn, responder.Id.Value, responder.LinkVersion, until)}", []);
    }
}
