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
        }
    }
}
