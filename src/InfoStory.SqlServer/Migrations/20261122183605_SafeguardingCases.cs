using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SafeguardingCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CaseId",
                table: "Letters",
                type: "bigint",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CaseId",
                table: "Letters",
                column: "CaseId");

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
                name: "SafeguardingCases");

            migrationBuilder.DropIndex(
                name: "IX_Letters_CaseId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "CaseId",
                table: "Letters");
        }
    }
}
