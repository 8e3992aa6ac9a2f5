using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReportsOnPromises : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "OnTimeUntil",
                table: "Promises",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SaidAt",
                table: "PromiseEvents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PromiseReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PromiseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    ResponderId = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedWhy = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromiseReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromiseReports_Promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "Promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PromiseReports_PromiseId",
                table: "PromiseReports",
                column: "PromiseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PromiseReports_SentAt_Id",
                table: "PromiseReports",
                columns: new[] { "SentAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PromiseReports");

            migrationBuilder.DropColumn(
                name: "OnTimeUntil",
                table: "Promises");

            migrationBuilder.DropColumn(
                name: "SaidAt",
                table: "PromiseEvents");
        }
    }
}
