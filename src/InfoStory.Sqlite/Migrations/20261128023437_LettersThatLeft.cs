using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LettersThatLeft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LeftAt",
                table: "AskEvents",
                type: "TEXT",
                nullable: true);
            // What was written before, and waits no more, has left as far as anybody knows.
            migrationBuilder.Sql("UPDATE AskEvents SET LeftAt = At WHERE SentTo IS NOT NULL AND LetterId IS NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "AskEvents");
        }
    }
}
