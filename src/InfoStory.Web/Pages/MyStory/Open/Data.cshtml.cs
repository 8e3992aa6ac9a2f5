using InfoStory.Rights;
using InfoStory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>What is held under one receipt, to read and to take away.</summary>
public sealed class DataModel(AuthorScreenReader screens, MyData data) : AuthorPage(screens)
{
    public HeldData Held { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Held = await data.ReadAsync(Key, cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostDownloadAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await data.DownloadedAsync(Key, cancellation);
        return File(HeldFile.Write(Held), "application/json", $"infostory-{Held.Reference}.json");
    }

    /// <summary>What is held, in the words of the pages where it was asked.</summary>
    public IEnumerable<(string What, string? Value)> Facts =>
    [
        ("Reference", Held.Reference), ("You sent it on", Clocks.Day(Held.ReceivedAt)),
        ("Your own words", string.IsNullOrEmpty(Held.Answers.Told) ? "Deleted" : Held.Answers.Told),
        .. Answer.Of(Held.Answers, Held.Names.Services, Held.Names.Services[Held.Answers.ServiceId].FirstOrDefault(), Held.Names.Place)
            .Where(answer => !answer.IsTheStory).Select(answer => (answer.Key, answer.Value)),
        ("You see our version first", Held.SeeFirst ? "Yes" : null), ("Someone may be at risk", Held.SomeoneMayBeAtRisk ? "Yes" : null),
        ("Title of our version", Held.PublicTitle), ("Our version", Held.PublicText),
        ("Why we do not publish it", Held.ReasonDeclined), ("Tags our team gave it", string.Join(", ", Held.Tags)),
        ("How we may reach you", Held.Contact is null ? null : Chain.Lines(Held.Contact.Email, Held.Contact.Telephone)),
    ];
}
