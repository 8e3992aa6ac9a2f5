using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Protection.Flags;
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

        /// <summary>What approving comes to here.</summary>
        public string ApproveTitle => page.Story.SeeFirst ? "Approve and send to the author" : "Approve for publication";

        /// <summary>What approving asks for, whether it is missing, and where to mend it.</summary>
        public IEnumerable<(string Field, string Target, string What, bool IsMissing)> Missing
        {
            get
            {
                var (form, text) = (page.Form, PlainText.Tidy(page.Form.PublicText));
                // Where approving was refused, those on the words as they are typed.
                var flags = page.OpenFlags?.Count ?? page.Flags?.Open.Count(flag => flag.GuardsPublication) ?? 0;
                return
                [
                    ("Form.PublicTitle", "form-publictitle", "A public title", PlainText.Tidy(form.PublicTitle).Length == 0),
                    ("Form.PublicText", "form-publictext", "A public text that is not the words as told",
                        text.Length == 0 || Shingles.AreSame(text, page.Story.Told)),
                    ("Form.Kind", "form-kind", "The kind of story", form.Kind is null),
                    ("Form.Criticality", "form-criticality", "How critical it is", form.Criticality is null),
                    ("flags", page.OpenFlags is { Count: > 0 } ? "form-dismiss-flags" : "flags",
                        flags == 1 ? "A flag in the public words" : $"{flags} flags in the public words", flags > 0),
                ];
            }
        }

        public bool ShowsScore => page.IsOpen && !page.Story.IsClosed && (page.CanEdit || page.Story.Can(StoryAct.GiveNotice));

        public bool ShowsNote => page.IsOpen
            && (page.Offers(StoryAct.Hold) || page.CanDecline || page.ClaimTitle is not null || page.IsUnsaved(page.Form.Note));

        public bool ShowsQuestion => page.IsOpen && (page.Story.Can(StoryAct.Edit) || page.IsUnsaved(page.Form.Question));

        public bool ShowsReason => page.IsOpen && (page.CanDecline || page.IsUnsaved(page.Form.Reason));

        /// <summary>Where the story stands, for whoever cannot edit it now.</summary>
        public IEnumerable<string> Stands(bool publisher, bool lead)
        {
            var story = page.Story;
            if (story.State == StoryState.OnHold)
                yield return $"This story is on hold for safeguarding.{(lead ? "" : " A safeguarding lead takes it off hold when the concern is closed.")}";
            if (story.Turn is { } turn) yield return turn.Means(story.ReadsCaseStudy);
            if (story.State == StoryState.Ready)
            {
                yield return (story.AllowsWebsite, publisher) switch
                {
                    (false, _) => "This story is ready, but its author has not agreed to publication on this website, so there can be no case study.",
                    (true, true) => "This story is ready. Start a case study from it, then publish that.",
                    (true, false) => "This story is ready. A publisher makes a case study from it and publishes that.",
                };
            }

            if (story.State == StoryState.Published)
            {
                yield return "A case study that draws on this story is public. " + (publisher
                    ? "Take the case study down before you change the story."
                    : "A publisher takes the case study down before the story can be changed.");
            }
        }

        public bool Offers(StoryAct act) => page.OffersActs && page.Story.Can(act);

        /// <summary>What was typed and could not be saved stays on the screen, also where nothing can be done with it any more.</summary>
        public bool IsUnsaved(string? typed) => !page.ModelState.IsValid && !string.IsNullOrWhiteSpace(typed);
    }
}
