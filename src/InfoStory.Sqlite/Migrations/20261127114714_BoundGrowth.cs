using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BoundGrowth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts");

            migrationBuilder.AddColumn<string>(
                name: "Page",
                table: "EditDrafts",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId_Page",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId", "Page" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EditDrafts_StoryId_StaffId_Page",
                table: "EditDrafts");

            migrationBuilder.DropColumn(
                name: "Page",
                table: "EditDrafts");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId" },
                unique: true);
        }
    }
}
