using System.Text.RegularExpressions;
using InfoStory.CaseStudies;
using InfoStory.Moderation.Desk;
using InfoStory.Stories;
using InfoStory.Testing.Architecture;
using InfoStory.Web.Api;
using InfoStory.Web.Demonstration;
using InfoStory.Web.Feeds;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>
/// No query for anyone outside the team goes round the gate. The service layer is read as text: who asks for stories or case studies
/// either serves the team and the author only, and is named here, or asks through the gate in the same statement. The web project is
/// read as types: what is open to everybody is given none of those services.
/// </summary>
public sealed partial class GateTests
{
    /// <summary>Services that show a story only to the team, to its author, or to nobody.</summary>
    private static readonly string[] Inside =
    [
        "StoryQueue", "StoryDesk", "Review", "Claims", "BulkActions", "EditDrafts", "Scoring", "SafeguardingLane", "CaseStudyEditing",
        "CaseStudyList", "CaseStudyWriting", "CaseStudySchedule", "CaseStudyPreview", "CaseStudyRevisions", "CaseStudyPictures", "CaseStudyTakedown",
        "DrawingIn", "SecondReading", "Withdrawal",
        "Permissions", "Drafts", "StorySender", "MyStory", "LaterAnswers", "ContactBook", "Renewal", "AuthorNotices", "SigningOff", "MyData", "Erasure",
        "Retention",
        "Flagging", "FlagsOfStory", "FlagMapping", "PublicationCheck", "CaseStudyAddresses", "EndOfConsent", "Duplicates", "TagLearning",
        "StoryMapping", "CaseStudyMapping", "BriefingPersonalData", "TagRegister", "TagMerging", "TagSplitting",
        "Promising", "PromiseQueries", "PromiseLetters", "PromiseAnswers", "PromisePersonalData",
        "PromiseDesk", "Asking", "AskDesk", "Forgetter", "StoryPersonalData", "CaseStudyPersonalData", "StoryLock", "BesideStories", "KeptForms", "Overview",
        "AuthorPersonalData", "DigestLetters", "DeliveryLock", "ImpactMarks", "ImpactRecount", "RecallRun", "SentOut", "DeliveryDesk", "AskingWhatChanged",
        "WhatChanged", "AfterPublication", "ResponseDesk", "ResponseTakedown",
    ];

    /// <summary>Pages of the author alone, behind the six words, the draft's cookie, or the link in their letter.</summary>
    private static readonly string[] Authors =
        ["InfoStory.Web.Pages.Share", "InfoStory.Web.Pages.MyStory", "InfoStory.Web.Pages.Kept", "InfoStory.Web.Pages.Changed"];

    [Fact]
    public void Every_query_for_the_public_goes_through_the_gate()
    {
        var root = Path.Combine(Repository.Root, "src/InfoStory");
        var round = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !Inside.Contains(Path.GetFileNameWithoutExtension(file)))
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(asked => $"{Path.GetFileName(file)}: {asked.Value}"))
            .Where(asked => !Gated().IsMatch(asked));

        Assert.Empty(round);
        Assert.All(Inside, name => Assert.NotEmpty(Directory.GetFiles(root, $"{name}.cs", SearchOption.AllDirectories)));
    }

    [Fact]
    public void What_is_open_to_everybody_names_no_service_of_the_team()
    {
        var inside = typeof(Story).Assembly.GetTypes().Where(type => Inside.Contains(type.Name)).Select(type => type.FullName).ToHashSet();
        var web = typeof(Composition).Assembly.GetTypes();
        var open = web.Where(type => type.IsSubclassOf(typeof(PageModel))
                && type.Namespace!.StartsWith("InfoStory.Web.Pages", StringComparison.Ordinal) && !Authors.Any(type.Namespace.StartsWith))
            .Concat([typeof(PublicPages), typeof(AtomFeed), typeof(JsonFeed), typeof(LibraryFiles), typeof(ApiEndpoints), typeof(Sitemap), typeof(Robots)])
            .Select(type => type.FullName).ToHashSet();

        var named = TypeReferences.In(typeof(Composition).Assembly).Where(naming => open.Contains(naming.By.ToString())).ToList();

        Assert.DoesNotContain(named, naming => inside.Contains(naming.Named.ToString()));
        Assert.Contains(named, naming => naming.By.Name == nameof(PublicPages) && naming.Named.Name == nameof(Library));
    }

    [Fact]
    public void No_page_reads_a_story_or_its_case_study_without_saying_who_looks()
    {
        (string, string, int)[] unasked =
            [(nameof(StoryDesk), nameof(StoryDesk.ShowAsync), 2), (nameof(CaseStudyEditing), nameof(CaseStudyEditing.ShowAsync), 2)];
        string[] kept = [nameof(Story), nameof(CaseStudy), nameof(Message), nameof(Note), nameof(EditDraft), nameof(SafeguardingCase)];

        var reading = TypeReferences.CallsIn(typeof(Composition).Assembly).Where(call => unasked.Contains((call.Of.Name, call.Member, call.Parameters))
            || (kept.Contains(call.Of.Name) && call.Member.StartsWith("get_", StringComparison.Ordinal)));

        // What is seeded for a demonstration is nobody's.
        Assert.DoesNotContain(reading, call => call.By.Name != nameof(Seeding));
    }

    /// <summary>A question for stories or case studies, with the call that follows it.</summary>
    [GeneratedRegex(
        @"(db\.(Stories|CaseStudies)|Set<(Story|CaseStudy|CaseStudyStory)>\(\))\s*(\.\w+)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\.(Shown|ShownTo|WasShown|ForCounting)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Gated();
}
