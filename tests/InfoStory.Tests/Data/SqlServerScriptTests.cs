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
        using var db = Open();
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

        var made = Parse(Sql());

        Assert.Equal(
            model.Tables.Select(table => table.Name).Append("__EFMigrationsHistory").Order(StringComparer.Ordinal),
            made.Tables.Order(StringComparer.Ordinal));
        Assert.Equal(
            model.Tables.SelectMany(table => table.Indexes).Select(index => index.Name).Order(StringComparer.Ordinal),
            made.Indexes.Select(index => index.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_batch_of_the_idempotent_script_names_a_column_that_it_adds()
    {
        var script = Script(Sql());

        foreach (var batch in script.Batches)
        {
            var (added, named) = (new AddedColumns(), new NamedColumns());
            batch.Accept(added);
            batch.Accept(named);
            // SQL Server reads a batch whole before it runs the first statement of it; text in EXEC is read when it runs.
            Assert.Empty(named.Columns.Intersect(added.Columns.Select(one => one.Column), StringComparer.OrdinalIgnoreCase));
            Assert.Empty(named.Indexed.Intersect(added.Columns));
        }
    }

    [Fact]
    public void No_key_that_we_set_is_made_by_the_database()
    {
        using var db = Open();

        var made = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => SqlServerPropertyExtensions.GetValueGenerationStrategy(property) == SqlServerValueGenerationStrategy.IdentityColumn)
            .Select(property => $"{property.DeclaringType.ShortName()}.{property.Name}").ToList();

        var entities = typeof(InfoStoryContext).Assembly.GetTypes().Where(type => type.BaseType is { IsGenericType: true } parent
            && parent.GetGenericTypeDefinition() == typeof(Entity<>)).Select(type => $"{type.Name}.Id").Concat(["StaffMember.Id", "IdentityUserClaim.Id"]);
        Assert.Empty(made.Except(entities));
    }

    [Fact]
    public void Nothing_is_indexed_twice()
    {
        using var db = Open();

        var twice = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(table => table.Indexes.Select(index => index.Columns)
            .Concat(table.UniqueConstraints.Select(key => key.Columns))
            .Select(columns => $"{table.Name}: {string.Join(", ", columns.Select(column => column.Name))}")
            .GroupBy(columns => columns, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));

        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_SQL_file_parses_with_the_statements_that_it_runs_as_text(string file)
    {
        using var reader = new StreamReader(typeof(SqlServerDatabase).Assembly.GetManifestResourceStream(file)!);

        var made = Parse(reader.ReadToEnd());

        Assert.NotEqual(0, made.FullTextIndexes + made.FullTextChanges);
    }

    private static string[] Resources() => typeof(SqlServerDatabase).Assembly.GetManifestResourceNames();

    private static InfoStoryContext Open()
    {
        var options = new DbContextOptionsBuilder<InfoStoryContext>();
        options.UseSqlServerFor("Server=nowhere", null, TimeProvider.System);
        return new(options.Options);
    }

    private static string Sql()
    {
        using var db = Open();
        return db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    private static TSqlScript Script(string sql)
    {
        var script = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message}"));
        return (TSqlScript)script;
    }

    private static MadeBySql Parse(string sql)
    {
        var made = new MadeBySql(Parse);
        Script(sql).Accept(made);
        return made;
    }

    private sealed class AddedColumns : TSqlFragmentVisitor
    {
        public List<(string Table, string Column)> Columns { get; } = [];

        public override void Visit(AlterTableAddTableElementStatement node) => Columns.AddRange(
            node.Definition.ColumnDefinitions.Select(column => (node.SchemaObjectName.BaseIdentifier.Value, column.ColumnIdentifier.Value)));
    }

    private sealed class NamedColumns : TSqlFragmentVisitor
    {
        public List<string> Columns { get; } = [];

        public List<(string Table, string Column)> Indexed { get; } = [];

        public override void ExplicitVisit(CreateIndexStatement node) => Indexed.AddRange(
            node.Columns.Select(column => (node.OnName.BaseIdentifier.Value, column.Column.MultiPartIdentifier.Identifiers[^1].Value)));

        /// <summary>A table that is made here has its own columns, whatever they are called.</summary>
        public override void ExplicitVisit(CreateTableStatement node)
        {
        }

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is { Identifiers: [.., var last] }) Columns.Add(last.Value);
        }
    }

    /// <summary>What a script makes, and what it makes by text that it executes.</summary>
    private sealed class MadeBySql(Func<string, MadeBySql> parse) : TSqlFragmentVisitor
    {
        public List<string> Tables { get; } = [];

        public List<(string Table, string Name)> Indexes { get; } = [];

        public int FullTextIndexes { get; private set; }

        public override void Visit(CreateTableStatement node) => Tables.Add(node.SchemaObjectName.BaseIdentifier.Value);

        public override void Visit(CreateIndexStatement node) => Indexes.Add((node.OnName.BaseIdentifier.Value, node.Name.Value));

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects.Select(table => table.BaseIdentifier.Value))
            {
                Tables.Remove(table);
                Indexes.RemoveAll(index => index.Table == table);
            }
        }

        public override void Visit(DropIndexStatement node)
        {
            foreach (var index in node.DropIndexClauses.OfType<DropIndexClause>()) Indexes.RemoveAll(made => made.Name == index.Index.Value);
        }

        public int FullTextChanges { get; private set; }

        public override void Visit(CreateFullTextIndexStatement node) => FullTextIndexes++;

        public override void Visit(AlterFullTextIndexStatement node) => FullTextChanges++;

        public override void Visit(DropFullTextIndexStatement node) => FullTextChanges++;

        public override void Visit(ExecutableStringList node)
        {
            // What EF Core puts together from the name of a constraint cannot be read before it runs.
            if (!node.Strings.All(part => part is StringLiteral)) return;

            var made = parse(string.Concat(node.Strings.OfType<StringLiteral>().Select(text => text.Value)));
            Tables.AddRange(made.Tables);
            Indexes.AddRange(made.Indexes);
            FullTextIndexes += made.FullTextIndexes;
            FullTextChanges += made.FullTextChanges;
        }
    }
}
