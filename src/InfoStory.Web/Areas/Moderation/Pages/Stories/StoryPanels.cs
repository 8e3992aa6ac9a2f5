using InfoStory.Data.Access;
using InfoStory.Stories;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>What the page of a story offers whoever looks at it now: asked by its panels, its buttons and its list of keys.</summary>
internal static class StoryPanels
{
    extension(StoryPage page)
    {
        /// <summary>Who comes to it is told what it is about, whatever became of it, and reads its words when they ask to.</summary>
        public bool IsVeiled => page.Story.State != StoryState.Withdrawn && page.Story.ContentNotes.Count > 0 && !page.WasAskedFor;

        /// <summary>The panels are there, with the form around them.</summary>
        public bool IsOpen => !page.IsVeiled && page.Story.State != StoryState.Withdrawn;

        /// <summary>Where a decided story cannot take our text, no button may lose it.</summary>
        public bool OffersActs => page.Story.Can(StoryAct.Edit) || !page.ShowsBoth;

        public bool CanDecline =>
            page.Offers(StoryAct.Decline) && (page.Story.State != StoryState.OnHold || page.User.ToActor().May(AccessPolicy.Safeguard));

        /// <summary>What claiming is called here; null where there is nothing to claim.</summary>
        public string? ClaimTitle => page.Story.State.ClaimTitle(mine: page.Story.ClaimedBy == page.User.Identity?.Name);

        public bool ShowsScore => page.IsOpen && !page.Story.IsClosed && (page.CanEdit || page.Story.Can(StoryAct.GiveNotice));

        public bool ShowsNote => page.IsOpen
            && (page.Offers(StoryAct.Hold) || page.CanDecline || page.ClaimTitle is not null || page.IsUnsaved(page.Form.Note));

        public bool ShowsQuestion => page.IsOpen && (page.Story.Can(StoryAct.Edit) || page.IsUnsaved(page.Form.Question));

        public bool ShowsReason => page.IsOpen && (page.CanDecline || page.IsUnsaved(page.Form.Reason));

        public bool Offers(StoryAct act) => page.OffersActs && page.Story.Can(act);

        /// <summary>What was typed and could not be saved stays on the screen, also where nothing can be done with it any more.</summary>
        public bool IsUnsaved(string? typed) => !page.ModelState.IsValid && !string.IsNullOrWhiteSpace(typed);
    }
}
