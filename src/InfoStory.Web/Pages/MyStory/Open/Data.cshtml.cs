using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>What is held under one receipt, to read and to take away.</summary>
public sealed class DataModel(Authors.MyStory stories, Library library, MyData data) : AuthorPage(stories, library)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public HeldData Held { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Held = await data.ReadAsync(Key, cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken cancellation)
    {
        await data.DownloadedAsync(Key, cancellation);
        return File(JsonSerializer.SerializeToUtf8Bytes(Held, Json), "application/json", $"infostory-{Held.Reference}.json");
    }

    /// <summary>What is held, in the words of the pages where it was asked.</summary>
    public IEnumerable<(string What, string? Value)> Facts =>
    [
        ("Reference", Held.Reference), ("Where it is now", Held.State.InWords()), ("Received", Clocks.Day(Held.ReceivedAt)),
        ("Words as told", Held.WordsAsTold.Length == 0 ? "Deleted" : Held.WordsAsTold),
        ("Kind of story", Held.Kind?.InWordsAlone()), ("Who is telling", Held.WhoIsTelling?.InWords()),
        ("Main service", Held.Service), ("Council area", Held.Place),
        ("When it happened", Held.When?.InWords()), ("Who needs to hear it", Held.WhoNeedsToHear?.InWords()),
        ("Who you tried to reach", Chain.Lines([.. Held.HandOffs.Select(step => string.Join(" · ", new[]
        {
            $"{step.Step}.", step.Service, step.Channel?.InWords(), step.Waited?.InWords(), step.ToldAgain == true ? "told it again" : null, step.Happened
        }.OfType<string>()))])),
        ("What was not shared", Held.Missing is not { } missing ? null : Chain.Lines(
            missing.Needed, missing.HeldBy, missing.ReasonGiven, missing.Existed?.InWords(), missing.WouldHaveChanged)),
        ("You want to see our version first", Held.SeeFirst ? "Yes" : "No"), ("Someone may be at risk", Held.SomeoneMayBeAtRisk ? "Yes" : "No"),
        ("Public title", Held.PublicTitle), ("Public text", Held.PublicText),
        ("Why it was declined", Held.ReasonDeclined), ("Tags our team gave it", string.Join(", ", Held.Tags)),
        ("How we may reach you", Held.Contact is null ? null : Chain.Lines(Held.Contact.Email, Held.Contact.Telephone)),
        ("Notes of our team to one another", Held.NotesOfTheTeam.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
