using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LettersThatAlwaysGo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_NextTryAt",
                table: "Letters");

            migrationBuilder.AddColumn<DateTime>(
                name: "GivenUpAt",
                table: "Letters",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "Letters",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ListId",
                table: "Letters",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reason",
                table: "Letters",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Token",
                table: "Letters",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Unsubscribe",
                table: "Letters",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LetterPace",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Minute = table.Column<long>(type: "bigint", nullable: false),
                    Taken = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterPace", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "LetterPace",
                columns: new[] { "Id", "Minute", "Taken" },
                values: new object[] { 1L, 0L, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Lane_Tries_NextTryAt",
                table: "Letters",
                columns: new[] { "Lane", "Tries", "NextTryAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LetterPace");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Lane_Tries_NextTryAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "GivenUpAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ListId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Token",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Unsubscribe",
                table: "Letters");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_NextTryAt",
                table: "Letters",
                column: "NextTryAt");
        }
    }
}
