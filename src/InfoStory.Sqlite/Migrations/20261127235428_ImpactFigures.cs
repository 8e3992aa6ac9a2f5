using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ImpactFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FixedAtLeast",
                table: "Promises",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FixedTaps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PromiseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Made = table.Column<int>(type: "INTEGER", nullable: false),
                    Network = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FixedTaps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FixedTaps_Promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "Promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImpactCounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    CorrectedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactCounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImpactMarks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactMarks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_ReceivedAt_State",
                table: "Stories",
                columns: new[] { "ReceivedAt", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PromiseEvents_Kind_At",
                table: "PromiseEvents",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CaseStudyId_Audience_SentAt",
                table: "Deliveries",
                columns: new[] { "CaseStudyId", "Audience", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_FirstPublishedAt",
                table: "CaseStudies",
                column: "FirstPublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_PutAt",
                table: "Asks",
                column: "PutAt");

            migrationBuilder.CreateIndex(
                name: "IX_FixedTaps_PromiseId_Made_Network",
                table: "FixedTaps",
                columns: new[] { "PromiseId", "Made", "Network" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactCounts_Month_Figure",
                table: "ImpactCounts",
                columns: new[] { "Month", "Figure" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactMarks_From",
                table: "ImpactMarks",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactMarks_Part_Month_From",
                table: "ImpactMarks",
                columns: new[] { "Part", "Month", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FixedTaps");

            migrationBuilder.DropTable(
                name: "ImpactCounts");

            migrationBuilder.DropTable(
                name: "ImpactMarks");

            migrationBuilder.DropIndex(
                name: "IX_Stories_ReceivedAt_State",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_PromiseEvents_Kind_At",
                table: "PromiseEvents");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_CaseStudyId_Audience_SentAt",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_FirstPublishedAt",
                table: "CaseStudies");

            migrationBuilder.DropIndex(
                name: "IX_Asks_PutAt",
                table: "Asks");

            migrationBuilder.DropColumn(
                name: "FixedAtLeast",
                table: "Promises");
        }
    }
}
