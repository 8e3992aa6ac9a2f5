using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WordsBegun : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SearchIndexSql.Read("StoryIndexBegun.sql"));
            migrationBuilder.Sql(SearchIndexSql.Read("MessageIndex.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var act in (string[])["Inserted", "Deleted", "Updated"]) migrationBuilder.Sql($"DROP TRIGGER Messages_{act}");
            migrationBuilder.Sql("DROP TABLE MessageIndex");
            migrationBuilder.Sql(SearchIndexSql.Read("StoryIndexBegun.sql").Replace("3 4 5 6 7 8 9 10 11 12", "3"));
        }
    }
}
