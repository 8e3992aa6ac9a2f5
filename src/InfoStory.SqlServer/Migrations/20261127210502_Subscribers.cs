using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Subscribers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SubscriberImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Basis = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StaffId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubscriberImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Suppressions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AddressKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppressions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TypedAddresses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Mailbox = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TypedAddresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Subscribers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    AddressKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Sealed = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: true),
                    NextKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    NextSealed = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: true),
                    NextAskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rhythm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Interests = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Wording = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ImportId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    AddressVersion = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscribers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Subscribers_SubscriberImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "SubscriberImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_AddressKey",
                table: "Subscribers",
                column: "AddressKey",
                unique: true,
                filter: "[AddressKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_ImportId",
                table: "Subscribers",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_State_AskedAt",
                table: "Subscribers",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_State_Audience_Rhythm_Id",
                table: "Subscribers",
                columns: new[] { "State", "Audience", "Rhythm", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_AddressKey",
                table: "Suppressions",
                column: "AddressKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TypedAddresses_At",
                table: "TypedAddresses",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_TypedAddresses_Mailbox_At",
                table: "TypedAddresses",
                columns: new[] { "Mailbox", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Subscribers");

            migrationBuilder.DropTable(
                name: "Suppressions");

            migrationBuilder.DropTable(
                name: "TypedAddresses");

            migrationBuilder.DropTable(
                name: "SubscriberImports");
        }
    }
}
