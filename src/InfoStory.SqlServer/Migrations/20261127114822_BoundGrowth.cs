using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
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

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "ProposedSwitches",
                type: "nvarchar(960)",
                maxLength: 960,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(120)",
                oldMaxLength: 120);

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "History",
                type: "nvarchar(1200)",
                maxLength: 1200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Page",
                table: "EditDrafts",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Hashtag",
                table: "Campaigns",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(50)",
                oldMaxLength: 50);

            // SQL Server reads a batch whole before it runs it, and the column is new in this one.
            migrationBuilder.Sql("EXEC(N'CREATE UNIQUE INDEX [IX_EditDrafts_StoryId_StaffId_Page] ON [EditDrafts] ([StoryId], [StaffId], [Page])')");
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

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "ProposedSwitches",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(960)",
                oldMaxLength: 960);

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "History",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(1200)",
                oldMaxLength: 1200,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Hashtag",
                table: "Campaigns",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(400)",
                oldMaxLength: 400);

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId" },
                unique: true);
        }
    }
}
