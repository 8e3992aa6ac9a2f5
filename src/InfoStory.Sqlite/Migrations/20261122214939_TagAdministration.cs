using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TagAdministration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StoryTags_TagId",
                table: "StoryTags");

            migrationBuilder.DropIndex(
                name: "IX_CaseStudyTags_TagId",
                table: "CaseStudyTags");

            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Tags",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Tags",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SynonymLines",
                table: "Tags",
                type: "TEXT",
                maxLength: 3000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FormerSlugs",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    TagId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerSlugs", x => x.Slug);
                    table.ForeignKey(
                        name: "FK_FormerSlugs_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TagParts",
                columns: table => new
                {
                    TagId = table.Column<long>(type: "INTEGER", nullable: false),
                    PartId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TagParts", x => new { x.TagId, x.PartId });
                    table.ForeignKey(
                        name: "FK_TagParts_Tags_PartId",
                        column: x => x.PartId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TagParts_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 100L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 101L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 102L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 103L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 104L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 105L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 106L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 107L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 108L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 109L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 110L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 111L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 112L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 113L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 114L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 115L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 116L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 117L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 118L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 200L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 201L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 202L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 203L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 204L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 205L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 206L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 207L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 208L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 209L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 210L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 211L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 212L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 213L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 214L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 215L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 216L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 300L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 301L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 302L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 303L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 304L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 305L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 400L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 500L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 501L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 502L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 503L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 600L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 601L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 602L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 603L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 700L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 701L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 800L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 801L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 802L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 900L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 901L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 902L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 903L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 904L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 905L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 906L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 907L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 908L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 909L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 910L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 911L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1000L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1001L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1002L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1003L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1004L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1005L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1006L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1007L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1008L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1009L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1010L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1011L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1012L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1013L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1014L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1015L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1016L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1017L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1018L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1019L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1020L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1100L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1101L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1102L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1103L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1104L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1105L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1106L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1107L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1200L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1201L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1202L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1203L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1300L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1301L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1302L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1303L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.UpdateData(
                table: "Tags",
                keyColumn: "Id",
                keyValue: 1304L,
                columns: new[] { "MergedIntoId", "SynonymLines" },
                values: new object[] { null, null });

            migrationBuilder.CreateIndex(
                name: "IX_Tags_MergedIntoId",
                table: "Tags",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_StoryTags_TagId_StoryId",
                table: "StoryTags",
                columns: new[] { "TagId", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudyTags_TagId_CaseStudyId",
                table: "CaseStudyTags",
                columns: new[] { "TagId", "CaseStudyId" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_TagId",
                table: "FormerSlugs",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_TagParts_PartId",
                table: "TagParts",
                column: "PartId");

            migrationBuilder.AddForeignKey(
                name: "FK_Tags_Tags_MergedIntoId",
                table: "Tags",
                column: "MergedIntoId",
                principalTable: "Tags",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Tags_Tags_MergedIntoId",
                table: "Tags");

            migrationBuilder.DropTable(
                name: "FormerSlugs");

            migrationBuilder.DropTable(
                name: "TagParts");

            migrationBuilder.DropIndex(
                name: "IX_Tags_MergedIntoId",
                table: "Tags");

            migrationBuilder.DropIndex(
                name: "IX_StoryTags_TagId_StoryId",
                table: "StoryTags");

            migrationBuilder.DropIndex(
                name: "IX_CaseStudyTags_TagId_CaseStudyId",
                table: "CaseStudyTags");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Tags");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Tags");

            migrationBuilder.DropColumn(
                name: "SynonymLines",
                table: "Tags");

            migrationBuilder.CreateIndex(
                name: "IX_StoryTags_TagId",
                table: "StoryTags",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudyTags_TagId",
                table: "CaseStudyTags",
                column: "TagId");
        }
    }
}
