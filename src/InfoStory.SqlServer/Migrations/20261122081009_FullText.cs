using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FullText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SearchIndexSql.Read("SearchIndex.sql"), suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("IF SERVERPROPERTY('IsFullTextInstalled') = 1 BEGIN EXEC('DROP FULLTEXT INDEX ON SearchTexts'); EXEC('DROP FULLTEXT CATALOG InfoStory'); END", suppressTransaction: true);
        }
    }
}
