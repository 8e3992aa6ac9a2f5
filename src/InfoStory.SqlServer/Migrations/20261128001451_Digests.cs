using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Digests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldTo",
                table: "Subscribers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DigestLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rhythm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    IsAutomatic = table.Column<bool>(type: "bit", nullable: false),
                    LookedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CoveredTo = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rhythm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    DroppedWhy = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Last = table.Column<long>(type: "bigint", nullable: false),
                    Letters = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestItems",
                columns: table => new
                {
                    DigestId = table.Column<long>(type: "bigint", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    IsLeftOut = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestItems", x => new { x.DigestId, x.CaseStudyId });
                    table.ForeignKey(
                        name: "FK_DigestItems_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DigestItems_Digests_DigestId",
                        column: x => x.DigestId,
                        principalTable: "Digests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DigestLetters",
                columns: table => new
                {
                    LetterId = table.Column<long>(type: "bigint", nullable: false),
                    DigestId = table.Column<long>(type: "bigint", nullable: false),
                    SubscriberId = table.Column<long>(type: "bigint", nullable: false),
                    ToldTo = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestLetters", x => x.LetterId);
                    table.ForeignKey(
                        name: "FK_DigestLetters_Digests_DigestId",
                        column: x => x.DigestId,
                        principalTable: "Digests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DigestLetters_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "DigestLists",
                columns: new[] { "Id", "Audience", "CoveredTo", "IsAutomatic", "LookedAt", "Revision", "Rhythm" },
                values: new object[,]
                {
                    { 1L, "PolicyMaker", null, false, null, 0, "AtOnce" },
                    { 2L, "PolicyMaker", null, false, null, 0, "Weekly" },
                    { 3L, "PolicyMaker", null, false, null, 0, "Monthly" },
                    { 4L, "Provider", null, false, null, 0, "AtOnce" },
                    { 5L, "Provider", null, false, null, 0, "Weekly" },
                    { 6L, "Provider", null, false, null, 0, "Monthly" },
                    { 7L, "Practitioner", null, false, null, 0, "AtOnce" },
                    { 8L, "Practitioner", null, false, null, 0, "Weekly" },
                    { 9L, "Practitioner", null, false, null, 0, "Monthly" },
                    { 10L, "Press", null, false, null, 0, "AtOnce" },
                    { 11L, "Press", null, false, null, 0, "Weekly" },
                    { 12L, "Press", null, false, null, 0, "Monthly" },
                    { 13L, "Public", null, false, null, 0, "AtOnce" },
                    { 14L, "Public", null, false, null, 0, "Weekly" },
                    { 15L, "Public", null, false, null, 0, "Monthly" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_AskEvents_Kind_At",
                table: "AskEvents",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_CaseStudyId",
                table: "DigestItems",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_DigestLetters_DigestId",
                table: "DigestLetters",
                column: "DigestId");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_State_Id",
                table: "Digests",
                columns: new[] { "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DigestItems");

            migrationBuilder.DropTable(
                name: "DigestLetters");

            migrationBuilder.DropTable(
                name: "DigestLists");

            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropIndex(
                name: "IX_AskEvents_Kind_At",
                table: "AskEvents");

            migrationBuilder.DropColumn(
                name: "ToldTo",
                table: "Subscribers");
        }
    }
}
