using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class BoundDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Answered",
                table: "Drafts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "Drafts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "UsedUp",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedUp", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Weight_Answered_ExpiresAt",
                table: "Drafts",
                columns: new[] { "Weight", "Answered", "ExpiresAt" },
                descending: new[] { true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_UsedUp_Hash",
                table: "UsedUp",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UsedUp_Until",
                table: "UsedUp",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UsedUp");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_Weight_Answered_ExpiresAt",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Answered",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "Drafts");
        }
    }
}
