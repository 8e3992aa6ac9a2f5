using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Barrier",
                table: "CaseStudies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Chains",
                table: "CaseStudies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Figures",
                table: "CaseStudies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "NamesChanged",
                table: "CaseStudies",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Partners",
                table: "CaseStudies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlaceAndNeed",
                table: "CaseStudies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Quotes",
                table: "CaseStudies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TakenDownWhy",
                table: "CaseStudies",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenDownWords",
                table: "CaseStudies",
                type: "TEXT",
                maxLength: 1600,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Barrier",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "Chains",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "Figures",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "NamesChanged",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "Partners",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "PlaceAndNeed",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "Quotes",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "TakenDownWhy",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "TakenDownWords",
                table: "CaseStudies");
        }
    }
}
