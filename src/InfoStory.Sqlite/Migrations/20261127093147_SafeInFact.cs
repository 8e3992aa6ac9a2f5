using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SafeInFact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "HighestCriticality",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TouchedBy",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuthorSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuthorSessions_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateTable(
                name: "ProposedSwitches",
                columns: table => new
                {
                    Rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposedSwitches", x => x.Rule);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_PublicUntil",
                table: "CaseStudies",
                column: "PublicUntil");

            migrationBuilder.CreateIndex(
                name: "IX_AuthorSessions_KeyHash",
                table: "AuthorSessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuthorSessions_StoryId",
                table: "AuthorSessions",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_AuthorSessions_UsedAt",
                table: "AuthorSessions",
                column: "UsedAt");

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
                name: "AuthorSessions");

            migrationBuilder.DropTable(
                name: "FormerAddresses");

            migrationBuilder.DropTable(
                name: "ProposedSwitches");

            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_PublicUntil",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "HighestCriticality",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "TouchedBy",
                table: "Stories");
        }
    }
}
