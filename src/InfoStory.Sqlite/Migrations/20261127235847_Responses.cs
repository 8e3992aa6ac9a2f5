using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Responses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ResponderId",
                table: "KeptForms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ResponderNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AskId = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseStudyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 960, nullable: true),
                    ResponderId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponderNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResponderNotes_Asks_AskId",
                        column: x => x.AskId,
                        principalTable: "Asks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ResponderNotes_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Responses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    AskId = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseStudyId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: true),
                    Understood = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    WillDo = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    Whom = table.Column<string>(type: "TEXT", maxLength: 2400, nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 1600, nullable: true),
                    Whose = table.Column<string>(type: "TEXT", maxLength: 640, nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResponderId = table.Column<long>(type: "INTEGER", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnedWhy = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    ReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LetterId = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Responses_Asks_AskId",
                        column: x => x.AskId,
                        principalTable: "Asks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Responses_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Responses_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "ResponseShingles",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    ResponseId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponseShingles", x => new { x.Key, x.ResponseId });
                    table.ForeignKey(
                        name: "FK_ResponseShingles_Responses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "Responses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptForms_ResponderId",
                table: "KeptForms",
                column: "ResponderId");

            migrationBuilder.CreateIndex(
                name: "IX_ResponderNotes_AskId",
                table: "ResponderNotes",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_ResponderNotes_CaseStudyId",
                table: "ResponderNotes",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_AskId_IsOpen",
                table: "Responses",
                columns: new[] { "AskId", "IsOpen" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Responses_CaseStudyId_State",
                table: "Responses",
                columns: new[] { "CaseStudyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_LetterId",
                table: "Responses",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_State_SentAt_Id",
                table: "Responses",
                columns: new[] { "State", "SentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResponseShingles_ResponseId",
                table: "ResponseShingles",
                column: "ResponseId");

            migrationBuilder.AddForeignKey(
                name: "FK_KeptForms_Responders_ResponderId",
                table: "KeptForms",
                column: "ResponderId",
                principalTable: "Responders",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_KeptForms_Responders_ResponderId",
                table: "KeptForms");

            migrationBuilder.DropTable(
                name: "ResponderNotes");

            migrationBuilder.DropTable(
                name: "ResponseShingles");

            migrationBuilder.DropTable(
                name: "Responses");

            migrationBuilder.DropIndex(
                name: "IX_KeptForms_ResponderId",
                table: "KeptForms");

            migrationBuilder.DropColumn(
                name: "ResponderId",
                table: "KeptForms");
        }
    }
}
