using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sharing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ToldTitle",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Website",
                table: "Drafts");

            migrationBuilder.AddColumn<int>(
                name: "Months",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.DropColumn(
                name: "PolicyMakers",
                table: "Drafts");

            migrationBuilder.AddColumn<long>(
                name: "Missing_HeldById",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnteredBy",
                table: "Stories",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_Existed",
                table: "Stories",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Missing_HeldById",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_Needed",
                table: "Stories",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_ReasonGiven",
                table: "Stories",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_WouldHaveChanged",
                table: "Stories",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Safeguarding",
                table: "Stories",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "SignedOffWords",
                table: "Stories",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Suspicion",
                table: "Stories",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Turn",
                table: "Stories",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhenItHappened",
                table: "Stories",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhoNeedsToHear",
                table: "Stories",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "To",
                table: "Letters",
                type: "TEXT",
                maxLength: 256,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 256);

            migrationBuilder.AddColumn<string>(
                name: "ContactKey",
                table: "Letters",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Audiences",
                table: "Drafts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CampaignId",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandOffs",
                table: "Drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "InvitationId",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Drafts",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_Existed",
                table: "Drafts",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_Needed",
                table: "Drafts",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_ReasonGiven",
                table: "Drafts",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Missing_WouldHaveChanged",
                table: "Drafts",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SomeoneAtRisk",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "StartedAt",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "WhenItHappened",
                table: "Drafts",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhoNeedsToHear",
                table: "Drafts",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Prompts",
                table: "Campaigns",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            // A story that waits for its author waited for a sign-off: there were no questions before.
            migrationBuilder.Sql("UPDATE Stories SET Turn = 'SignOff' WHERE State = 'WithAuthor'");

            // A draft that is being written says again who may hear it: the question has changed.
            migrationBuilder.Sql("UPDATE Drafts SET HandOffs = '[]', StartedAt = ExpiresAt");

            migrationBuilder.CreateTable(
                name: "CampaignPlaces",
                columns: table => new
                {
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    PlaceId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignPlaces", x => new { x.CampaignId, x.PlaceId });
                    table.ForeignKey(
                        name: "FK_CampaignPlaces_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignPlaces_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", maxLength: 4000, nullable: false),
                    NoticeDueAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ErasedCounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ByAuthor = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stories = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasedCounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HandOffs",
                columns: table => new
                {
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ServiceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Waited = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ToldAgain = table.Column<bool>(type: "INTEGER", nullable: true),
                    Happened = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOffs", x => new { x.StoryId, x.Step });
                    table.ForeignKey(
                        name: "FK_HandOffs_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandOffs_Tags_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    PlaceId = table.Column<long>(type: "INTEGER", nullable: true),
                    ServiceId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Shared = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Tags_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromAuthor = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Messages_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Missing_HeldById",
                table: "Stories",
                column: "Missing_HeldById");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_CampaignId",
                table: "Drafts",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_InvitationId",
                table: "Drafts",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Missing_HeldById",
                table: "Drafts",
                column: "Missing_HeldById");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlaces_PlaceId",
                table: "CampaignPlaces",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Key",
                table: "Contacts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_NoticeDueAt",
                table: "Contacts",
                column: "NoticeDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_ErasedCounts_Month_State_ByAuthor",
                table: "ErasedCounts",
                columns: new[] { "Month", "State", "ByAuthor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_ServiceId",
                table: "HandOffs",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CampaignId",
                table: "Invitations",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Code",
                table: "Invitations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_PlaceId",
                table: "Invitations",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_ServiceId",
                table: "Invitations",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_StoryId",
                table: "Messages",
                column: "StoryId");

            migrationBuilder.AddForeignKey(
                name: "FK_Drafts_Campaigns_CampaignId",
                table: "Drafts",
                column: "CampaignId",
                principalTable: "Campaigns",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Drafts_Invitations_InvitationId",
                table: "Drafts",
                column: "InvitationId",
                principalTable: "Invitations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Drafts_Tags_Missing_HeldById",
                table: "Drafts",
                column: "Missing_HeldById",
                principalTable: "Tags",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Stories_Tags_Missing_HeldById",
                table: "Stories",
                column: "Missing_HeldById",
                principalTable: "Tags",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Drafts_Campaigns_CampaignId",
                table: "Drafts");

            migrationBuilder.DropForeignKey(
                name: "FK_Drafts_Invitations_InvitationId",
                table: "Drafts");

            migrationBuilder.DropForeignKey(
                name: "FK_Drafts_Tags_Missing_HeldById",
                table: "Drafts");

            migrationBuilder.DropForeignKey(
                name: "FK_Stories_Tags_Missing_HeldById",
                table: "Stories");

            migrationBuilder.DropTable(
                name: "CampaignPlaces");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "ErasedCounts");

            migrationBuilder.DropTable(
                name: "HandOffs");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Stories_Missing_HeldById",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_CampaignId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_InvitationId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_Missing_HeldById",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Missing_Existed",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Missing_HeldById",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Missing_Needed",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Missing_ReasonGiven",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Missing_WouldHaveChanged",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Safeguarding",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "SignedOffWords",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Suspicion",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "WhenItHappened",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "WhoNeedsToHear",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ContactKey",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Audiences",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "CampaignId",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "HandOffs",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "InvitationId",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Missing_Existed",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Missing_Needed",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Missing_ReasonGiven",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Missing_WouldHaveChanged",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "SomeoneAtRisk",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "StartedAt",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "WhenItHappened",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "WhoNeedsToHear",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Prompts",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "Months",
                table: "Drafts");

            migrationBuilder.AddColumn<bool>(
                name: "Website",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.DropColumn(
                name: "Missing_HeldById",
                table: "Drafts");

            migrationBuilder.AddColumn<bool>(
                name: "PolicyMakers",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ToldTitle",
                table: "Stories",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "To",
                table: "Letters",
                type: "TEXT",
                maxLength: 256,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 256,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "Drafts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);
        }
    }
}
