using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class EndsByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_PublicUntil",
                table: "CaseStudies",
                column: "PublicUntil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_PublicUntil",
                table: "CaseStudies");
        }
    }
}
