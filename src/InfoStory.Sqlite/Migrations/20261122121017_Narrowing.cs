using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Narrowing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Narrowing",
                table: "SearchTexts",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");
            migrationBuilder.Sql(SearchIndexSql.Read("SearchIndex.2.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER SearchTexts_Inserted; DROP TRIGGER SearchTexts_Deleted; DROP TRIGGER SearchTexts_Updated; DROP TABLE SearchIndex;");
            migrationBuilder.Sql("ALTER TABLE SearchTexts DROP COLUMN Narrowing;");
            migrationBuilder.Sql(SearchIndexSql.Read("SearchIndex.sql"));
            migrationBuilder.Sql("INSERT INTO SearchIndex (SearchIndex) VALUES ('rebuild');");
        }
    }
}
