using System.Text.RegularExpressions;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Testing.Architecture;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.History;

/// <summary>The closed list of acts: stored names never change, and nothing else in the program spells one.</summary>
public sealed partial class HistoryActTests
{
    /// <summary>What is sealed into chains that exist. A name may be added here, never changed or taken out.</summary>
    private static readonly string[] Stored =
    [
        "Received", "Entered", "Claimed", "Claimed and edited", "Passed on", "Released", "Edited", "Tagged", "Tags changed", "Scored",
        "Second person said yes", "Notice given", "Asked the author", "Answered", "Approved", "Change asked for", "Signed off", "Declined",
        "Decline undone", "Undone", "Permission changed", "Permission ended", "Renewal asked", "Taken back", "Put on hold", "Taken off hold",
        "Leads told", "Alarm raised", "Safeguarding decision saved", "Safeguarding closed", "Flag dismissed", "Flags dismissed", "Flag restored",
        "Contact opened", "Left only a telephone number: call the author", "Opened", "Downloaded", "Case study begun", "Case study edited",
        "Case study: earlier words restored",
        "Case study: tags changed", "Sent to the author", "Published", "Taken down", "Letter written", "Letter sent", "Letter given up",
        "Letter to be tried again", "Letter let go", "Closed",
        "Added", "Renamed", "Retired", "Brought back", "Merged into", "Took in", "Split", "Part of", "Split decided", "Switched on", "Switched off",
        "Proposed to switch off", "Not switched off",
        "Invited", "Is now", "Given the role", "Account closed", "Account opened again", "Password chosen", "Password set", "Password changed",
        "Link to choose a password made", "Authenticator app set up", "Authenticator app removed", "Passkey added", "Passkey removed",
        "Recovery codes made", "Recovery code used", "Second factor reset", "Erased", "Entries blanked",
        "Told more", "Drawn into a case study", "Left out of a case study", "Asked who could find out who it is", "Publication scheduled",
        "Schedule cancelled", "Not published as scheduled", "Opened again", "Imported",
        "Put to an organisation", "Reminded an organisation", "No reply from an organisation in time", "Holding reply from an organisation",
        "Question from an organisation", "Question of an organisation answered", "More time for an organisation", "Passed on by an organisation",
        "Reply from an organisation", "Clock of an organisation corrected", "No longer put to an organisation",
        "Put to the organisation that does its work now",
        "Answer sent by an organisation", "Answer given back to an organisation", "Answer of an organisation published",
        "Answer of an organisation changed", "Said to belong to another organisation", "Reply was recorded by mistake",
        "Promised", "Day of the promise moved", "Promise made good", "Promise dropped", "Change promised", "Asked whether a promise was kept",
        "Said whether a promise was kept", "Called back", "Asked whether anything changed", "Said whether anything changed", "Read what changed",
        "Wrote what changed",
        "Answers for", "Allowed to answer for", "Answers no more for", "Invitation allowed", "Invitation refused",
        "Subscription confirmed", "Subscription changed", "Subscriber's address changed", "Subscriber left", "Subscriber suppressed", "Subscribers imported",
        "Subscriber looked at", "Promise confirmed by others", "Report on a promise sent", "Report on a promise given back",
        "Digest changed", "Digest approved", "Digest dropped", "Digest sent", "Digests go out by themselves", "Digests need approval",
        "Briefing made", "Briefing changed", "Briefing given", "Briefing taken away as a document", "Briefing called back",
        "Who had a briefing is forgotten",
    ];

    [Fact]
    public void Every_act_keeps_the_name_that_it_is_stored_under()
    {
        Assert.Equal(Stored.Order(StringComparer.Ordinal), HistoryAct.All.Select(act => act.Name).Order(StringComparer.Ordinal));
        Assert.All(HistoryAct.All, act => Assert.InRange(act.Name.Length, 1, HistoryAct.MaxLength));
        Assert.All(Stored, name => Assert.Same(HistoryAct.Of(name), HistoryAct.Of(name)));
    }

    [Fact]
    public async Task An_act_of_another_version_is_read_as_it_stands_and_means_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var db = database.Get<InfoStoryContext>();
        db.History.Add(HistoryEntry.Of("tag time", HistoryAct.Of("Merged into housing"), A.Administrator(), database.Clock.UtcNow));
        await db.SaveChangesAsync();

        var entry = await database.Get<InfoStoryContext>().History.SingleAsync();

        Assert.Equal(("Merged into housing", false, false, false), (entry.Act.With(entry.Why), entry.Act.ForAuthor, entry.Act.TellsAuthor, entry.Act.IsLook));
        Assert.True((await database.Get<HistoryCheck>().VerifyAsync([], default)).IsWhole);
    }

    [Fact]
    public void An_act_says_what_it_was_done_with()
    {
        Assert.Equal("Renamed, now trust", HistoryAct.Renamed.With("trust"));
        Assert.Equal("Switched off: identity.name", HistoryAct.SwitchedOff.With("identity.name"));
        Assert.Equal("Split", HistoryAct.Split.With(null));
    }

    /// <summary>Words that people read may be the same as the name of an act; what writes or reads the history is not.</summary>
    [Fact]
    public void No_other_source_spells_an_act_where_it_writes_or_reads_the_history()
    {
        var sources = SourceFile.In(["src", "tests/InfoStory.Benchmarks"], ".cs", ".cshtml", ".sql")
            .Where(file => !file.Path.EndsWith("/HistoryAct.cs", StringComparison.Ordinal));

        var spelt = sources.SelectMany(file => Spelling().Matches(file.Text).Select(match => $"{file}: {match.Value}"));

        Assert.Empty(spelt);
    }

    /// <summary>AuthorNotifier does both, so that nobody puts down what is news for an author without telling them.</summary>
    [Fact]
    public void What_may_be_news_for_an_author_is_put_into_the_history_together_with_telling_them()
    {
        var news = typeof(HistoryAct).GetFields().Where(field => field.GetValue(null) is HistoryAct { TellsAuthor: true })
            .Select(field => $"HistoryAct.{field.Name},").ToList();

        var beside = SourceFile.In(["src"], ".cs").SelectMany(file => file.Text.Split('\n')
            .Where(line => line.Contains("HistoryEntry.Of(", StringComparison.Ordinal) && news.Exists(line.Contains)).Select(line => $"{file}: {line.Trim()}"));

        Assert.NotEmpty(news);
        Assert.Empty(beside);
    }

    [Theory]
    [InlineData("HistoryEntry.Of(story.Reference, \"Approved\", actor, now)")]
    [InlineData("HistoryAct.Of(\"Approved\")")]
    [InlineData("entry.Act == \"Approved\"")]
    [InlineData("history.Run(story.Reference, $\"{story.State}\", \"Corpus\", at)")]
    [InlineData("SELECT COUNT(*) FROM History WHERE Act = 'Approved'")]
    [InlineData("DELETE FROM \"History\" WHERE \"Act\" IN (N'Approved')")]
    public void Such_spelling_is_seen(string source) => Assert.Matches(Spelling(), source);

    [GeneratedRegex(
        """HistoryEntry\.Of\([^,;"]*,\s*\$?"|HistoryAct\.Of\("|\b[Hh]istory\.Run\([^,;"]*,\s*\$?"|\bAct\s*(==|!=|is|:)\s*["]"""
        + """|\bAct["\]]?\s*(=|<>|LIKE|IN\s*\()\s*N?'""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Spelling();
}
