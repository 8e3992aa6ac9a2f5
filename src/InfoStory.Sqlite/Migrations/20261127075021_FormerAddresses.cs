using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FormerAddresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FormerAddresses",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CaseStudyId = table.Column<long>(type: "INTEGER", nullable: false),
                    LeadsOn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerAddresses", x => x.Key);
                    table.ForeignKey(
                        name: "FK_FormerAddresses_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FormerAddresses_CaseStudyId",
                table: "FormerAddresses",
                column: "CaseStudyId");

            // What was taken back before: its address was made of words.
            migrationBuilder.Sql(
                "UPDATE CaseStudies SET Slug = 'taken-back-' || Id WHERE Id IN (SELECT drawn.CaseStudyId FROM CaseStudyStories AS drawn "
                + "INNER JOIN Stories AS story ON story.Id = drawn.StoryId WHERE story.State = 'Withdrawn')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerAddresses");
        }
    }
}
