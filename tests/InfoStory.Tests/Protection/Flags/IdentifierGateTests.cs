using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Flags;
using InfoStory.Protection.Hints;
using InfoStory.Stories;
using InfoStory.Testing.Hints;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Protection.Flags;

public sealed class IdentifierGateTests
{
    private static readonly string[] Sentences =
        ["I rang three times.", "Nobody knew where the letter was.", "We waited in a corridor.", "They asked me the same again.", "It took seven weeks."];

    [Theory]
    [InlineData(HintKind.Phone, "0161 496 0000")]
    [InlineData(HintKind.Phone, "+44 7700 900123")]
    [InlineData(HintKind.Phone, "０７７００ ９００１２３")]
    [InlineData(HintKind.Phone, "07700\n900123")]
    [InlineData(HintKind.Phone, "0770\u200b0 900123")]
    [InlineData(HintKind.Email, "joan.whitfield@example.org")]
    [InlineData(HintKind.Email, "józef@przykład.pl")]
    [InlineData(HintKind.Nhs, "943 476 5919")]
    [InlineData(HintKind.Nhs, "NHS number: 943/476/5918")]
    [InlineData(HintKind.Ni, "QQ 12 34 56 C")]
    [InlineData(HintKind.Ni, "my NI number is jg-12-34-56")]
    [InlineData(HintKind.Postcode, "LS1 4AP")]
    public void An_identifier_is_seen_however_it_is_written(HintKind kind, string written)
    {
        var found = Identifiers.Find($"They said {written} to me.");

        Assert.Contains(found, identifier => identifier.Kind == kind);
    }

    [Fact]
    public void Check_page_desk_and_gate_see_an_identifier_in_every_spelling_and_mark_it_where_it_was_typed()
    {
        List<string> missed = [];
        foreach (var (kind, written) in Spellings.All)
        {
            var text = $"They wrote {written} to us.";
            var isWhole = IdentityHints.Find(text).Any(hint => hint.Kind == kind && hint.Start <= 11 && hint.End >= 11 + written.TrimEnd('\u0301').Length);
            var isHeld = !IdentityHints.Identifying.Contains(kind) || Identifiers.Find(text).Any(identifier => identifier.Kind == kind);
            if (isWhole && isHeld) continue;

            var found = string.Join(", ", IdentityHints.Find(text).Select(hint => $"{hint.Kind} {text[hint.Start..hint.End]}"));
            missed.Add($"{kind} {written.ReplaceLineEndings("⏎")}: {found}");
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {Spellings.All.Count()}\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void What_cannot_be_seen_hides_no_identifier_wherever_it_stands()
    {
        var all = Spellings.Veiled().ToList();

        var missed = all.Where(veiled => Identifiers.Find($"They wrote {veiled.Written} to us.").All(found => found.Kind != veiled.Kind))
            .Select(veiled => $"{veiled.Kind} {string.Join(' ', veiled.Written.EnumerateRunes().Select(rune => $"{rune.Value:X}"))}").ToList();

        Assert.InRange(all.Count, 10_000, int.MaxValue);
        Assert.True(missed.Count == 0, $"{missed.Count}\n{string.Join('\n', missed.Take(20))}");
    }

    [Fact]
    public void Numbers_and_signs_that_point_to_nobody_raise_no_alarm()
    {
        var alarms = Spellings.Harmless.SelectMany(text => Identifiers.Find(text).Select(found => $"{text}: {found.Kind} {found.Words}"));

        Assert.Empty(alarms);
    }

    [Theory]
    [InlineData("We waited 7 weeks and 3 days, were told 6 times to call 111 or 999, and paid 20 pounds.")]
    [InlineData("In 2024 and 2025 it was the same, 24 hours a day, 7 days a week, on floor 3.")]
    public void A_text_with_numbers_that_point_to_nobody_holds_none(string text) => Assert.Empty(Identifiers.Find(text));

    [Theory]
    [InlineData("PublicTitle")]
    [InlineData("PublicText")]
    public async Task A_story_with_an_identifier_is_not_approved_and_the_message_stands_beside_its_field(string field)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var words = new ReviewStory
        {
            Revision = 2,
            PublicTitle = field == "PublicTitle" ? "At LS1 4AP" : "Title",
            PublicText = field == "PublicText" ? "At LS1 4AP." : "Text.",
            Kind = StoryKind.Failed
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Review>().ApproveAsync(story.Reference, words, A.Moderator(), default));

        var error = Assert.Single(refused.Errors);
        Assert.Equal(field, error.PropertyName);
        Assert.Contains("“LS1 4AP”", error.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(StoryState.InReview, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).State);
    }

    [Theory]
    [InlineData("Title")]
    [InlineData("Summary")]
    [InlineData("TheStory")]
    [InlineData("WhatWasNotShared")]
    [InlineData("WhatTheyDid")]
    [InlineData("WhatChanged")]
    [InlineData("NotYetFixed")]
    [InlineData("Learning")]
    public async Task No_text_of_a_case_study_is_published_with_an_identifier_before_or_after_it_is_public(string field)
    {
        await using var database = await TestDatabase.NewAsync();
        var ready = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), default);
        var clean = new EditCaseStudy { Title = "Three calls", Summary = "S", TheStory = "T" }.Answered();
        var planted = With(clean, field, "Ring 0161 496 0000");

