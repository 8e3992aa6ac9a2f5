using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RunOnSqlServer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Contacts_Key",
                table: "Contacts");

            // A column cannot lose IDENTITY. The table is empty: SQL Server refused every row in which the program set the step.
            migrationBuilder.DropTable(
                name: "HandOffs");

            migrationBuilder.CreateTable(
                name: "HandOffs",
                columns: table => new
                {
                    Step = table.Column<int>(type: "int", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    Channel = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Waited = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ToldAgain = table.Column<bool>(type: "bit", nullable: true),
                    Happened = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_ServiceId",
                table: "HandOffs",
                column: "ServiceId");

            migrationBuilder.Sql(SearchIndexSql.Read("Stoplist.sql"), suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Key",
                table: "Contacts",
                column: "Key",
                unique: true);
        }
    }
}
