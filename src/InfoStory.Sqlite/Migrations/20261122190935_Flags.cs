using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Flags : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_PlaceId",
                table: "CaseStudies");

            migrationBuilder.AddColumn<DateTime>(
                name: "FlaggedAt",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Flags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    In = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Dismissal = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DismissedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    DismissedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Flags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Flags_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoryShingles",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryShingles", x => new { x.Key, x.StoryId });
                    table.ForeignKey(
                        name: "FK_StoryShingles_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SwitchedOffRules",
                columns: table => new
                {
                    Rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SwitchedOffRules", x => x.Rule);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_FlaggedAt",
                table: "Stories",
                column: "FlaggedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_PlaceId_ServiceId_WhoIsTelling_PublishedAt_PublicUntil",
                table: "CaseStudies",
                columns: new[] { "PlaceId", "ServiceId", "WhoIsTelling", "PublishedAt", "PublicUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Flags_Rule_DismissedAt",
                table: "Flags",
                columns: new[] { "Rule", "DismissedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Flags_StoryId_Key",
                table: "Flags",
                columns: new[] { "StoryId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoryShingles_StoryId",
                table: "StoryShingles",
                column: "StoryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Flags");

            migrationBuilder.DropTable(
                name: "StoryShingles");

            migrationBuilder.DropTable(
                name: "SwitchedOffRules");

            migrationBuilder.DropIndex(
                name: "IX_Stories_FlaggedAt",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_PlaceId_ServiceId_WhoIsTelling_PublishedAt_PublicUntil",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "FlaggedAt",
                table: "Stories");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_PlaceId",
                table: "CaseStudies",
                column: "PlaceId");
        }
    }
}