        var first = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>().PublishAsync(key, planted, A.Publisher(), default));
        await database.Get<CaseStudyEditing>().PublishAsync(key, clean, A.Publisher(), default);
        var second = await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>()
            .SaveAsync(key, planted with { Revision = 1 }, A.Publisher(), default));

        Assert.Equal([field, field], first.Errors.Concat(second.Errors).Select(error => error.PropertyName));
        Assert.DoesNotContain("496", await PublicAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_draft_of_a_case_study_holds_can_be_dismissed_at_its_story_and_is_then_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var ready = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), default);
        var words = new EditCaseStudy { Title = "Three calls", Summary = "S", TheStory = "T", Learning = "Ring 0161 496 0000." }.Answered();
        await database.Get<CaseStudyEditing>().SaveAsync(key, words, A.Publisher(), default);
        var flag =
            Assert.Single((await database.Get<FlagsOfStory>().ShowAsync(ready.Reference, A.Publisher(), default)).Open, flag => flag.In == FlagPlace.CaseStudy);

        await database.Get<FlagsOfStory>().DismissAsync(ready.Reference, new() { Flags = [flag.Key], Why = DismissReason.Public }, A.Publisher(), default);
        await database.Get<CaseStudyEditing>().PublishAsync(key, words with { Revision = 1 }, A.Publisher(), default);

        Assert.Contains("496", await PublicAsync(database), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ValidationException>(() => database.Get<CaseStudyEditing>()
            .SaveAsync(key, words with { Revision = 2, Learning = "Ring 0161 496 0001." }, A.Publisher(), default));
    }

    [Fact]
    public async Task By_no_order_of_acts_does_an_identifier_that_nobody_dismissed_become_public()
    {
        var (published, planted) = (0, 0);
        for (var seed = 1; seed <= 6; seed++)
        {
            var (shown, held) = await WalkAsync(seed);
            (published, planted) = (published + shown, planted + held);
        }

        Assert.True(published > 0, "Nothing was ever public.");
        Assert.True(planted > 60, $"Only {planted} were planted.");
    }

    private static async Task<(int Published, int Planted)> WalkAsync(int seed)
    {
        await using var database = await TestDatabase.NewAsync();
        var random = new Random(seed);
        var story = await database.Given(A.Story().InReview());
        HashSet<string> planted = [], dismissed = [];
        var published = 0;

        for (var act = 0; act < 40; act++)
        {
            await TryAsync(() => ActAsync(database, story, random, planted, dismissed));
            var shown = await PublicAsync(database);
            var open = planted.Except(dismissed).Where(words => shown.Contains(words, StringComparison.Ordinal)).ToList();
            if (shown.Length > 0) published++;
            Assert.True(open.Count == 0, $"Seed {seed}, act {act}: {string.Join(", ", open)} is public.");
        }

        return (published, planted.Count);
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception refused) when (refused is ConflictException or ValidationException)
        {
            // What is public is looked at afterwards.
        }
    }

    private static async Task ActAsync(TestDatabase database, GivenStory story, Random random, HashSet<string> planted, HashSet<string> dismissed)
    {
        var now = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        string Words() => Text(random, planted);
        var review = new ReviewStory { Revision = now.Revision, PublicTitle = Words(), PublicText = Words(), Kind = StoryKind.Failed };
        var study = await database.Get<InfoStoryContext>().CaseStudies.AsNoTracking().FirstOrDefaultAsync();
        var edit = new EditCaseStudy
        {
            Revision = study?.Revision ?? 0,
            Title = Words(),
            Summary = Words(),
            TheStory = Words(),
            Learning = Words(),
            Intruder = A.Answer()
        };
        switch (random.Next(study is null ? 5 : 10))
        {
            case 0: await database.Get<Review>().SaveAsync(story.Reference, review, A.Moderator(), default); break;
            case 1 or 2: await database.Get<Review>().ApproveAsync(story.Reference, review, A.Moderator(), default); break;
            case 3: await database.Get<Review>().ClaimAsync(story.Reference, now.Revision, A.Moderator(), default); break;
            case 4: await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default); break;
            case 5: await database.Get<CaseStudyEditing>().SaveAsync(study!.Id, edit, A.Publisher(), default); break;
            case 6 or 7: await database.Get<CaseStudyEditing>().PublishAsync(study!.Id, edit, A.Publisher(), default); break;
            case 8: await database.Get<CaseStudyEditing>().TakeDownAsync(study!.Id, edit, A.Publisher(), default); break;
            default:
                var flags = (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open.Where(flag => flag.GuardsPublication)
                    .ToList();
                if (flags.Count == 0) break;
                var flag = flags[random.Next(flags.Count)];
                await database.Get<FlagsOfStory>()
                    .DismissAsync(story.Reference, new() { Flags = [flag.Key], Why = DismissReason.Agreed }, A.Moderator(), default);
                dismissed.Add(flag.Words);
                break;
        }
    }

    /// <summary>A sentence or two, every fifth time with an identifier of one of the five kinds somewhere in it.</summary>
    private static string Text(Random random, HashSet<string> all)
    {
        var words = string.Join(' ', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Sentences[random.Next(Sentences.Length)]));
        if (random.Next(5) > 0) return words;

        var digits = string.Concat(Enumerable.Range(0, 6).Select(_ => random.Next(10)));
        var identifier = random.Next(5) switch
        {
            0 => $"07700 {digits}",
            1 => $"person{digits[..2]}@example.org",
            2 => "943 476 5919",
            3 => $"QQ {digits[..2]} {digits[2..4]} {digits[4..]} A",
            _ => $"LS{digits[0]} {digits[1]}AP",
        };
        all.Add(identifier);
        return $"{words} Say {identifier} if they ask.";
    }

    private static async Task<string> PublicAsync(TestDatabase database)
    {
        var shown = await database.Get<InfoStoryContext>().CaseStudies.AsNoTracking().Where(study => study.PublishedAt != null).ToListAsync();
        return string.Join("\n\n", shown.SelectMany(study => new[]
        {
            study.Title, study.Summary, study.TheStory, study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged, study.NotYetFixed, study.Learning
        }));
    }

    private static EditCaseStudy With(EditCaseStudy words, string field, string text) => field switch
    {
        "Title" => words with { Title = text },
        "Summary" => words with { Summary = text },
        "TheStory" => words with { TheStory = text },
        "WhatWasNotShared" => words with { WhatWasNotShared = text },
        "WhatTheyDid" => words with { WhatTheyDid = text },
        "WhatChanged" => words with { WhatChanged = text },
        "NotYetFixed" => words with { NotYetFixed = text },
        _ => words with { Learning = text },
    };
}
