using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.Sql("INSERT INTO DataProtectionKeys (FriendlyName, Xml) SELECT substr(Name, 5), Value FROM Secrets WHERE Name LIKE 'key:%' ORDER BY Id;");
            migrationBuilder.Sql("DELETE FROM Secrets WHERE Name LIKE 'key:%';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("INSERT INTO Secrets (Name, Value) SELECT 'key:' || FriendlyName, Xml FROM DataProtectionKeys ORDER BY Id;");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");
        }
    }
}
