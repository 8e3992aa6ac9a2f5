using System.Net;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Quotes;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Public;

/// <summary>
/// After acts in an order that nobody wrote down, every place where the public reads, on two processes, shows exactly what a model says is published and
/// allowed: pages, search, facets, explore, feeds, API, files, sitemap, brief, frames and cards.
/// </summary>
public sealed class EverywhereTests
{
    private const int Acts = 30;

    private static readonly string[] Animals = ["quokka", "numbat", "bilby", "dunnart"], Versions = ["alpha", "bravo", "charlie", "delta", "foxtrot", "tango"];

    /// <summary>Each shows the titles of all that is public, or of all that a filter leaves.</summary>
    private static readonly string[] Lists =
    [
        "/case-studies", "/case-studies?words=rang", "/brief", "/case-studies/feed", "/case-studies/feed.json", "/case-studies.csv", "/case-studies.jsonl",
        "/api/v1/case-studies",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_place_shows_what_is_published_and_allowed_and_nothing_else(int seed)
    {
        using var site = new TestSite();
        var world = new World(site, new Random(seed));
        await world.BeginAsync();
        try
        {
            for (var number = 0; number < Acts; number++)
            {
                await world.ActAsync();
                await world.IsSeenEverywhereAsync();
            }
        }
        finally
        {
            await world.DisposeAsync();
        }

        Assert.True(world.Kinds >= 6, "The acts were too much alike.");
    }

    private sealed class Study(GivenStory story, string animal, DateTime until)
    {
        public GivenStory Story => story;

        public string Animal => animal;

        public string? Slug { get; set; }

        public Id<CaseStudy> Key { get; set; }

        public string Barrier { get; set; } = "trust";

        public int Version { get; set; }

        public bool IsPublic { get; set; }

        public bool IsWithdrawn { get; set; }

        public DateTime AllowedUntil { get; set; } = until;

        public string Quote => $"The {animal} rang.";

        public string Title(int version) => $"Calls of the {animal} {Versions[version % Versions.Length]}";

        public bool IsShown(DateTime now) => IsPublic && now < AllowedUntil;
    }

    private sealed class World(TestSite site, Random dice) : IAsyncDisposable
    {
        private readonly List<Study> studies = [];
        private readonly List<string> done = [];
        private TestSite beside = site.Beside();
        private bool isMerged;

        public int Kinds => done.Select(act => act.Split(' ')[0]).Distinct().Count();

        private DateTime Now => site.Clock.UtcNow;

        public async Task BeginAsync()
        {
            var barriers = (await site.Get<TagCatalogue>().InAsync(Facet.Barrier, default)).ToDictionary(tag => tag.Slug, tag => tag.Name);
            foreach (var (animal, number) in Animals.Select((animal, number) => (animal, number)))
            {
                var barrier = number % 2 == 0 ? "trust" : "time";
                var story = await site.Given(A.Story().Titled($"Calls of the {animal}").PublicText($"The {animal} rang. Nobody answered.")
                    .About("Housing", "Leeds").Tagged(barriers[barrier]).Ready());
                var study = new Study(story, animal, Now.AddMonths(Consent.Longest)) { Barrier = barrier };
                study.Key = await site.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
                studies.Add(study);
                await SaveAsync(study);
                study.Slug = (await site.Get<CaseStudyEditing>().ShowAsync(study.Key, default)).Slug;
            }
        }

        public async Task ActAsync()
        {
            // What has ended by the clock is not begun again: a job takes it down in its own time.
            var open = studies.Where(one => one.IsWithdrawn || one.AllowedUntil == DateTime.MinValue || Now < one.AllowedUntil).ToList();
            var study = open[dice.Next(open.Count)];
            var act = dice.Next(12) switch
            {
                < 4 => "save",
                4 or 5 when study.IsShown(Now) => "unpublish",
                6 => "refuse",
                7 => "allow",
                8 => "wait",
                9 when studies.Count(one => one.IsWithdrawn) < 2 => "withdraw",
                10 when !isMerged => "merge",
                _ => "restart",
            };
            done.Add($"{act} {study.Animal}");
            switch (act)
            {
                case "save": await SaveAsync(study); break;
                case "unpublish": await UnpublishAsync(study); break;
                case "refuse": await AllowAsync(study, Audience.Training); break;
                case "allow": await AllowAsync(study, Audience.Website); break;
                case "wait": site.Clock.Advance(TimeSpan.FromDays(dice.Next(1, 150))); break;
                case "withdraw": await WithdrawAsync(study); break;
                case "merge": await MergeAsync(); break;
                default: await RestartAsync(); break;
            }
        }

        public async Task IsSeenEverywhereAsync()
        {
            List<string> wrong = [];
            foreach (var one in (TestSite[])[site, beside])
            {
                await one.Get<EditionWatch>().WaitUntilKnownAsync(default);
                using var reader = one.Browser();
                foreach (var list in Lists) await ListsAsync(reader, list, study => study.IsShown(Now), wrong);
                foreach (var barrier in isMerged ? (string[])["time"] : ["time", "trust"])
                    await ListsAsync(reader, $"/case-studies?barrier={barrier}", study => study.IsShown(Now) && study.Barrier == barrier, wrong);
                await CountsAsync(reader, wrong);
                foreach (var study in studies) await SinglesAsync(reader, study, wrong);
            }

            Assert.True(wrong.Count == 0, $"After {string.Join(", ", done)}:\n{string.Join('\n', wrong)}");
        }

        public async ValueTask DisposeAsync() => await beside.DisposeAsync();

        /// <summary>Words that are new, published where that is allowed.</summary>
        private async Task SaveAsync(Study study)
        {
            if (study.IsWithdrawn) return;

            var editing = (dice.Next(2) == 0 ? site : beside).Get<CaseStudyEditing>();
            var form = (await editing.ShowAsync(study.Key, default)).ToForm() with
            {
                Title = study.Title(study.Version + 1),
                Summary = "In short.",
                Quotes = [study.Quote],
            };
            try
            {
                if (study.IsPublic) await editing.SaveAsync(study.Key, form.Answered(), A.Publisher(), default);
                else await editing.PublishAsync(study.Key, form.Answered(), A.Publisher(), default);
                (study.Version, study.IsPublic) = (study.Version + 1, true);
            }
            catch (ConflictException refused)
            {
                Assert.True(Now >= study.AllowedUntil, $"{study.Animal} could not be published: {refused.Message}");
            }
        }

        private async Task UnpublishAsync(Study study)
        {
            var editing = site.Get<CaseStudyEditing>();
            await editing.TakeDownAsync(study.Key, (await editing.ShowAsync(study.Key, default)).ToForm(), A.Publisher(), default);
            study.IsPublic = false;
        }

        private async Task AllowAsync(Study study, Audience audience)
        {
            if (study.IsWithdrawn) return;

            await beside.Get<Permissions>().ChangeAsync(study.Story.Id, new GivePermission { Audiences = [audience], Months = 12 }, default);
            study.AllowedUntil = audience == Audience.Website ? Now.AddMonths(12) : DateTime.MinValue;
            // Taken down with its permission, and whoever gives it back has not published it again.
            study.IsPublic &= audience == Audience.Website;
        }

        private async Task WithdrawAsync(Study study)
        {
            if (study.IsWithdrawn) return;

            await site.Get<Withdrawal>().WithdrawAsync(study.Story.Id, default);
            (study.IsWithdrawn, study.IsPublic) = (true, false);
        }

        private async Task MergeAsync()
        {
            var tags = await site.Get<InfoStoryContext>().Tags.Where(tag => tag.Slug == "trust" || tag.Slug == "time").ToDictionaryAsync(tag => tag.Slug);
            await site.Get<TagMerging>().MergeAsync("trust", new() { Revision = tags["trust"].Revision, Into = tags["time"].Id }, A.Administrator(), default);
            foreach (var study in studies) study.Barrier = "time";
            isMerged = true;
        }

        private async Task RestartAsync()
        {
            await beside.DisposeAsync();
            beside = site.Beside();
        }

        private async Task ListsAsync(TestBrowser reader, string address, Func<Study, bool> shows, List<string> wrong)
        {
            var answer = await reader.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.OK) wrong.Add($"{address}: {(int)answer.StatusCode}");
            foreach (var study in studies)
            {
                foreach (var version in Enumerable.Range(0, Versions.Length))
                {
                    var isIn = text.Contains(study.Title(version), StringComparison.Ordinal);
                    var shouldBe = shows(study) && version == study.Version % Versions.Length;
                    if (isIn != shouldBe) wrong.Add($"{address} {(isIn ? "shows" : "does not show")} “{study.Title(version)}”");
                }
            }
        }

        private async Task CountsAsync(TestBrowser reader, List<string> wrong)
        {
            var shown = studies.Count(study => study.IsShown(Now));
            var counted = (int)(await reader.Client.GetFromJsonNodeAsync("/api/v1/counts"))["found"]!;
            if (counted != shown) wrong.Add($"/api/v1/counts: {counted}, not {shown}");
            var number = (await reader.PageAsync("/explore/places/leeds")).QuerySelector("main table td")?.TextContent ?? "0";
            if (number != $"{shown}") wrong.Add($"/explore/places/leeds: {number}, not {shown}");
        }

        private async Task SinglesAsync(TestBrowser reader, Study study, List<string> wrong)
        {
            var isShown = study.IsShown(Now);
            var quote = ReadModel.NameOf(study.Quote);
            string[] addresses =
            [
                $"/case-studies/{study.Slug}", $"/api/v1/case-studies/{study.Slug}", $"/cards/{study.Slug}", $"/quotes/{study.Slug}?{ReadModel.Which}={quote}",
            ];
            foreach (var address in addresses)
            {
                var answer = await reader.GetAsync(address);
                if (answer.StatusCode != (isShown ? HttpStatusCode.OK : HttpStatusCode.Gone)) wrong.Add($"{address}: {(int)answer.StatusCode}");
                if (isShown) continue;
                if ((await answer.Content.ReadAsStringAsync()).Contains(study.Quote, StringComparison.Ordinal)) wrong.Add($"{address} tells");
            }

            var map = await (await reader.GetAsync("/sitemap.xml")).Content.ReadAsStringAsync();
            if (map.Contains($"/{study.Slug}<", StringComparison.Ordinal) != isShown) wrong.Add($"/sitemap.xml and {study.Slug}");
            var near = await (await reader.GetAsync($"/case-studies?words={study.Animal[..^1]}x")).Content.ReadAsStringAsync();
            if (near.Contains($"?words={study.Animal}", StringComparison.Ordinal) != isShown) wrong.Add($"Meant or not: {study.Animal}");
        }
    }
}
