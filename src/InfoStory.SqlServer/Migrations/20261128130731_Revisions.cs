using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
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
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseStudyRevisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Changed = table.Column<int>(type: "int", nullable: false),
                    WasPublic = table.Column<bool>(type: "bit", nullable: false),
                    Restored = table.Column<int>(type: "int", nullable: true)
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
                name: "IX_CaseStudyRevisions_At",
                table: "CaseStudyRevisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudyRevisions_CaseStudyId_Number",
                table: "CaseStudyRevisions",
                columns: new[] { "CaseStudyId", "Number" },
                unique: true);

            // A column that is new in this batch: it is read only when the statement runs.
            migrationBuilder.Sql("EXEC(N'CREATE INDEX [IX_KeptForms_CaseStudyId] ON [KeptForms] ([CaseStudyId])')");
            migrationBuilder.Sql(
                "EXEC(N'ALTER TABLE [KeptForms] ADD CONSTRAINT [FK_KeptForms_CaseStudies_CaseStudyId] FOREIGN KEY ([CaseStudyId]) "
                + "REFERENCES [CaseStudies] ([Id]) ON DELETE CASCADE')");
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
