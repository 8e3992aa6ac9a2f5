using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TimesTold",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ServicesTold",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TimesTold",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording",
                table: "Drafts",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "CaseStudyStories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AskAgainAt",
                table: "CaseStudies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                table: "CaseStudies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedBy",
                table: "CaseStudies",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AskedById",
                table: "CaseStudies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedWhy",
                table: "CaseStudies",
                type: "TEXT",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedWords",
                table: "CaseStudies",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NotPublished",
                table: "CaseStudies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "CaseStudies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduledBy",
                table: "CaseStudies",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ScheduledById",
                table: "CaseStudies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_PublishAt",
                table: "CaseStudies",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_State_AskAgainAt",
                table: "CaseStudies",
                columns: new[] { "State", "AskAgainAt" });
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
