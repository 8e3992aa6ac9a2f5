using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Responders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ResponderInvitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponderInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResponderInvitations_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Responders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 640, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSignedInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LinkVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResponderSeats",
                columns: table => new
                {
                    ResponderId = table.Column<long>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponderSeats", x => new { x.ResponderId, x.OrganisationId });
                    table.ForeignKey(
                        name: "FK_ResponderSeats_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResponderSeats_Responders_ResponderId",
                        column: x => x.ResponderId,
                        principalTable: "Responders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResponderSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ResponderId = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponderSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResponderSessions_Responders_ResponderId",
                        column: x => x.ResponderId,
                        principalTable: "Responders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ResponderInvitations_MadeAt",
                table: "ResponderInvitations",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_ResponderInvitations_OrganisationId_UsedAt",
                table: "ResponderInvitations",
                columns: new[] { "OrganisationId", "UsedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Responders_Email",
                table: "Responders",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResponderSeats_OrganisationId_ResponderId",
                table: "ResponderSeats",
                columns: new[] { "OrganisationId", "ResponderId" });

            migrationBuilder.CreateIndex(
                name: "IX_ResponderSessions_KeyHash",
                table: "ResponderSessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResponderSessions_ResponderId",
                table: "ResponderSessions",
                column: "ResponderId");

            migrationBuilder.CreateIndex(
                name: "IX_ResponderSessions_UsedAt",
                table: "ResponderSessions",
                column: "UsedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ResponderInvitations");

            migrationBuilder.DropTable(
                name: "ResponderSeats");

            migrationBuilder.DropTable(
                name: "ResponderSessions");

            migrationBuilder.DropTable(
                name: "Responders");
        }
    }
}
