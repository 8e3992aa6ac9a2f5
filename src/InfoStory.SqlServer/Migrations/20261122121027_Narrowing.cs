using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
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
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");
            migrationBuilder.Sql(
                """
                UPDATE text SET Narrowing = CONCAT(
                  N' k', study.Kind,
                  N' s' + CAST(study.ServiceId AS nvarchar(20)),
                  N' p' + CAST(place.Id AS nvarchar(20)), N' p' + CAST(place.ParentId AS nvarchar(20)), N' p' + CAST(around.ParentId AS nvarchar(20)),
                  N' ' + (SELECT STRING_AGG(CONCAT(N't', TagId), N' ') FROM CaseStudyTags WHERE CaseStudyId = study.Id), N' ')
                FROM SearchTexts AS text
                JOIN CaseStudies AS study ON study.Id = text.Id
                LEFT JOIN Places AS place ON place.Id = study.PlaceId
                LEFT JOIN Places AS around ON around.Id = place.ParentId;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Narrowing",
                table: "SearchTexts");
        }
    }
}
