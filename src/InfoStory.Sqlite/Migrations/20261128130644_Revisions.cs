using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Revisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CaseStudyId",
                table: "KeptForms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseStudyRevisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseStudyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    WasPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Restored = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStudyRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseStudyRevisions_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptForms_CaseStudyId",
                table: "KeptForms",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudyRevisions_At",
                table: "CaseStudyRevisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudyRevisions_CaseStudyId_Number",
                table: "CaseStudyRevisions",
                columns: new[] { "CaseStudyId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_KeptForms_CaseStudies_CaseStudyId",
                table: "KeptForms",
                column: "CaseStudyId",
                principalTable: "CaseStudies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_KeptForms_CaseStudies_CaseStudyId",
                table: "KeptForms");

            migrationBuilder.DropTable(
                name: "CaseStudyRevisions");

            migrationBuilder.DropIndex(
                name: "IX_KeptForms_CaseStudyId",
                table: "KeptForms");

            migrationBuilder.DropColumn(
                name: "CaseStudyId",
                table: "KeptForms");
        }
    }
}
