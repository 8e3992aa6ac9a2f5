using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AnswersAndDeliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldTo",
                table: "Subscribers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FixedAtLeast",
                table: "Promises",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResponderId",
                table: "KeptForms",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Briefings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Filter = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    From = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Readings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Contact = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Briefings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChangeQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answers = table.Column<int>(type: "int", nullable: false),
                    Messages = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeQuestions_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Recipient = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LetterId = table.Column<long>(type: "bigint", nullable: true),
                    CalledBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LinkId = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "DigestLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rhythm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    IsAutomatic = table.Column<bool>(type: "bit", nullable: false),
                    LookedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CoveredTo = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rhythm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    DroppedWhy = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Last = table.Column<long>(type: "bigint", nullable: false),
                    Letters = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FixedTaps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PromiseId = table.Column<long>(type: "bigint", nullable: false),
                    Made = table.Column<int>(type: "int", nullable: false),
                    Network = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FixedTaps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FixedTaps_Promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "Promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImpactCounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Figure = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    CorrectedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactCounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImpactMarks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Part = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Recalls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Why = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reached = table.Column<string>(type: "nvarchar(62)", maxLength: 62, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recalls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResponderNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AskId = table.Column<long>(type: "bigint", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    To = table.Column<string>(type: "nvarchar(960)", maxLength: 960, nullable: true),
                    ResponderId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponderNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResponderNotes_Asks_AskId",
                        column: x => x.AskId,
                        principalTable: "Asks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ResponderNotes_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Responses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    AskId = table.Column<long>(type: "bigint", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    IsOpen = table.Column<bool>(type: "bit", nullable: true),
                    Understood = table.Column<string>(type: "nvarchar(max)", maxLength: 16000, nullable: false),
                    WillDo = table.Column<string>(type: "nvarchar(max)", maxLength: 16000, nullable: false),
                    Whom = table.Column<string>(type: "nvarchar(2400)", maxLength: 2400, nullable: true),
                    Role = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false),
                    Change = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: true),
                    Whose = table.Column<string>(type: "nvarchar(640)", maxLength: 640, nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    ResponderId = table.Column<long>(type: "bigint", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnedWhy = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    ReturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LetterId = table.Column<long>(type: "bigint", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Responses_Asks_AskId",
                        column: x => x.AskId,
                        principalTable: "Asks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Responses_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Responses_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "BriefingCopies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BriefingId = table.Column<long>(type: "bigint", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: true),
                    GivenBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Given = table.Column<int>(type: "int", nullable: false),
                    CalledBackAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BriefingCopies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BriefingCopies_Briefings_BriefingId",
                        column: x => x.BriefingId,
                        principalTable: "Briefings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BriefingPicks",
                columns: table => new
                {
                    BriefingId = table.Column<long>(type: "bigint", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BriefingPicks", x => new { x.BriefingId, x.CaseStudyId });
                    table.ForeignKey(
                        name: "FK_BriefingPicks_Briefings_BriefingId",
                        column: x => x.BriefingId,
                        principalTable: "Briefings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BriefingPicks_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BriefingQuotes",
                columns: table => new
                {
                    BriefingId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1920)", maxLength: 1920, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BriefingQuotes", x => new { x.BriefingId, x.Place });
                    table.ForeignKey(
                        name: "FK_BriefingQuotes_Briefings_BriefingId",
                        column: x => x.BriefingId,
                        principalTable: "Briefings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BriefingQuotes_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DigestItems",
                columns: table => new
                {
                    DigestId = table.Column<long>(type: "bigint", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    IsLeftOut = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestItems", x => new { x.DigestId, x.CaseStudyId });
                    table.ForeignKey(
                        name: "FK_DigestItems_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DigestItems_Digests_DigestId",
                        column: x => x.DigestId,
                        principalTable: "Digests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DigestLetters",
                columns: table => new
                {
                    LetterId = table.Column<long>(type: "bigint", nullable: false),
                    DigestId = table.Column<long>(type: "bigint", nullable: false),
                    SubscriberId = table.Column<long>(type: "bigint", nullable: false),
                    ToldTo = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestLetters", x => x.LetterId);
                    table.ForeignKey(
                        name: "FK_DigestLetters_Digests_DigestId",
                        column: x => x.DigestId,
                        principalTable: "Digests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DigestLetters_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResponseShingles",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    ResponseId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponseShingles", x => new { x.Key, x.ResponseId });
                    table.ForeignKey(
                        name: "FK_ResponseShingles_Responses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "Responses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "DigestLists",
                columns: new[] { "Id", "Audience", "CoveredTo", "IsAutomatic", "LookedAt", "Revision", "Rhythm" },
                values: new object[,]
                {
                    { 1L, "PolicyMaker", null, false, null, 0, "AtOnce" },
                    { 2L, "PolicyMaker", null, false, null, 0, "Weekly" },
                    { 3L, "PolicyMaker", null, false, null, 0, "Monthly" },
                    { 4L, "Provider", null, false, null, 0, "AtOnce" },
                    { 5L, "Provider", null, false, null, 0, "Weekly" },
                    { 6L, "Provider", null, false, null, 0, "Monthly" },
                    { 7L, "Practitioner", null, false, null, 0, "AtOnce" },
                    { 8L, "Practitioner", null, false, null, 0, "Weekly" },
                    { 9L, "Practitioner", null, false, null, 0, "Monthly" },
                    { 10L, "Press", null, false, null, 0, "AtOnce" },
                    { 11L, "Press", null, false, null, 0, "Weekly" },
                    { 12L, "Press", null, false, null, 0, "Monthly" },
                    { 13L, "Public", null, false, null, 0, "AtOnce" },
                    { 14L, "Public", null, false, null, 0, "Weekly" },
                    { 15L, "Public", null, false, null, 0, "Monthly" }
                });

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_Stories_ReceivedAt_State] ON [Stories] "
                + "([ReceivedAt], [State])')");

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_PromiseEvents_Kind_At] ON [PromiseEvents] "
                + "([Kind], [At])')");

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_KeptForms_ResponderId] ON [KeptForms] "
                + "([ResponderId])')");

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_CaseStudies_FirstPublishedAt] ON [CaseStudies] "
                + "([FirstPublishedAt])')");

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_Asks_PutAt] ON [Asks] "
                + "([PutAt])')");

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_AskEvents_Kind_At] ON [AskEvents] "
                + "([Kind], [At])')");

            migrationBuilder.CreateIndex(
                name: "IX_BriefingCopies_BriefingId",
                table: "BriefingCopies",
                column: "BriefingId");

            migrationBuilder.CreateIndex(
                name: "IX_BriefingCopies_EndsAt",
                table: "BriefingCopies",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_BriefingPicks_CaseStudyId",
                table: "BriefingPicks",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_BriefingQuotes_CaseStudyId",
                table: "BriefingQuotes",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_Briefings_UpdatedAt_Id",
                table: "Briefings",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeQuestions_Answer_AnsweredAt",
                table: "ChangeQuestions",
                columns: new[] { "Answer", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeQuestions_AskedAt",
                table: "ChangeQuestions",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeQuestions_StoryId",
                table: "ChangeQuestions",
                column: "StoryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CalledBackAt",
                table: "Deliveries",
                column: "CalledBackAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CaseStudyId_Audience_SentAt",
                table: "Deliveries",
                columns: new[] { "CaseStudyId", "Audience", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CaseStudyId_Recipient",
                table: "Deliveries",
                columns: new[] { "CaseStudyId", "Recipient" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_LetterId",
                table: "Deliveries",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_LinkId",
                table: "Deliveries",
                column: "LinkId");

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_CaseStudyId",
                table: "DigestItems",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_DigestLetters_DigestId",
                table: "DigestLetters",
                column: "DigestId");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_State_Id",
                table: "Digests",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FixedTaps_PromiseId_Made_Network",
                table: "FixedTaps",
                columns: new[] { "PromiseId", "Made", "Network" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactCounts_Month_Figure",
                table: "ImpactCounts",
                columns: new[] { "Month", "Figure" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImpactMarks_From",
                table: "ImpactMarks",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactMarks_Part_Month_From",
                table: "ImpactMarks",
                columns: new[] { "Part", "Month", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Recalls_DoneAt_Id",
                table: "Recalls",
                columns: new[] { "DoneAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResponderNotes_AskId",
                table: "ResponderNotes",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_ResponderNotes_CaseStudyId",
                table: "ResponderNotes",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_AskId_IsOpen",
                table: "Responses",
                columns: new[] { "AskId", "IsOpen" },
                unique: true,
                filter: "[IsOpen] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_CaseStudyId_State",
                table: "Responses",
                columns: new[] { "CaseStudyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_LetterId",
                table: "Responses",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_State_SentAt_Id",
                table: "Responses",
                columns: new[] { "State", "SentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResponseShingles_ResponseId",
                table: "ResponseShingles",
                column: "ResponseId");

            migrationBuilder.AddForeignKey(
                name: "FK_KeptForms_Responders_ResponderId",
                table: "KeptForms",
                column: "ResponderId",
                principalTable: "Responders",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_KeptForms_Responders_ResponderId",
                table: "KeptForms");

            migrationBuilder.DropTable(
                name: "BriefingCopies");

            migrationBuilder.DropTable(
                name: "BriefingPicks");

            migrationBuilder.DropTable(
                name: "BriefingQuotes");

            migrationBuilder.DropTable(
                name: "ChangeQuestions");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "DigestItems");

            migrationBuilder.DropTable(
                name: "DigestLetters");

            migrationBuilder.DropTable(
                name: "DigestLists");

            migrationBuilder.DropTable(
                name: "FixedTaps");

            migrationBuilder.DropTable(
                name: "ImpactCounts");

            migrationBuilder.DropTable(
                name: "ImpactMarks");

            migrationBuilder.DropTable(
                name: "Recalls");

            migrationBuilder.DropTable(
                name: "ResponderNotes");

            migrationBuilder.DropTable(
                name: "ResponseShingles");

            migrationBuilder.DropTable(
                name: "Briefings");

            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropTable(
                name: "Responses");

            migrationBuilder.DropIndex(
                name: "IX_Stories_ReceivedAt_State",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_PromiseEvents_Kind_At",
                table: "PromiseEvents");

            migrationBuilder.DropIndex(
                name: "IX_KeptForms_ResponderId",
                table: "KeptForms");

            migrationBuilder.DropIndex(
                name: "IX_CaseStudies_FirstPublishedAt",
                table: "CaseStudies");

            migrationBuilder.DropIndex(
                name: "IX_Asks_PutAt",
                table: "Asks");

            migrationBuilder.DropIndex(
                name: "IX_AskEvents_Kind_At",
                table: "AskEvents");

            migrationBuilder.DropColumn(
                name: "ToldTo",
                table: "Subscribers");

            migrationBuilder.DropColumn(
                name: "FixedAtLeast",
                table: "Promises");

            migrationBuilder.DropColumn(
                name: "ResponderId",
                table: "KeptForms");
        }
    }
}
