using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NothingLost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts");

            migrationBuilder.AddColumn<string>(
                name: "Page",
                table: "EditDrafts",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Answered",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "AddressIsChosen",
                table: "CaseStudies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Campaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "KeptForms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StaffId = table.Column<long>(type: "INTEGER", nullable: true),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: true),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptForms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptForms_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KeptForms_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UsedUp",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedUp", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId_Page",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId", "Page" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Weight_Answered_ExpiresAt",
                table: "Drafts",
                columns: new[] { "Weight", "Answered", "ExpiresAt" },
                descending: new[] { true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_KeptForms_At",
                table: "KeptForms",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_KeptForms_Key",
                table: "KeptForms",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptForms_StaffId",
                table: "KeptForms",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptForms_StoryId",
                table: "KeptForms",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_UsedUp_Hash",
                table: "UsedUp",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UsedUp_Until",
                table: "UsedUp",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptForms");

            migrationBuilder.DropTable(
                name: "UsedUp");

            migrationBuilder.DropIndex(
                name: "IX_EditDrafts_StoryId_StaffId_Page",
                table: "EditDrafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_Weight_Answered_ExpiresAt",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Page",
                table: "EditDrafts");

            migrationBuilder.DropColumn(
                name: "Answered",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "AddressIsChosen",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Campaigns");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId" },
                unique: true);
        }
    }
}
