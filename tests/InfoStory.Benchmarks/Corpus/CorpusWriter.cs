using InfoStory.Data;
using InfoStory.History;
using InfoStory.Stories;
using Microsoft.Data.Sqlite;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>Writes a corpus straight into a migrated SQLite file: prepared commands, one transaction. The triggers keep the full-text index in step.</summary>
internal sealed class CorpusWriter : IDisposable
{
    private const int LongestSlug = 92;

    /// <summary>When permission ends: never, or the corpus would shrink with every day that it is measured later.</summary>
    private static readonly DateTime Forever = new(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly Insert stories, consents, storyTags, history, studies, studyStories, studyTags, searchTexts, editions;
    private readonly List<long> tags, services, places;
    private readonly Dictionary<long, string> around;
    private readonly Dice secrets = new(StoryCorpus.Seed + 1);

    private CorpusWriter(string file)
    {
        connection = new($"Data Source={file};Foreign Keys=True;Pooling=False");
        connection.Open();
        using (var pragmas = new SqliteCommand("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;", connection))
            pragmas.ExecuteNonQuery();
        transaction = connection.BeginTransaction();

        stories = Into("Stories", "Id", "Revision", "Reference", "State", "Told", "Safeguarding", "WhoIsTelling",
            "Channel", "SeeFirst", "ReceivedAt", "OwedSince", "Waits", "ContentNotes", "Kind", "ServiceId",
            "PlaceId", "PublicTitle", "PublicText", "DecidedAt", "Reason", "SendKey", "Receipt_Hash", "Receipt_Index", "Receipt_Salt");
        consents = Into("Consents", "StoryId", "Audience", "Wording", "Channel", "GivenAt", "ExpiresAt", "WithdrawnAt");
        storyTags = Into("StoryTags", "StoryId", "TagId");
        history = Into("History", "Subject", "Act", "By", "At");
        studies = Into("CaseStudies", "Id", "Revision", "State", "Slug", "Title", "Summary",
            "TheStory", "WhatWasNotShared", "WhatTheyDid", "WhatChanged", "NotYetFixed",
            "Learning", "Kind", "WhoIsTelling", "ServiceId", "PlaceId", "PublishedAt", "FirstPublishedAt", "UpdatedAt", "PublicUntil");
        studyStories = Into("CaseStudyStories", "CaseStudyId", "StoryId");
        studyTags = Into("CaseStudyTags", "CaseStudyId", "TagId");
        searchTexts = Into("SearchTexts", "Id", "Title", "Body", "Narrowing");
        editions = Into("Editions", "At");

        tags = Keys("SELECT Id FROM Tags WHERE Facet <> 'Service' ORDER BY Id", StoryCorpus.TagCount);
        services = Keys("SELECT Id FROM Tags WHERE Facet = 'Service' ORDER BY Id", StoryCorpus.ServiceCount);
        places = Keys("SELECT Id FROM Places WHERE Kind = 'Authority' ORDER BY Id", StoryCorpus.PlaceCount);
        around = Around();
    }

    /// <summary>The file must be migrated and hold no stories.</summary>
    public static void Write(StoryCorpus corpus, string file)
    {
        using var writer = new CorpusWriter(file);
        foreach (var story in corpus.Stories()) writer.Write(story);
        writer.editions.Run(DateTime.UnixEpoch);
        writer.Finish();
    }

    public void Dispose()
    {
        foreach (var insert in (Insert[])[stories, consents, storyTags, history, studies, studyStories, studyTags, searchTexts, editions]) insert.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private void Write(CorpusStory story)
    {
        var id = story.Number + 1L;
        var (withdrawn, decided) = (story.State == StoryState.Withdrawn, story.State == StoryState.Received ? (DateTime?)null : story.ReceivedAt.AddDays(3));
        var (service, place) = (services[story.Service], places[story.Place]);
        stories.Run(
            id, 0, story.Reference, $"{story.State}", withdrawn ? "" : story.Told, "None", $"{story.WhoIsTelling}", "Website", story.Number % 4 == 0,
            story.ReceivedAt, story.ReceivedAt, story.State == StoryState.Received ? "ForSomeone" : "ForNobody",
            "[]", story.IsPublished ? $"{story.Kind}" : null, withdrawn ? null : service, withdrawn ? null : place,
            story.IsPublished ? story.Title : null, story.IsPublished ? story.Told : null, decided,
            story.State == StoryState.Declined ? "We cannot tell this story without naming a child." : null,
            Convert.ToHexString(secrets.Bytes(32)), secrets.Bytes(ReceiptLock.HashBytes),
            Convert.ToHexString(secrets.Bytes(16)), secrets.Bytes(ReceiptLock.SaltBytes));

        foreach (var audience in Enum.GetValues<Audience>())
        {
            consents.Run(id, $"{audience}", ConsentWording.Current, "Website", story.ReceivedAt, Forever, withdrawn ? decided : null);
        }

        history.Run(story.Reference, HistoryAct.Received.Name, "Author", story.ReceivedAt);
        if (decided is { } at) history.Run(story.Reference, ActOf(story.State).Name, "Corpus", at);
        if (!story.IsPublished) return;

        foreach (var tag in story.Tags) storyTags.Run(id, tags[tag]);
        WriteStudy(story, id, service, place, decided!.Value);
    }

    private void WriteStudy(CorpusStory story, long id, long service, long place, DateTime published)
    {
        var section = (int number) => number < story.Sections.Count ? story.Sections[number] : null;
        studies.Run(
            id, 0, "Published", SlugOf(story), story.Title, story.Summary, story.Told, section(0), section(1), section(2), section(3), section(4),
            $"{story.Kind}", $"{story.WhoIsTelling}", service, place, published, published, published, Forever);
        studyStories.Run(id, id);
        foreach (var tag in story.Tags) studyTags.Run(id, tags[tag]);
        var narrowing = $" k{story.Kind} s{service} {around[place]} {string.Join(' ', story.Tags.Select(tag => $"t{tags[tag]}"))} ";
        searchTexts.Run(id, story.Title, string.Join("\n\n", [story.Summary, story.Told, .. story.Sections]), narrowing);
    }

    /// <summary>What brought a story into this state.</summary>
    private static HistoryAct ActOf(StoryState state) => state switch
    {
        StoryState.Published => HistoryAct.Published,
        StoryState.Declined => HistoryAct.Declined,
        StoryState.Withdrawn => HistoryAct.TakenBack,
        _ => throw new InvalidOperationException($"No story of the corpus is {state}."),
    };

    private static string SlugOf(CorpusStory story)
    {
        var number = $"-{story.Number}";
        var title = Slug.From(story.Title);
        return title[..Math.Min(title.Length, LongestSlug - number.Length)] + number;
    }

    private void Finish()
    {
        transaction.Commit();
        using var end = new SqliteCommand("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);", connection);
        end.ExecuteNonQuery();
    }

    private Insert Into(string table, params string[] columns) => new(connection, transaction, table, columns);

    /// <summary>Each authority with its region and country, as words of the index.</summary>
    private Dictionary<long, string> Around()
    {
        using var command = new SqliteCommand(
            "SELECT p.Id, 'p' || p.Id || coalesce(' p' || p.ParentId, '') || coalesce(' p' || q.ParentId, '') FROM Places AS p "
            + "LEFT JOIN Places AS q ON q.Id = p.ParentId", connection, transaction);
        using var reader = command.ExecuteReader();
        Dictionary<long, string> words = [];
        while (reader.Read()) words.Add(reader.GetInt64(0), reader.GetString(1));
        return words;
    }

    private List<long> Keys(string sql, int atLeast)
    {
        using var command = new SqliteCommand(sql, connection, transaction);
        using var reader = command.ExecuteReader();
        List<long> keys = [];
        while (reader.Read()) keys.Add(reader.GetInt64(0));
        return keys.Count >= atLeast ? keys : throw new InvalidOperationException($"The corpus needs {atLeast} rows from: {sql}");
    }
}
