using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
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
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Chains",
                table: "CaseStudies",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Figures",
                table: "CaseStudies",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "NamesChanged",
                table: "CaseStudies",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Partners",
                table: "CaseStudies",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlaceAndNeed",
                table: "CaseStudies",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Quotes",
                table: "CaseStudies",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TakenDownWhy",
                table: "CaseStudies",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenDownWords",
                table: "CaseStudies",
                type: "nvarchar(1600)",
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
