using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Sharing;

/// <summary>What an invitation fills in: only what its author has left empty.</summary>
public sealed record ComeByInvitation(Id<Invitation> Invitation, Id<Campaign>? Campaign, Id<Place>? Place, Id<Tag>? Service) : IAnswer
{
    public void WriteTo(Draft draft)
    {
        (draft.InvitationId, draft.CampaignId) = (draft.InvitationId ?? Invitation, draft.CampaignId ?? Campaign);
        (draft.Answers.PlaceId, draft.Answers.ServiceId) = (draft.Answers.PlaceId ?? Place, draft.Answers.ServiceId ?? Service);
    }
}

/// <summary>Starts drafts for people who come by an invitation.</summary>
public sealed class Invited(Invitations invitations, Drafts drafts)
{
    /// <summary>Starts a draft with what the invitation knows, or fills what is empty in the one that is on this device.</summary>
    /// <returns>The secret of the draft: the one given, or a new one.</returns>
    /// <exception cref="NotFoundException">There never was an invitation with this code.</exception>
    /// <exception cref="GoneException">It is closed, or its last day is over.</exception>
    /// <exception cref="ConflictException">The draft has been sent, and its author has not seen the receipt yet.</exception>
    public async Task<DraftSecret> StartAsync(DraftSecret? secret, string code, CancellationToken cancellation)
    {
        var invitation = await invitations.ReadAsync(code, cancellation);
        if (!invitation.IsOpen) throw new GoneException("The invitation");

        var answer = new ComeByInvitation(invitation.Id, invitation.CampaignId, invitation.PlaceId, invitation.ServiceId);
        return await drafts.SaveAsync(secret, answer, new InlineValidator<ComeByInvitation>(), cancellation);
    }
}
