using InfoStory.Data;
using InfoStory.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace InfoStory.Tests.Data;

/// <summary>What would run on a SQL Server, read by Microsoft's own parser.</summary>
public sealed class SqlServerScriptTests
{
    public static TheoryData<string> Files => [.. Resources().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))];

    [Fact]
    public void The_idempotent_script_parses_and_makes_every_table_and_index_of_the_model_once()
    {
        var options = new DbContextOptionsBuilder<InfoStoryContext>();
        options.UseSqlServerFor("Server=nowhere", null, TimeProvider.System);
        using var db = new InfoStoryContext(options.Options);
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

        var made = Parse(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));

        Assert.Equal(
            model.Tables.Select(table => table.Name).Append("__EFMigrationsHistory").Order(StringComparer.Ordinal),
            made.Tables.Order(StringComparer.Ordinal));
        Assert.Equal(
            model.Tables.SelectMany(table => table.Indexes).Select(index => index.Name).Order(StringComparer.Ordinal),
            made.Indexes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_SQL_file_parses_with_the_statements_that_it_runs_as_text(string file)
    {
        using var reader = new StreamReader(typeof(SqlServerDatabase).Assembly.GetManifestResourceStream(file)!);

        var made = Parse(reader.ReadToEnd());

        Assert.NotEqual(0, made.FullTextIndexes);
    }

    private static string[] Resources() => typeof(SqlServerDatabase).Assembly.GetManifestResourceNames();

    private static MadeBySql Parse(string sql)
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message}"));
        var made = new MadeBySql(Parse);
        script.Accept(made);
        return made;
    }

    /// <summary>What a script makes, and what it makes by text that it executes.</summary>
    private sealed class MadeBySql(Func<string, MadeBySql> parse) : TSqlFragmentVisitor
    {
        public List<string> Tables { get; } = [];

        public List<string> Indexes { get; } = [];

        public int FullTextIndexes { get; private set; }

        public override void Visit(CreateTableStatement node) => Tables.Add(node.SchemaObjectName.BaseIdentifier.Value);

        public override void Visit(CreateIndexStatement node) => Indexes.Add(node.Name.Value);

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects) Tables.Remove(table.BaseIdentifier.Value);
        }

        public override void Visit(DropIndexStatement node)
        {
            foreach (var index in node.DropIndexClauses.OfType<DropIndexClause>()) Indexes.Remove(index.Index.Value);
        }

        public override void Visit(CreateFullTextIndexStatement node) => FullTextIndexes++;

        public override void Visit(ExecutableStringList node)
        {
            var made = parse(string.Concat(node.Strings.OfType<StringLiteral>().Select(text => text.Value)));
            Tables.AddRange(made.Tables);
            Indexes.AddRange(made.Indexes);
            FullTextIndexes += made.FullTextIndexes;
        }
    }
}
