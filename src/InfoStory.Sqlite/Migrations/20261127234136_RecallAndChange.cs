using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RecallAndChange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Deliveries_CaseStudies_CaseStudyId",
                table: "Deliveries");

            migrationBuilder.AddColumn<long>(
                name: "LinkId",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ChangeQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    Messages = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeQuestions_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Recalls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseStudyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reached = table.Column<string>(type: "TEXT", maxLength: 62, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recalls", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CalledBackAt",
                table: "Deliveries",
                column: "CalledBackAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_LinkId",
                table: "Deliveries",
                column: "LinkId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeQuestions_Answer_AnsweredAt",
                table: "ChangeQuestions",
                columns: new[] { "Answer", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeQuestions_AskedAt",
                table: "ChangeQuestions",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeQuestions_StoryId",
                table: "ChangeQuestions",
                column: "StoryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recalls_DoneAt_Id",
                table: "Recalls",
                columns: new[] { "DoneAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangeQuestions");

            migrationBuilder.DropTable(
                name: "Recalls");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_CalledBackAt",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_LinkId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "LinkId",
                table: "Deliveries");

            migrationBuilder.AddForeignKey(
                name: "FK_Deliveries_CaseStudies_CaseStudyId",
                table: "Deliveries",
                column: "CaseStudyId",
                principalTable: "CaseStudies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
