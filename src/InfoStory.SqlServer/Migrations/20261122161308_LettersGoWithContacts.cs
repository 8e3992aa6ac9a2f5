using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LettersGoWithContacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddUniqueConstraint(
                name: "AK_Contacts_Key",
                table: "Contacts",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ContactKey",
                table: "Letters",
                column: "ContactKey");

            migrationBuilder.AddForeignKey(
                name: "FK_Letters_Contacts_ContactKey",
                table: "Letters",
                column: "ContactKey",
                principalTable: "Contacts",
                principalColumn: "Key",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Letters_Contacts_ContactKey",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_ContactKey",
                table: "Letters");

            migrationBuilder.DropUniqueConstraint(
                name: "AK_Contacts_Key",
                table: "Contacts");
        }
    }
}
