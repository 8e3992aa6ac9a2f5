using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LettersThatExpire : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_Lane_Tries_NextTryAt",
                table: "Letters");

            migrationBuilder.AddColumn<DateTime>(
                name: "ExpiresAt",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_GivenUpAt_Lane_Tries_NextTryAt_WrittenAt",
                table: "Letters",
                columns: new[] { "GivenUpAt", "Lane", "Tries", "NextTryAt", "WrittenAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_GivenUpAt_Lane_Tries_NextTryAt_WrittenAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ExpiresAt",
                table: "Letters");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Lane_Tries_NextTryAt",
                table: "Letters",
                columns: new[] { "Lane", "Tries", "NextTryAt" });
        }
    }
}
