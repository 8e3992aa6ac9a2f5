using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Organisations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AuthorityOfId",
                table: "Organisations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FoldedName",
                table: "Organisations",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoldedNames",
                table: "Organisations",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsMerged",
                table: "Organisations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_AuthorityOfId",
                table: "Organisations",
                column: "AuthorityOfId",
                unique: true,
                filter: "[AuthorityOfId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_FoldedName_Id",
                table: "Organisations",
                columns: new[] { "FoldedName", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Organisations_Places_AuthorityOfId",
                table: "Organisations",
                column: "AuthorityOfId",
                principalTable: "Places",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Organisations_Places_AuthorityOfId",
                table: "Organisations");

            migrationBuilder.DropIndex(
                name: "IX_Organisations_AuthorityOfId",
                table: "Organisations");

            migrationBuilder.DropIndex(
                name: "IX_Organisations_FoldedName_Id",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "AuthorityOfId",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "FoldedName",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "FoldedNames",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "IsMerged",
                table: "Organisations");
        }
    }
}
