using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Campaigns;

/// <summary>What administrators do to campaigns. Every change begins a new edition, because the public reads it.</summary>
public sealed class CampaignEditing(InfoStoryContext db, IValidator<EditCampaign> rules, IWordsOfTeam words, TimeProvider clock)
{
    private const string OnlyAdministrators = "Only an administrator can change campaigns.";
    private const string Changed = "Someone else has changed this campaign since you opened it. Yours is still in the boxes. "
        + "Look at theirs on the public page, then press the button to put yours in its place.";

    /// <summary>What history says a campaign is.</summary>
    public static string Subject(string slug) => $"campaign {slug}";

    /// <summary>Opens a campaign under an address made from its name.</summary>
    /// <returns>Its slug.</returns>
    /// <exception cref="ConflictException">There is one with this name on these days: the form was sent twice.</exception>
    public async Task<string> CreateAsync(EditCampaign command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        await rules.ValidateAndThrowAsync(command, cancellation);

        var campaign = new Campaign
        {
            Slug = await NewSlugAsync(command.Name!, cancellation),
            Name = "",
            Hashtag = "",
            Summary = "",
            StartsAt = default,
            EndsAt = default
        };
        await words.PassAsync(Subject(campaign.Slug), command.Words(), command.WhyPublic, actor, cancellation);
        Change(campaign, command);
        await MustBeNewAsync(campaign, cancellation);
        db.Campaigns.Add(campaign);
        await SaveAsync(campaign, HistoryAct.Opened, actor, cancellation);

        return campaign.Slug;
    }

    /// <summary>Changes everything but the address.</summary>
    /// <exception cref="NotFoundException">There is no campaign at this address.</exception>
    /// <exception cref="ConflictException">Somebody changed it since the form was opened.</exception>
    public async Task ChangeAsync(string slug, EditCampaign command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        await rules.ValidateAndThrowAsync(command, cancellation);
        var campaign = await db.Campaigns.Include(campaign => campaign.Places).FindAsync(campaign => campaign.Slug == slug, cancellation);

        var now = ToForm(campaign);
        if (command.Seen != now.Seen) throw new ConflictException(Changed);
        var known = now.Words().Select(one => one.Text).ToHashSet();
        await words.PassAsync(
            Subject(slug), [.. command.Words().Where(one => !known.Contains(PlainText.TidyOrNull(one.Text)))], command.WhyPublic, actor, cancellation);
        Change(campaign, command);
        // Its places are rows of their own: whoever changes only them changes the campaign too.
        db.Touch(campaign);
        await SaveAsync(campaign, HistoryAct.Edited, actor, cancellation);
    }

    /// <summary>The campaign as its form shows it.</summary>
    /// <exception cref="NotFoundException">There is no campaign at this address.</exception>
    public async Task<EditCampaign> OpenAsync(string slug, CancellationToken cancellation)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(campaign => campaign.Places).FindAsync(campaign => campaign.Slug == slug, cancellation);
        return ToForm(campaign);
    }

    private static EditCampaign ToForm(Campaign campaign)
    {
        var form = new EditCampaign
        {
            Name = campaign.Name,
            Hashtag = campaign.Hashtag,
            Summary = campaign.Summary,
            FirstDay = campaign.FirstDay,
            LastDay = campaign.LastDay,
            FirstPrompt = campaign.Prompts.ElementAtOrDefault(0),
            SecondPrompt = campaign.Prompts.ElementAtOrDefault(1),
            ThirdPrompt = campaign.Prompts.ElementAtOrDefault(2),
            Places = [.. campaign.Places.Select(place => place.PlaceId).OrderBy(place => place.Value)],
        };
        return form with { Seen = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(form))) };
    }

    private static void Change(Campaign campaign, EditCampaign command)
    {
        (campaign.Name, campaign.Hashtag, campaign.Summary) = (PlainText.Tidy(command.Name), PlainText.Tidy(command.Hashtag), PlainText.Tidy(command.Summary));
        (campaign.StartsAt, campaign.EndsAt) = (command.FirstDay!.Value.BeginsAt(), command.LastDay!.Value.AddDays(1).BeginsAt());
        campaign.Prompts = command.Prompts;
        campaign.TakeOnBoard(command.Places);
    }

    /// <summary>Two at the same moment want the same address, and the database has it once.</summary>
    private async Task MustBeNewAsync(Campaign campaign, CancellationToken cancellation)
    {
        if (await db.Campaigns.AnyAsync(
                one => one.Name == campaign.Name && one.StartsAt == campaign.StartsAt && one.EndsAt == campaign.EndsAt, cancellation))
            throw new ConflictException("There is a campaign with this name on these days already. Give this one another name or other days.");
    }

    private async Task SaveAsync(Campaign campaign, HistoryAct act, Actor actor, CancellationToken cancellation)
    {
        db.History.Add(HistoryEntry.Of(Subject(campaign.Slug), act, actor, clock.UtcNow));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ConflictException(Changed);
        }
    }

    private async Task<string> NewSlugAsync(string name, CancellationToken cancellation)
    {
        // “new” is the address of the form that opens one.
        var wanted = Slug.From(name) is "new" ? "new-campaign" : Slug.From(name);
        var slug = wanted;
        for (var number = 2; await db.Campaigns.AnyAsync(campaign => campaign.Slug == slug, cancellation); number++)
            slug = $"{wanted[..Math.Min(wanted.Length, Slug.MaxLength - 5)]}-{number}";
        return slug;
    }
}
