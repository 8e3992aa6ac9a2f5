using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FromStoryToChange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_NextTryAt",
                table: "Letters");

            migrationBuilder.AddColumn<DateTime>(
                name: "ExpiresAt",
                table: "Letters",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "GivenUpAt",
                table: "Letters",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "Letters",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ListId",
                table: "Letters",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reason",
                table: "Letters",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Token",
                table: "Letters",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Unsubscribe",
                table: "Letters",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsAnswered",
                table: "CaseStudies",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "HereTooTaps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    Role = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HereTooTaps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HereTooTaps_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HereTooTaps_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterPace",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Minute = table.Column<long>(type: "bigint", nullable: false),
                    Taken = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterPace", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(960)", maxLength: 960, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    OtherNames = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FoldedName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    FoldedNames = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Mailbox = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ParentId = table.Column<long>(type: "bigint", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SuccessorId = table.Column<long>(type: "bigint", nullable: true),
                    IsMerged = table.Column<bool>(type: "bit", nullable: false),
                    AuthorityOfId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Organisations_Organisations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organisations_Organisations_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organisations_Places_AuthorityOfId",
                        column: x => x.AuthorityOfId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Organisations_Tags_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Responders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(640)", maxLength: 640, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSignedInAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LinkVersion = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responders", x => x.Id);
                });

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
                    Mailbox = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
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
                name: "Asks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    PutById = table.Column<long>(type: "bigint", nullable: true),
                    PutBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    PutAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PassedFromId = table.Column<long>(type: "bigint", nullable: true),
                    Passed = table.Column<int>(type: "int", nullable: false),
                    IsOpen = table.Column<bool>(type: "bit", nullable: true),
                    ResumesAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OverAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LetterAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Asks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Asks_Asks_PassedFromId",
                        column: x => x.PassedFromId,
                        principalTable: "Asks",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Asks_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Asks_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationPlaces",
                columns: table => new
                {
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    PlaceId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationPlaces", x => new { x.OrganisationId, x.PlaceId });
                    table.ForeignKey(
                        name: "FK_OrganisationPlaces_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OrganisationPlaces_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Promises",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(640)", maxLength: 640, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextLetterAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AskAuthorsAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Promises", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Promises_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Promises_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResponderInvitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                name: "ResponderSeats",
                columns: table => new
                {
                    ResponderId = table.Column<long>(type: "bigint", nullable: false),
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ResponderId = table.Column<long>(type: "bigint", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "AskEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AskId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    WhyExtended = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    WhyCorrected = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    OtherId = table.Column<long>(type: "bigint", nullable: true),
                    SentTo = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    LetterId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AskEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AskEvents_Asks_AskId",
                        column: x => x.AskId,
                        principalTable: "Asks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AskEvents_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_AskEvents_Organisations_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PromiseEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PromiseId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    StoryId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromiseEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromiseEvents_Promises_PromiseId",
                        column: x => x.PromiseId,
                        principalTable: "Promises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PromiseEvents_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "LetterPace",
                columns: new[] { "Id", "Minute", "Taken" },
                values: new object[] { 1L, 0L, 0 });

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_Letters_GivenUpAt_Lane_Tries_NextTryAt_WrittenAt] ON [Letters] "
                + "([GivenUpAt], [Lane], [Tries], [NextTryAt], [WrittenAt])')");

            // Columns that are new in this batch: they are read only when the statement runs.
            migrationBuilder.Sql(
                "EXEC(N'CREATE INDEX [IX_Letters_Subject] ON [Letters] "
                + "([Subject])')");

            migrationBuilder.CreateIndex(
                name: "IX_AskEvents_AskId",
                table: "AskEvents",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_AskEvents_LetterId",
                table: "AskEvents",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_AskEvents_OtherId",
                table: "AskEvents",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_CaseStudyId_OrganisationId_IsOpen",
                table: "Asks",
                columns: new[] { "CaseStudyId", "OrganisationId", "IsOpen" },
                unique: true,
                filter: "[IsOpen] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_LetterAt",
                table: "Asks",
                column: "LetterAt");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_OrganisationId_PutAt_Id",
                table: "Asks",
                columns: new[] { "OrganisationId", "PutAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_OverAt_Id",
                table: "Asks",
                columns: new[] { "OverAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_PassedFromId",
                table: "Asks",
                column: "PassedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_ResumesAt",
                table: "Asks",
                column: "ResumesAt");

            migrationBuilder.CreateIndex(
                name: "IX_HereTooTaps_CaseStudyId_PlaceId_Role",
                table: "HereTooTaps",
                columns: new[] { "CaseStudyId", "PlaceId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_HereTooTaps_PlaceId",
                table: "HereTooTaps",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationPlaces_PlaceId_OrganisationId",
                table: "OrganisationPlaces",
                columns: new[] { "PlaceId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_AuthorityOfId",
                table: "Organisations",
                column: "AuthorityOfId",
                unique: true,
                filter: "[AuthorityOfId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_FoldedName_Id",
                table: "Organisations",
                columns: new[] { "FoldedName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_ParentId",
                table: "Organisations",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_ServiceId",
                table: "Organisations",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Slug",
                table: "Organisations",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_SuccessorId",
                table: "Organisations",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_PromiseEvents_PromiseId",
                table: "PromiseEvents",
                column: "PromiseId");

            migrationBuilder.CreateIndex(
                name: "IX_PromiseEvents_StoryId",
                table: "PromiseEvents",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_AskAuthorsAt",
                table: "Promises",
                column: "AskAuthorsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_CaseStudyId",
                table: "Promises",
                column: "CaseStudyId");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_ChangedAt_Id",
                table: "Promises",
                columns: new[] { "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Promises_NextLetterAt",
                table: "Promises",
                column: "NextLetterAt");

            migrationBuilder.CreateIndex(
                name: "IX_Promises_OrganisationId_ChangedAt_Id",
                table: "Promises",
                columns: new[] { "OrganisationId", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Promises_Outcome_ChangedAt_Id",
                table: "Promises",
                columns: new[] { "Outcome", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Promises_Outcome_DueAt_Id",
                table: "Promises",
                columns: new[] { "Outcome", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Promises_Slug",
                table: "Promises",
                column: "Slug",
                unique: true);

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
                name: "IX_Suppressions_Mailbox",
                table: "Suppressions",
                column: "Mailbox");

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
                name: "AskEvents");

            migrationBuilder.DropTable(
                name: "HereTooTaps");

            migrationBuilder.DropTable(
                name: "LetterPace");

            migrationBuilder.DropTable(
                name: "OrganisationPlaces");

            migrationBuilder.DropTable(
                name: "PromiseEvents");

            migrationBuilder.DropTable(
                name: "ResponderInvitations");

            migrationBuilder.DropTable(
                name: "ResponderSeats");

            migrationBuilder.DropTable(
                name: "ResponderSessions");

            migrationBuilder.DropTable(
                name: "Subscribers");

            migrationBuilder.DropTable(
                name: "Suppressions");

            migrationBuilder.DropTable(
                name: "TypedAddresses");

            migrationBuilder.DropTable(
                name: "Asks");

            migrationBuilder.DropTable(
                name: "Promises");

            migrationBuilder.DropTable(
                name: "Responders");

            migrationBuilder.DropTable(
                name: "SubscriberImports");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropIndex(
                name: "IX_Letters_GivenUpAt_Lane_Tries_NextTryAt_WrittenAt",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Subject",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ExpiresAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "GivenUpAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ListId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Token",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Unsubscribe",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "IsAnswered",
                table: "CaseStudies");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_NextTryAt",
                table: "Letters",
                column: "NextTryAt");
        }
    }
}
