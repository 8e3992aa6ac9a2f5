using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Testing.Architecture;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Tests.Architecture;

/// <summary>
/// Everything that reads what somebody wrote in a story, or drew from one. Who shows it to the team asks <see cref="StoryOnHold"/>; all others are
/// named here with whom they show it to. Words are every text that is kept with a key of a story, but for what is said to be none.
/// </summary>
public sealed class ReaderTests
{
    /// <summary>They show words to the team, and ask first.</summary>
    private static readonly string[] Asking =
    [
        "StoryDesk", "StoryQueue", "EditDrafts", "FlagsOfStory", "CaseStudyEditing", "CaseStudyList", "SecondReading", "TagSplitting",
        "CaseStudyPreview", "CaseStudyRevisions", "DrawingIn", "Asking", "AskDesk", "PromiseDesk", "DeliveryDesk",
        "ResponseDesk", "ResponsesToRead", "PromiseReportDesk",
    ];

    /// <summary>Safeguarding leads only, whatever it is.</summary>
    private static readonly string[] ToLeads = ["SafeguardingLane"];

    /// <summary>They show words to whoever told the story.</summary>
    private static readonly string[] ToTheAuthor =
    [
        "MyStory", "SigningOff", "HeldStory", "StoryPersonalData", "CaseStudyPersonalData", "FlagPersonalData", "PromiseAnswers", "PromisePersonalData",
        "AfterPublication", "ResponsePersonalData",
    ];

    /// <summary>They show to everybody what passed the gate.</summary>
    private static readonly string[] ToEverybody = ["Library", "LibraryBriefs", "PublicAsks", "PromiseBook", "HereTooCounts", "PublicResponses", "CalledBack"];

    /// <summary>They show or write to organisations what everybody reads, such as the title of a public case study, and what they wrote themselves.</summary>
    private static readonly string[] ToOrganisations = ["AskLetters", "AskNotices", "AskMoving", "Answering", "ResponseLetters", "PromiseReporting"];

    /// <summary>They write to subscribers, and show publishers, what everybody reads and its authors allow for that audience.</summary>
    private static readonly string[] ToSubscribers = ["DigestReading"];

    /// <summary>They show to one audience what passed the gate for it.</summary>
    private static readonly string[] ToAnAudience = ["BriefingReader", "BriefingQuotes", "BriefingSources", "BriefingCopies"];

    /// <summary>They show words to nobody: they check, change, compare or learn from them, or pass them on within one of the others.</summary>
    private static readonly string[] ToNobody =
    [
        "Review", "DescribeHandOffs", "DescribeHandOffsRules", "Duplicates", "FlagFinder", "Flagging", "FlagSets", "PublicationCheck",
        "EditCaseStudy", "PublicFlags", "CaseStudyAddresses", "AuthorSessions", "SignedOff", "SectionsExtensions", "ShownChain",
        "SignedWords", "StoryEdit", "StoryAnswers", "StorySender", "TagLearning", "LaterAnswers", "SayWhatWasMissing", "Promising", "PromiseLetters",
        "DigestLetters", "DigestsTakenBack", "WhatChanged", "WhatChangedIsTold", "ResponderInviting", "KeptForms",
        "RevisedWords", "RevisionKeeping", "PictureShelf", "QueueWords",
    ];

    /// <summary>Texts that tell nothing of what was written: names of staff, keys, and what people agree to.</summary>
    private static readonly string[] NoWords =
    [
        "Story.Reference", "Story.SendKey", "Story.EnteredBy", "Story.ClaimedBy", "Story.ScoredBy", "Story.SecondedBy", "Story.SignedOffWords",
        "ReceiptLock.Index", "Consent.Wording", "Message.By", "Note.By", "Flag.Rule", "Flag.Key", "Flag.Version", "Flag.DismissedBy",
        "SafeguardingCase.RaisedBy", "SafeguardingCase.OpenedBy", "SafeguardingCase.ClosedBy",
        "CaseStudy.ScheduledBy", "CaseStudy.AskedBy", "CaseStudy.AskedWords", "CaseStudyRevision.By", "CaseStudyPicture.Key",
        "Ask.PutBy", "AskEvent.SentTo", "Delivery.Recipient", "ResponderNote.To",
        "Letter.Subject", "Letter.To", "Letter.ContactKey", "Letter.Title", "Letter.Token", "Letter.ListId", "Letter.Unsubscribe", "KeptForm.Key",
    ];

    /// <summary>What hands the words on without asking: whoever calls it reads them.</summary>
    private static readonly (string Type, string Method, int Parameters)[] Unasked =
    [
        (nameof(StoryAnswers), nameof(StoryAnswers.Of), 1), (nameof(StoryDesk), nameof(StoryDesk.ShowAsync), 2),
        (nameof(CaseStudyEditing), nameof(CaseStudyEditing.ShowAsync), 2), (nameof(IFullText), nameof(IFullText.StoriesWithAsync), 4),
        (nameof(Response), "get_" + nameof(Response.Words), 0), (nameof(PromiseReport), nameof(PromiseReport.ToForm), 0),
        (nameof(CaseStudyRevision), "get_" + nameof(CaseStudyRevision.Words), 0),
    ];

    private static readonly IReadOnlyList<Call> Calls = TypeReferences.CallsIn(typeof(Story).Assembly);

    [Fact]
    public async Task Every_reader_of_the_words_of_a_story_is_known_and_says_whom_it_shows_them_to()
    {
        await using var database = await TestDatabase.NewAsync();
        var words = WordsIn(database.Get<InfoStoryContext>().Model);

        var readers = Calls.Where(call => words.Contains((call.Of.ToString(), call.Member)) || Unasked.Contains((call.Of.Name, call.Member, call.Parameters)))
            .Select(call => call.By.Name).Where(name => !name.EndsWith("Mapping", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        string[] known = [.. Asking, .. ToLeads, .. ToTheAuthor, .. ToEverybody, .. ToAnAudience, .. ToOrganisations, .. ToSubscribers, .. ToNobody];
        Assert.Empty(readers.Except(known).Select(name => $"{name} reads the words of a story and is not known"));
        Assert.Empty(known.Except(readers).Select(name => $"{name} is known and reads none"));
    }

    [Fact]
    public void Who_shows_them_to_the_team_asks_whether_the_story_is_on_hold()
    {
        string[] questions = [nameof(StoryOnHold), "ReadableBy", "OfNoStoryOnHold", "FlagsSeenBy"];

        var asking = Calls.Where(call => questions.Contains(call.Of.Name) || questions.Contains(call.Member))
            .Select(call => call.By.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Asking.Except(asking));
    }

    /// <summary>The getters of every text of an entity that hangs on a story, however far.</summary>
    private static HashSet<(string Type, string Getter)> WordsIn(IModel model)
    {
        HashSet<IEntityType> held = [];
        bool Hangs(IEntityType entity) => typeof(Story).IsAssignableFrom(entity.ClrType) || entity.ClrType == typeof(CaseStudy)
            || entity.GetForeignKeys().Any(key => held.Contains(key.PrincipalEntityType));
        while (model.GetEntityTypes().Where(entity => !held.Contains(entity) && Hangs(entity)).ToList() is { Count: > 0 } more) held.UnionWith(more);

        return
        [
            .. from entity in held
               from property in entity.GetProperties()
               where property.PropertyInfo is not null && property.ClrType == typeof(string)
               where !NoWords.Contains($"{entity.ClrType.Name}.{property.Name}")
               select (entity.ClrType.FullName!, property.PropertyInfo!.GetMethod!.Name),
        ];
    }
}
