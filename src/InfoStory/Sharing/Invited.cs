using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Sharing;

/// <summary>What an invitation fills in.</summary>
public sealed record ComeByInvitation(Id<Invitation> Invitation, Id<Campaign>? Campaign, Id<Place>? Place, Id<Tag>? Service) : IAnswer
{
    public void WriteTo(Draft draft)
    {
        (draft.InvitationId, draft.CampaignId) = (Invitation, Campaign);
        (draft.Answers.PlaceId, draft.Answers.ServiceId) = (Place, Service);
    }
}

/// <summary>Starts drafts for people who come by an invitation.</summary>
public sealed class Invited(Invitations invitations, Drafts drafts)
{
    /// <summary>The story that is begun on this device; null where none is.</summary>
    public Task<DraftAnswers?> FindBegunAsync(DraftSecret? secret, CancellationToken cancellation) => drafts.FindAsync(secret, cancellation);

    /// <summary>Starts a draft with what the invitation knows. One that is begun on this device stays as it is.</summary>
    /// <returns>The secret of the new draft.</returns>
    /// <exception cref="NotFoundException">There never was an invitation with this code.</exception>
    /// <exception cref="GoneException">It is closed, or its last day is over.</exception>
    /// <exception cref="ConflictException">
    /// A story is begun on this device, or was sent and its author has not seen the receipt yet.
    /// </exception>
    public async Task<DraftSecret> StartAsync(DraftSecret? secret, string code, CancellationToken cancellation)
    {
        var invitation = await invitations.ReadAsync(code, cancellation);
        if (!invitation.IsOpen) throw new GoneException("The invitation");

        if (await drafts.FindAsync(secret, cancellation) is not null)
            throw new ConflictException("A story is begun on this device. Go on with it, or clear it first.");

        var answer = new ComeByInvitation(invitation.Id, invitation.CampaignId, invitation.PlaceId, invitation.ServiceId);
        return await drafts.SaveAsync(secret, answer, new InlineValidator<ComeByInvitation>(), cancellation);
    }
}
