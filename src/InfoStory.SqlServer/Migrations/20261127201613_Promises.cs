using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Promises : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Promises",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(640)", maxLength: 640, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextLetterAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AskAuthorsAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Promises", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Promises_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Promises_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PromiseEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PromiseId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    StoryId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromiseEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromiseEvents_Promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "Promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PromiseEvents_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PromiseEvents_PromiseId",
                table: "PromiseEvents",
                column: "PromiseId");

            migrationBuilder.CreateIndex(
                name: "IX_PromiseEvents_StoryId",
                table: "PromiseEvents",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_AskAuthorsAt",
                table: "Promises",
                column: "AskAuthorsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_CaseStudyId",
                table: "Promises",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_ChangedAt_Id",
                table: "Promises",
                columns: new[] { "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Promises_NextLetterAt",
                table: "Promises",
                column: "NextLetterAt");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_OrganisationId",
                table: "Promises",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_Outcome_ChangedAt_Id",
                table: "Promises",
                columns: new[] { "Outcome", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Promises_Outcome_DueAt_Id",
                table: "Promises",
                columns: new[] { "Outcome", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Promises_Slug",
                table: "Promises",
                column: "Slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PromiseEvents");

            migrationBuilder.DropTable(
                name: "Promises");
        }
    }
}
