using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Criticality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Criticality",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NoticeGivenAt",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScoredBy",
                table: "Stories",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ScoredById",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SecondedAt",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondedBy",
                table: "Stories",
                type: "TEXT",
                maxLength: 256,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
