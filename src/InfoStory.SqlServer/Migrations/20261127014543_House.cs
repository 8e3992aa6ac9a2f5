using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class House : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.Sql("INSERT INTO DataProtectionKeys (FriendlyName, Xml) SELECT SUBSTRING(Name, 5, 100), Value FROM Secrets WHERE Name LIKE 'key:%' ORDER BY Id;");
            migrationBuilder.Sql("DELETE FROM Secrets WHERE Name LIKE 'key:%';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("INSERT INTO Secrets (Name, Value) SELECT CONCAT(N'key:', FriendlyName), Xml FROM DataProtectionKeys ORDER BY Id;");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");
        }
    }
}
