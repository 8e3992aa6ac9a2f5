using InfoStory.Dissemination.Subscribers;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>What a subscriber gets, opened by a link of their letters: change it, take a copy, leave.</summary>
[OpenedByLink]
public sealed class PreferencesModel(Preferences preferences, TagCatalogue tags, PlaceCatalogue places) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    [BindProperty]
    public ChangeSubscription Form { get; set; } = new();

    public SubscriptionToRead Shown { get; private set; } = null!;

    public FollowChoices Choices { get; private set; } = null!;

    /// <summary>Whether this is the answer to the button.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>What the next press of the button builds on: after a conflict, what is saved now.</summary>
    public int Revision => Conflicted ? Shown.Revision : Form.Revision;

    public IEnumerable<Choice> Followed => Shown.Interests.Select(interest => new Choice(Sentence(interest.InWords()), interest.Interest.ToString()));

    public bool IsOpen => new[] { Form.Words, Form.Kind, Form.Service, Form.Place, Form.Tag }.Any(part => !string.IsNullOrWhiteSpace(part));

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Shown = await preferences.ReadAsync(Link, cancellation);
        if (Shown.Standing == LinkStanding.Open) Choices = new(await tags.AllAsync(cancellation), await places.AllAsync(cancellation));
    }

    public IActionResult OnGet()
    {
        Fill();
        return Ended.Answer(Shown.Standing);
    }

    /// <summary>Does it and shows the page as it is then; there is no cookie that could carry a word over to another page.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Shown.Standing != LinkStanding.Open) return Ended.Answer(Shown.Standing);

        await preferences.ChangeAsync(Link, Form, cancellation);
        ModelState.Clear();
        await LoadAsync(cancellation);
        Fill();
        IsSaved = true;
        return Page();
    }

    public async Task<IActionResult> OnPostDownloadAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Shown.Standing == LinkStanding.Open
            ? File(HeldSubscriptionFile.Write(await preferences.TakeCopyAsync(Link, cancellation)), "application/json", "infostory-letters.json")
            : Ended.Answer(Shown.Standing);
    }

    private void Fill() => Form = new()
    {
        Revision = Shown.Revision,
        Audience = Shown.Audience,
        Rhythm = Shown.Rhythm,
        Keep = [.. Shown.Interests.Select(interest => interest.Interest.ToString())],
    };

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
