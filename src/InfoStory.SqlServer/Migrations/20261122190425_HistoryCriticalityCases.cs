using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class HistoryCriticalityCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_Subject",
                table: "History");

            migrationBuilder.AddColumn<int>(
                name: "Criticality",
                table: "Stories",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NoticeGivenAt",
                table: "Stories",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScoredBy",
                table: "Stories",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ScoredById",
                table: "Stories",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SecondedAt",
                table: "Stories",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondedBy",
                table: "Stories",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CaseId",
                table: "Letters",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Hash",
                table: "History",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Number",
                table: "History",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Salt",
                table: "History",
                type: "varbinary(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Seal",
                table: "History",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "History",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HistoryHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SafeguardingCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    Level = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RaisedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    NoticedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AlarmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OpenedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Rules = table.Column<int>(type: "int", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    SharedWith = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    HandOver = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafeguardingCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SafeguardingCases_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "HistoryHead",
                columns: new[] { "Id", "Hash", "Number" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CaseId",
                table: "Letters",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_History_Number",
                table: "History",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Subject_Number",
                table: "History",
                columns: new[] { "Subject", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_SafeguardingCases_ClosedAt_RaisedAt_Id",
                table: "SafeguardingCases",
                columns: new[] { "ClosedAt", "RaisedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SafeguardingCases_StoryId",
                table: "SafeguardingCases",
                column: "StoryId");

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_SafeguardingCases_CaseId",
                table: "Letters",
                column: "CaseId",
                principalTable: "SafeguardingCases",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_SafeguardingCases_CaseId",
                table: "Letters");

            migrationBuilder.DropTable(
                name: "HistoryHead");

            migrationBuilder.DropTable(
                name: "SafeguardingCases");

            migrationBuilder.DropIndex(
                name: "IX_Letters_CaseId",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_History_Number",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_Subject_Number",
                table: "History");

            migrationBuilder.DropColumn(
                name: "Criticality",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "NoticeGivenAt",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ScoredBy",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ScoredById",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "SecondedAt",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "SecondedBy",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "CaseId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "History");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "History");

            migrationBuilder.DropColumn(
                name: "Salt",
                table: "History");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "History");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "History");

            migrationBuilder.CreateIndex(
                name: "IX_History_Subject",
                table: "History",
                column: "Subject");
        }
    }
}
