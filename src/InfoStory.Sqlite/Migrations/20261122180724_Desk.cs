using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Stories_State_ReceivedAt_Id",
                table: "Stories");

            migrationBuilder.AddColumn<string>(
                name: "ContentNotes",
                table: "Stories",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTime>(
                name: "OwedSince",
                table: "Stories",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Waits",
                table: "Stories",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE Stories SET OwedSince = ReceivedAt, Waits = CASE State WHEN 'Received' THEN 'ForSomeone' WHEN 'InReview' THEN 'ForHolder' WHEN 'WithAuthor' THEN 'ForAuthor' WHEN 'Ready' THEN 'ForPublisher' WHEN 'OnHold' THEN 'ForLead' ELSE 'ForNobody' END");

            migrationBuilder.CreateTable(
                name: "BulkActs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StaffId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stories = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EditDrafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<long>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EditDrafts_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EditDrafts_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_ClaimedById_Waits_OwedSince_Id",
                table: "Stories",
                columns: new[] { "ClaimedById", "Waits", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_State_OwedSince_Id",
                table: "Stories",
                columns: new[] { "State", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_CampaignId_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "CampaignId", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_Channel_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "Channel", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_Kind_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "Kind", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_PlaceId_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "PlaceId", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_ServiceId_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "ServiceId", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkActs_At",
                table: "BulkActs",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_At",
                table: "EditDrafts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StaffId",
                table: "EditDrafts",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BulkActs");

            migrationBuilder.DropTable(
                name: "EditDrafts");

            migrationBuilder.DropIndex(
                name: "IX_Stories_ClaimedById_Waits_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_State_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_Waits_CampaignId_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_Waits_Channel_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_Waits_Kind_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_Waits_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_Waits_PlaceId_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_Waits_ServiceId_OwedSince_Id",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ContentNotes",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "OwedSince",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Waits",
                table: "Stories");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_State_ReceivedAt_Id",
                table: "Stories",
                columns: new[] { "State", "ReceivedAt", "Id" });
        }
    }
}
