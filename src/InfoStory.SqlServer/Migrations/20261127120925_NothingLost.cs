using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
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

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "ProposedSwitches",
                type: "nvarchar(960)",
                maxLength: 960,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(120)",
                oldMaxLength: 120);

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "History",
                type: "nvarchar(1200)",
                maxLength: 1200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Page",
                table: "EditDrafts",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Answered",
                table: "Drafts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Drafts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "Drafts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "AddressIsChosen",
                table: "CaseStudies",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "Hashtag",
                table: "Campaigns",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(50)",
                oldMaxLength: 50);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Campaigns",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "KeptForms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    StaffId = table.Column<long>(type: "bigint", nullable: true),
                    StoryId = table.Column<long>(type: "bigint", nullable: true),
                    Words = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedUp", x => x.Id);
                });

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql("EXEC(N'CREATE UNIQUE INDEX [IX_EditDrafts_StoryId_StaffId_Page] ON [EditDrafts] ([StoryId], [StaffId], [Page])')");
            migrationBuilder.Sql("EXEC(N'CREATE INDEX [IX_Drafts_Weight_Answered_ExpiresAt] ON [Drafts] ([Weight] DESC, [Answered], [ExpiresAt])')");

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

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "ProposedSwitches",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(960)",
                oldMaxLength: 960);

            migrationBuilder.AlterColumn<string>(
                name: "Why",
                table: "History",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(1200)",
                oldMaxLength: 1200,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Hashtag",
                table: "Campaigns",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(400)",
                oldMaxLength: 400);

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId" },
                unique: true);
        }
    }
}
