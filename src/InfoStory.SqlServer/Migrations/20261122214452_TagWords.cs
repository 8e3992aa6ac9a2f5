using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class TagWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TagWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    TagId = table.Column<long>(type: "bigint", nullable: false),
                    Stories = table.Column<int>(type: "int", nullable: false),
                    Weight = table.Column<double>(type: "float", nullable: false),
                    LearnedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TagWords", x => new { x.Word, x.TagId });
                    table.ForeignKey(
                        name: "FK_TagWords_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TagWords_TagId",
                table: "TagWords",
                column: "TagId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TagWords");
        }
    }
}
