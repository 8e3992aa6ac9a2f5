using System.Data;
using System.Data.Common;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Search;
using InfoStory.SqlServer;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace InfoStory.Tests.Search;

/// <summary>What SQL Server is asked, where there is none to answer.</summary>
public sealed class SqlServerFullTextTests
{
    [Theory]
    [InlineData(1, "CONTAINSTABLE(SearchTexts, (Title, Body),")]
    [InlineData(0, "[Title] LIKE")]
    public async Task A_search_is_one_statement_that_filters_and_takes_no_more_than_asked_for(int installed, string means)
    {
        var asked = new Asked(installed);
        await using var db = Open(asked);

        await new SqlServerFullText().FindAsync(db, SearchWords.Parse("discharge letter")!, new([["kWorked"], ["t7"]]), new(2026, 11, 27), 1000, default);

        var sql = Assert.Single(asked.Searches);
        Assert.Contains("TOP(", sql, StringComparison.Ordinal);
        Assert.Contains(means, sql, StringComparison.Ordinal);
        Assert.Contains("FROM CaseStudies WHERE PublicUntil <= ", sql, StringComparison.Ordinal);
        Assert.Equal(2, sql.Split("[Narrowing] LIKE").Length - 1);
    }

    [Theory]
    [InlineData(1, "CONTAINS([s].[Title],")]
    [InlineData(0, "[Title] LIKE")]
    public async Task A_word_may_stand_in_the_text_or_be_what_it_is_about_in_the_same_statement(int installed, string means)
    {
        var asked = new Asked(installed);
        await using var db = Open(asked);
        SearchName[] named = [.. NameInWords.Of("Cornwall").Select(name => new SearchName(name, "p1903"))];

        await new SqlServerFullText().FindAsync(
            db, SearchWords.Parse("A&E in Cornwall", named)!, new([["kWorked", "kFailed"]]), new(2026, 11, 27), 1000, default);
        await new SqlServerFullText().FindAsync(db, SearchWords.Parse("housin")!, Narrowing.None, new(2026, 11, 27), 1000, default);

        Assert.Equal(2, asked.Searches.Count);
        Assert.All(asked.Searches, sql => Assert.Empty(ErrorsIn(sql)));
        Assert.Equal(3, asked.Searches[0].Split(means).Length - 1);
        Assert.Contains(" p1903 ", asked.Values);
        Assert.Contains(asked.Values, value => value.Contains(installed == 1 ? "\"a&e\"" : "a&e", StringComparison.Ordinal));
        Assert.Contains(asked.Values, value => value.Contains(installed == 1 ? "\"housin*\"" : "housin", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "\"multi agency hub\"")]
    [InlineData(0, "%multi_agency_hub%")]
    public async Task What_else_a_text_may_say_for_a_word_is_in_the_same_statements(int installed, string asks)
    {
        var asked = new Asked(installed);
        await using var db = Open(asked);
        SearchName[] named = [.. NameInWords.Of("MASH").Select(name => new SearchName(name, "t7", IsWhole: true) { Called = ["mash", "multi agency hub"] })];
        var words = SearchWords.Parse("mash rang", named)!;

        await new SqlServerFullText().FindAsync(db, words, Narrowing.None, new(2026, 11, 27), 1000, default);
        var stories = (await new SqlServerFullText().StoriesWithAsync<Story>(db, words, 10, default))!.Select(story => story.Reference).ToQueryString();

        Assert.Empty(ErrorsIn(Assert.Single(asked.Searches)));
        Assert.Contains(asked.Values, value => value.Contains(asks, StringComparison.Ordinal));
        Assert.Contains(asks, stories, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "CONTAINSTABLE(Stories, (Told, PublicTitle, PublicText),", 1)]
    [InlineData(0, "[Told] LIKE", 2)]
    public async Task Words_in_the_queue_are_part_of_the_one_statement_that_lists_it(int installed, string means, int times)
    {
        await using var db = Open(new Asked(installed));

        var stories = (await new SqlServerFullText().StoriesWithAsync<Story>(db, SearchWords.Parse("discharge letter")!, 10, default))!;
        var sql = stories.Where(story => story.Waits == Waits.ForSomeone)
            .OrderBy(story => story.OwedSince).Select(story => story.Reference).Take(50).ToQueryString();

        Assert.Equal(times, sql.Split(means).Length - 1);
        Assert.Contains("TOP(", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_process_reads_case_studies_from_both_databases()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var study = await database.Given(A.Story().Titled("Left hanging").Published());
        await using var other = Open(new Asked(0));

        var read = await database.Get<Library>().ReadAsync(study.Slug!, default);

        Assert.Equal("Left hanging", read.Title);
        var library = new Library(other, new SqlServerFullText(), [], database.Get<LibraryIndex>(), database.Clock);
        await Assert.ThrowsAsync<NotFoundException>(() => library.ReadAsync("left-hanging", default));
    }

    private static IEnumerable<string> ErrorsIn(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(error => error.Message);
    }

    private static InfoStoryContext Open(Asked asked) => new((DbContextOptions<InfoStoryContext>)new DbContextOptionsBuilder<InfoStoryContext>()
        .UseSqlServerFor("Server=nowhere;Encrypt=false", maxBatchSize: null, TimeProvider.System).AddInterceptors(asked, new NeverOpened()).Options);

    /// <summary>Answers whether a table has a full-text index, and every other question with no rows.</summary>
    private sealed class Asked(int installed) : DbCommandInterceptor
    {
        public List<string> Searches { get; } = [];

        public List<string> Values { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            var asksWhetherAny = command.CommandText.Contains("WHEN EXISTS", StringComparison.Ordinal);
            var rows = new DataTable { Columns = { { "Value", asksWhetherAny ? typeof(bool) : typeof(int) } } };
            if (asksWhetherAny) rows.Rows.Add(false);
            for (var more = 0; more < 40; more++) rows.Columns.Add();
            if (command.CommandText.Contains("TableHasActiveFulltextIndex", StringComparison.Ordinal)) rows.Rows.Add(installed);
            else
            {
                Searches.Add(command.CommandText);
                Values.AddRange(command.Parameters.Cast<DbParameter>().Select(parameter => $"{parameter.Value}"));
            }

            return new(InterceptionResult<DbDataReader>.SuppressWithResult(rows.CreateDataReader()));
        }
    }

    private sealed class NeverOpened : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());
    }
}
