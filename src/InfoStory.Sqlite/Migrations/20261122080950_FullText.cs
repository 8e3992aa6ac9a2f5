using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FullText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SearchIndexSql.Read("SearchIndex.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER SearchTexts_Inserted; DROP TRIGGER SearchTexts_Deleted; DROP TRIGGER SearchTexts_Updated; DROP TABLE SearchIndex;");
        }
    }
}
