using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FoldedName",
                table: "Organisations",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoldedNames",
                table: "Organisations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsMerged",
                table: "Organisations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_AuthorityOfId",
                table: "Organisations",
                column: "AuthorityOfId",
                unique: true);

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
