using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Asks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Asks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseStudyId = table.Column<long>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PutById = table.Column<long>(type: "INTEGER", nullable: true),
                    PutBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    PutAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PassedFromId = table.Column<long>(type: "INTEGER", nullable: true),
                    Passed = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: true),
                    ResumesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LetterAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Asks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Asks_Asks_PassedFromId",
                        column: x => x.PassedFromId,
                        principalTable: "Asks",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Asks_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Asks_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AskEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AskId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WhyExtended = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    WhyCorrected = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    OtherId = table.Column<long>(type: "INTEGER", nullable: true),
                    SentTo = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    LetterId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AskEvents_Asks_AskId",
                        column: x => x.AskId,
                        principalTable: "Asks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AskEvents_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_AskEvents_Organisations_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AskEvents_AskId",
                table: "AskEvents",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_AskEvents_LetterId",
                table: "AskEvents",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_AskEvents_OtherId",
                table: "AskEvents",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_CaseStudyId_OrganisationId_IsOpen",
                table: "Asks",
                columns: new[] { "CaseStudyId", "OrganisationId", "IsOpen" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Asks_LetterAt",
                table: "Asks",
                column: "LetterAt");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_OrganisationId_PutAt_Id",
                table: "Asks",
                columns: new[] { "OrganisationId", "PutAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_OverAt_Id",
                table: "Asks",
                columns: new[] { "OverAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_PassedFromId",
                table: "Asks",
                column: "PassedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_ResumesAt",
                table: "Asks",
                column: "ResumesAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AskEvents");

            migrationBuilder.DropTable(
                name: "Asks");
        }
    }
}
