using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ShortAndCalm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ServicesTold",
                table: "Stories",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TimesTold",
                table: "Stories",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ServicesTold",
                table: "Drafts",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TimesTold",
                table: "Drafts",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording",
                table: "Drafts",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "CaseStudyStories",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AskAgainAt",
                table: "CaseStudies",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                table: "CaseStudies",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedBy",
                table: "CaseStudies",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AskedById",
                table: "CaseStudies",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedWhy",
                table: "CaseStudies",
                type: "nvarchar(max)",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedWords",
                table: "CaseStudies",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NotPublished",
                table: "CaseStudies",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "CaseStudies",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduledBy",
                table: "CaseStudies",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ScheduledById",
                table: "CaseStudies",
                type: "bigint",
                nullable: true);

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql("EXEC(N'CREATE INDEX [IX_CaseStudies_PublishAt] ON [CaseStudies] ([PublishAt])')");
            migrationBuilder.Sql("EXEC(N'CREATE INDEX [IX_CaseStudies_State_AskAgainAt] ON [CaseStudies] ([State], [AskAgainAt])')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_PublishAt",
                table: "CaseStudies");

            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_State_AskAgainAt",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "ServicesTold",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "TimesTold",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "ServicesTold",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "TimesTold",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Wording",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "CaseStudyStories");

            migrationBuilder.DropColumn(
                name: "AskAgainAt",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "AskedAt",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "AskedBy",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "AskedById",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "AskedWhy",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "AskedWords",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "NotPublished",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "ScheduledBy",
                table: "CaseStudies");

            migrationBuilder.DropColumn(
                name: "ScheduledById",
                table: "CaseStudies");
        }
    }
}
