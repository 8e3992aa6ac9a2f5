using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace InfoStory.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Hashtag = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Editions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Act = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    StaffId = table.Column<long>(type: "bigint", nullable: true),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ParentId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Places_Places_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTexts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Secrets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Secrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Staff",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Roles = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Staff", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Facet = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Retired = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tags", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffClaims_Staff_UserId",
                        column: x => x.UserId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_StaffLogins_Staff_UserId",
                        column: x => x.UserId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    StaffId = table.Column<long>(type: "bigint", nullable: false),
                    Stamp = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Ticket = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffSessions_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_StaffTokens_Staff_UserId",
                        column: x => x.UserId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseStudies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(92)", maxLength: 92, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TheStory = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WhatWasNotShared = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    WhatTheyDid = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    WhatChanged = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    NotYetFixed = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Learning = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    WhoIsTelling = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FirstPublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStudies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseStudies_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseStudies_Tags_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Told = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    WhoIsTelling = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    Website = table.Column<bool>(type: "bit", nullable: true),
                    PolicyMakers = table.Column<bool>(type: "bit", nullable: true),
                    SeeFirst = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drafts_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Drafts_Tags_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Stories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Told = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ToldTitle = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    WhoIsTelling = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Channel = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    SeeFirst = table.Column<bool>(type: "bit", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    PublicTitle = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    PublicText = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimedById = table.Column<long>(type: "bigint", nullable: true),
                    ClaimedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ClaimedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SignedOffAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SendKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Receipt_Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Receipt_Index = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Receipt_Salt = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stories_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stories_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stories_Tags_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseStudyTags",
                columns: table => new
                {
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    TagId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStudyTags", x => new { x.CaseStudyId, x.TagId });
                    table.ForeignKey(
                        name: "FK_CaseStudyTags_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseStudyTags_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseStudyStories",
                columns: table => new
                {
                    CaseStudyId = table.Column<long>(type: "bigint", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStudyStories", x => new { x.CaseStudyId, x.StoryId });
                    table.ForeignKey(
                        name: "FK_CaseStudyStories_CaseStudies_CaseStudyId",
                        column: x => x.CaseStudyId,
                        principalTable: "CaseStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseStudyStories_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Wording = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notes_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoryTags",
                columns: table => new
                {
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    TagId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryTags", x => new { x.StoryId, x.TagId });
                    table.ForeignKey(
                        name: "FK_StoryTags_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StoryTags_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Places",
                columns: new[] { "Id", "Kind", "Name", "ParentId", "Slug" },
                values: new object[,]
                {
                    { 1L, "Country", "England", null, "england" },
                    { 2L, "Country", "Wales", null, "wales" },
                    { 3L, "Country", "Scotland", null, "scotland" },
                    { 4L, "Country", "Northern Ireland", null, "northern-ireland" }
                });

            migrationBuilder.InsertData(
                table: "Tags",
                columns: new[] { "Id", "Facet", "Group", "Name", "Retired", "Slug" },
                values: new object[,]
                {
                    { 100L, "PolicyArea", null, "Early help", false, "early-help" },
                    { 101L, "PolicyArea", null, "Supporting (Troubled) Families", false, "supporting-troubled-families" },
                    { 102L, "PolicyArea", null, "Safeguarding children", false, "safeguarding-children" },
                    { 103L, "PolicyArea", null, "Safeguarding adults", false, "safeguarding-adults" },
                    { 104L, "PolicyArea", null, "Multi-agency safeguarding hub", false, "multi-agency-safeguarding-hub" },
                    { 105L, "PolicyArea", null, "Child sexual exploitation", false, "child-sexual-exploitation" },
                    { 106L, "PolicyArea", null, "Domestic abuse (MARAC)", false, "domestic-abuse-marac" },
                    { 107L, "PolicyArea", null, "Gangs and youth violence", false, "gangs-and-youth-violence" },
                    { 108L, "PolicyArea", null, "Re-offending", false, "re-offending" },
                    { 109L, "PolicyArea", null, "Policing and mental health", false, "policing-and-mental-health" },
                    { 110L, "PolicyArea", null, "Mental health crisis care", false, "mental-health-crisis-care" },
                    { 111L, "PolicyArea", null, "Health and social care integration", false, "health-and-social-care-integration" },
                    { 112L, "PolicyArea", null, "Hospital discharge", false, "hospital-discharge" },
                    { 113L, "PolicyArea", null, "Welfare reform and employment support", false, "welfare-reform-and-employment-support" },
                    { 114L, "PolicyArea", null, "Housing and homelessness", false, "housing-and-homelessness" },
                    { 115L, "PolicyArea", null, "Substance misuse", false, "substance-misuse" },
                    { 116L, "PolicyArea", null, "SEND and disabled children", false, "send-and-disabled-children" },
                    { 117L, "PolicyArea", null, "Digital and financial inclusion", false, "digital-and-financial-inclusion" },
                    { 118L, "PolicyArea", null, "Public service transformation", false, "public-service-transformation" },
                    { 200L, "HandOffProblem", null, "Who do I talk to?", false, "who-do-i-talk-to" },
                    { 201L, "HandOffProblem", null, "Repeating my story", false, "repeating-my-story" },
                    { 202L, "HandOffProblem", null, "Which service will help?", false, "which-service-will-help" },
                    { 203L, "HandOffProblem", null, "Left hanging, no call back", false, "left-hanging-no-call-back" },
                    { 204L, "HandOffProblem", null, "Passed back and forth", false, "passed-back-and-forth" },
                    { 205L, "HandOffProblem", null, "Referral lost or refused", false, "referral-lost-or-refused" },
                    { 206L, "HandOffProblem", null, "Threshold not met", false, "threshold-not-met" },
                    { 207L, "HandOffProblem", null, "Several key workers, no lead", false, "several-key-workers-no-lead" },
                    { 208L, "HandOffProblem", null, "Duplicate assessments", false, "duplicate-assessments" },
                    { 209L, "HandOffProblem", null, "Information arrived late", false, "information-arrived-late" },
                    { 210L, "HandOffProblem", null, "Information wrong or old", false, "information-wrong-or-old" },
                    { 211L, "HandOffProblem", null, "No feedback to the referrer", false, "no-feedback-to-the-referrer" },
                    { 212L, "HandOffProblem", null, "Told \"we can't share that\"", false, "told-we-cant-share-that" },
                    { 213L, "HandOffProblem", null, "System would not let us", false, "system-would-not-let-us" },
                    { 214L, "HandOffProblem", null, "Cross-border move", false, "cross-border-move" },
                    { 215L, "HandOffProblem", null, "Out-of-hours gap", false, "out-of-hours-gap" },
                    { 216L, "HandOffProblem", null, "Transition between services", false, "transition-between-services" },
                    { 300L, "Barrier", "Culture", "Personal risk", false, "personal-risk" },
                    { 301L, "Barrier", "Culture", "Trust", false, "trust" },
                    { 302L, "Barrier", "Culture", "Professional language", false, "professional-language" },
                    { 303L, "Barrier", "Culture", "Differing priorities", false, "differing-priorities" },
                    { 304L, "Barrier", "Culture", "Nobody's job", false, "nobodys-job" },
                    { 305L, "Barrier", "Culture", "Not asked the right question", false, "not-asked-the-right-question" },
                    { 400L, "Barrier", "Leadership", "Leadership", false, "leadership" },
                    { 500L, "Barrier", "Governance", "No agreement", false, "no-agreement" },
                    { 501L, "Barrier", "Governance", "Unclear lead", false, "unclear-lead" },
                    { 502L, "Barrier", "Governance", "Consent treated as the only gateway", false, "consent-treated-as-the-only-gateway" },
                    { 503L, "Barrier", "Governance", "Unclear thresholds", false, "unclear-thresholds" },
                    { 600L, "Barrier", "Technology", "No access", false, "no-access" },
                    { 601L, "Barrier", "Technology", "Separate systems", false, "separate-systems" },
                    { 602L, "Barrier", "Technology", "No secure channel", false, "no-secure-channel" },
                    { 603L, "Barrier", "Technology", "Data quality", false, "data-quality" },
                    { 700L, "Barrier", "Law", "Law, as perceived", false, "law-as-perceived" },
                    { 701L, "Barrier", "Law", "Law, in fact", false, "law-in-fact" },
                    { 800L, "Barrier", "Resource", "Time", false, "time" },
                    { 801L, "Barrier", "Resource", "Staff", false, "staff" },
                    { 802L, "Barrier", "Resource", "Training", false, "training" },
                    { 900L, "Enabler", null, "Co-location", false, "co-location" },
                    { 901L, "Enabler", null, "Single point of access", false, "single-point-of-access" },
                    { 902L, "Enabler", null, "Lead worker", false, "lead-worker" },
                    { 903L, "Enabler", null, "Shared care record", false, "shared-care-record" },
                    { 904L, "Enabler", null, "Joint duty or triage car", false, "joint-duty-or-triage-car" },
                    { 905L, "Enabler", null, "Multi-agency meeting", false, "multi-agency-meeting" },
                    { 906L, "Enabler", null, "Information sharing agreement", false, "information-sharing-agreement" },
                    { 907L, "Enabler", null, "Guided conversation", false, "guided-conversation" },
                    { 908L, "Enabler", null, "Joint induction or training", false, "joint-induction-or-training" },
                    { 909L, "Enabler", null, "Feedback to referrer", false, "feedback-to-referrer" },
                    { 910L, "Enabler", null, "Voluntary-sector link", false, "voluntary-sector-link" },
                    { 911L, "Enabler", null, "Consent at first contact", false, "consent-at-first-contact" },
                    { 1000L, "Service", null, "GP and primary care", false, "gp-and-primary-care" },
                    { 1001L, "Service", null, "Acute hospital and A&E", false, "acute-hospital-and-a-e" },
                    { 1002L, "Service", null, "Community health", false, "community-health" },
                    { 1003L, "Service", null, "Mental health", false, "mental-health" },
                    { 1004L, "Service", null, "Ambulance", false, "ambulance" },
                    { 1005L, "Service", null, "Children's social care", false, "childrens-social-care" },
                    { 1006L, "Service", null, "Adult social care", false, "adult-social-care" },
                    { 1007L, "Service", null, "School and education", false, "school-and-education" },
                    { 1008L, "Service", null, "Housing", false, "housing" },
                    { 1009L, "Service", null, "Council customer services", false, "council-customer-services" },
                    { 1010L, "Service", null, "Jobcentre Plus and DWP", false, "jobcentre-plus-and-dwp" },
                    { 1011L, "Service", null, "Police", false, "police" },
                    { 1012L, "Service", null, "Probation, prison and youth justice", false, "probation-prison-and-youth-justice" },
                    { 1013L, "Service", null, "Fire and rescue", false, "fire-and-rescue" },
                    { 1014L, "Service", null, "Public health", false, "public-health" },
                    { 1015L, "Service", null, "Drug and alcohol", false, "drug-and-alcohol" },
                    { 1016L, "Service", null, "Domestic abuse", false, "domestic-abuse" },
                    { 1017L, "Service", null, "Voluntary and community", false, "voluntary-and-community" },
                    { 1018L, "Service", null, "Environmental health and wardens", false, "environmental-health-and-wardens" },
                    { 1019L, "Service", null, "Central government", false, "central-government" },
                    { 1020L, "Service", null, "Other", false, "other" },
                    { 1100L, "Outcome", "Person", "Told it once", false, "told-it-once" },
                    { 1101L, "Outcome", "Person", "Right help sooner", false, "right-help-sooner" },
                    { 1102L, "Outcome", "Person", "Crisis avoided", false, "crisis-avoided" },
                    { 1103L, "Outcome", "Person", "Harm or distress", false, "harm-or-distress" },
                    { 1104L, "Outcome", "Person", "Delay", false, "delay" },
                    { 1105L, "Outcome", "Person", "Lost income, home or place", false, "lost-income-home-or-place" },
                    { 1106L, "Outcome", "Person", "Gave up", false, "gave-up" },
                    { 1107L, "Outcome", "Person", "Safer", false, "safer" },
                    { 1200L, "Outcome", "Staff", "Time saved", false, "time-saved" },
                    { 1201L, "Outcome", "Staff", "Confidence to share", false, "confidence-to-share" },
                    { 1202L, "Outcome", "Staff", "Duplicate work", false, "duplicate-work" },
                    { 1203L, "Outcome", "Staff", "Felt they let someone down", false, "felt-they-let-someone-down" },
                    { 1300L, "Outcome", "System", "Fewer emergency admissions", false, "fewer-emergency-admissions" },
                    { 1301L, "Outcome", "System", "Fewer detentions", false, "fewer-detentions" },
                    { 1302L, "Outcome", "System", "Fewer assessments", false, "fewer-assessments" },
                    { 1303L, "Outcome", "System", "Fewer repeat calls", false, "fewer-repeat-calls" },
                    { 1304L, "Outcome", "System", "Cost", false, "cost" }
                });

            migrationBuilder.InsertData(
                table: "Places",
                columns: new[] { "Id", "Kind", "Name", "ParentId", "Slug" },
                values: new object[,]
                {
                    { 11L, "Region", "North East", 1L, "north-east" },
                    { 12L, "Region", "North West", 1L, "north-west" },
                    { 13L, "Region", "Yorkshire and The Humber", 1L, "yorkshire-and-the-humber" },
                    { 14L, "Region", "East Midlands", 1L, "east-midlands" },
                    { 15L, "Region", "West Midlands", 1L, "west-midlands" },
                    { 16L, "Region", "East of England", 1L, "east-of-england" },
                    { 17L, "Region", "London", 1L, "london" },
                    { 18L, "Region", "South East", 1L, "south-east" },
                    { 19L, "Region", "South West", 1L, "south-west" },
                    { 200L, "Authority", "Blaenau Gwent", 2L, "blaenau-gwent" },
                    { 201L, "Authority", "Bridgend", 2L, "bridgend" },
                    { 202L, "Authority", "Caerphilly", 2L, "caerphilly" },
                    { 203L, "Authority", "Cardiff", 2L, "cardiff" },
                    { 204L, "Authority", "Carmarthenshire", 2L, "carmarthenshire" },
                    { 205L, "Authority", "Ceredigion", 2L, "ceredigion" },
                    { 206L, "Authority", "Conwy", 2L, "conwy" },
                    { 207L, "Authority", "Denbighshire", 2L, "denbighshire" },
                    { 208L, "Authority", "Flintshire", 2L, "flintshire" },
                    { 209L, "Authority", "Gwynedd", 2L, "gwynedd" },
                    { 210L, "Authority", "Isle of Anglesey", 2L, "isle-of-anglesey" },
                    { 211L, "Authority", "Merthyr Tydfil", 2L, "merthyr-tydfil" },
                    { 212L, "Authority", "Monmouthshire", 2L, "monmouthshire" },
                    { 213L, "Authority", "Neath Port Talbot", 2L, "neath-port-talbot" },
                    { 214L, "Authority", "Newport", 2L, "newport" },
                    { 215L, "Authority", "Pembrokeshire", 2L, "pembrokeshire" },
                    { 216L, "Authority", "Powys", 2L, "powys" },
                    { 217L, "Authority", "Rhondda Cynon Taf", 2L, "rhondda-cynon-taf" },
                    { 218L, "Authority", "Swansea", 2L, "swansea" },
                    { 219L, "Authority", "Torfaen", 2L, "torfaen" },
                    { 220L, "Authority", "Vale of Glamorgan", 2L, "vale-of-glamorgan" },
                    { 221L, "Authority", "Wrexham", 2L, "wrexham" },
                    { 300L, "Authority", "Aberdeen City", 3L, "aberdeen-city" },
                    { 301L, "Authority", "Aberdeenshire", 3L, "aberdeenshire" },
                    { 302L, "Authority", "Angus", 3L, "angus" },
                    { 303L, "Authority", "Argyll and Bute", 3L, "argyll-and-bute" },
                    { 304L, "Authority", "City of Edinburgh", 3L, "city-of-edinburgh" },
                    { 305L, "Authority", "Clackmannanshire", 3L, "clackmannanshire" },
                    { 306L, "Authority", "Dumfries and Galloway", 3L, "dumfries-and-galloway" },
                    { 307L, "Authority", "Dundee City", 3L, "dundee-city" },
                    { 308L, "Authority", "East Ayrshire", 3L, "east-ayrshire" },
                    { 309L, "Authority", "East Dunbartonshire", 3L, "east-dunbartonshire" },
                    { 310L, "Authority", "East Lothian", 3L, "east-lothian" },
                    { 311L, "Authority", "East Renfrewshire", 3L, "east-renfrewshire" },
                    { 312L, "Authority", "Falkirk", 3L, "falkirk" },
                    { 313L, "Authority", "Fife", 3L, "fife" },
                    { 314L, "Authority", "Glasgow City", 3L, "glasgow-city" },
                    { 315L, "Authority", "Highland", 3L, "highland" },
                    { 316L, "Authority", "Inverclyde", 3L, "inverclyde" },
                    { 317L, "Authority", "Midlothian", 3L, "midlothian" },
                    { 318L, "Authority", "Moray", 3L, "moray" },
                    { 319L, "Authority", "Na h-Eileanan Siar", 3L, "na-h-eileanan-siar" },
                    { 320L, "Authority", "North Ayrshire", 3L, "north-ayrshire" },
                    { 321L, "Authority", "North Lanarkshire", 3L, "north-lanarkshire" },
                    { 322L, "Authority", "Orkney Islands", 3L, "orkney-islands" },
                    { 323L, "Authority", "Perth and Kinross", 3L, "perth-and-kinross" },
                    { 324L, "Authority", "Renfrewshire", 3L, "renfrewshire" },
                    { 325L, "Authority", "Scottish Borders", 3L, "scottish-borders" },
                    { 326L, "Authority", "Shetland Islands", 3L, "shetland-islands" },
                    { 327L, "Authority", "South Ayrshire", 3L, "south-ayrshire" },
                    { 328L, "Authority", "South Lanarkshire", 3L, "south-lanarkshire" },
                    { 329L, "Authority", "Stirling", 3L, "stirling" },
                    { 330L, "Authority", "West Dunbartonshire", 3L, "west-dunbartonshire" },
                    { 331L, "Authority", "West Lothian", 3L, "west-lothian" },
                    { 400L, "Authority", "Antrim and Newtownabbey", 4L, "antrim-and-newtownabbey" },
                    { 401L, "Authority", "Ards and North Down", 4L, "ards-and-north-down" },
                    { 402L, "Authority", "Armagh City, Banbridge and Craigavon", 4L, "armagh-city-banbridge-and-craigavon" },
                    { 403L, "Authority", "Belfast", 4L, "belfast" },
                    { 404L, "Authority", "Causeway Coast and Glens", 4L, "causeway-coast-and-glens" },
                    { 405L, "Authority", "Derry City and Strabane", 4L, "derry-city-and-strabane" },
                    { 406L, "Authority", "Fermanagh and Omagh", 4L, "fermanagh-and-omagh" },
                    { 407L, "Authority", "Lisburn and Castlereagh", 4L, "lisburn-and-castlereagh" },
                    { 408L, "Authority", "Mid and East Antrim", 4L, "mid-and-east-antrim" },
                    { 409L, "Authority", "Mid Ulster", 4L, "mid-ulster" },
                    { 410L, "Authority", "Newry, Mourne and Down", 4L, "newry-mourne-and-down" },
                    { 1100L, "Authority", "County Durham", 11L, "county-durham" },
                    { 1101L, "Authority", "Darlington", 11L, "darlington" },
                    { 1102L, "Authority", "Gateshead", 11L, "gateshead" },
                    { 1103L, "Authority", "Hartlepool", 11L, "hartlepool" },
                    { 1104L, "Authority", "Middlesbrough", 11L, "middlesbrough" },
                    { 1105L, "Authority", "Newcastle upon Tyne", 11L, "newcastle-upon-tyne" },
                    { 1106L, "Authority", "North Tyneside", 11L, "north-tyneside" },
                    { 1107L, "Authority", "Northumberland", 11L, "northumberland" },
                    { 1108L, "Authority", "Redcar and Cleveland", 11L, "redcar-and-cleveland" },
                    { 1109L, "Authority", "South Tyneside", 11L, "south-tyneside" },
                    { 1110L, "Authority", "Stockton-on-Tees", 11L, "stockton-on-tees" },
                    { 1111L, "Authority", "Sunderland", 11L, "sunderland" },
                    { 1200L, "Authority", "Blackburn with Darwen", 12L, "blackburn-with-darwen" },
                    { 1201L, "Authority", "Blackpool", 12L, "blackpool" },
                    { 1202L, "Authority", "Bolton", 12L, "bolton" },
                    { 1203L, "Authority", "Bury", 12L, "bury" },
                    { 1204L, "Authority", "Cheshire East", 12L, "cheshire-east" },
                    { 1205L, "Authority", "Cheshire West and Chester", 12L, "cheshire-west-and-chester" },
                    { 1206L, "Authority", "Cumberland", 12L, "cumberland" },
                    { 1207L, "Authority", "Halton", 12L, "halton" },
                    { 1208L, "Authority", "Knowsley", 12L, "knowsley" },
                    { 1209L, "Authority", "Lancashire", 12L, "lancashire" },
                    { 1210L, "Authority", "Liverpool", 12L, "liverpool" },
                    { 1211L, "Authority", "Manchester", 12L, "manchester" },
                    { 1212L, "Authority", "Oldham", 12L, "oldham" },
                    { 1213L, "Authority", "Rochdale", 12L, "rochdale" },
                    { 1214L, "Authority", "Salford", 12L, "salford" },
                    { 1215L, "Authority", "Sefton", 12L, "sefton" },
                    { 1216L, "Authority", "St Helens", 12L, "st-helens" },
                    { 1217L, "Authority", "Stockport", 12L, "stockport" },
                    { 1218L, "Authority", "Tameside", 12L, "tameside" },
                    { 1219L, "Authority", "Trafford", 12L, "trafford" },
                    { 1220L, "Authority", "Warrington", 12L, "warrington" },
                    { 1221L, "Authority", "Westmorland and Furness", 12L, "westmorland-and-furness" },
                    { 1222L, "Authority", "Wigan", 12L, "wigan" },
                    { 1223L, "Authority", "Wirral", 12L, "wirral" },
                    { 1300L, "Authority", "Barnsley", 13L, "barnsley" },
                    { 1301L, "Authority", "Bradford", 13L, "bradford" },
                    { 1302L, "Authority", "Calderdale", 13L, "calderdale" },
                    { 1303L, "Authority", "Doncaster", 13L, "doncaster" },
                    { 1304L, "Authority", "East Riding of Yorkshire", 13L, "east-riding-of-yorkshire" },
                    { 1305L, "Authority", "Kingston upon Hull", 13L, "kingston-upon-hull" },
                    { 1306L, "Authority", "Kirklees", 13L, "kirklees" },
                    { 1307L, "Authority", "Leeds", 13L, "leeds" },
                    { 1308L, "Authority", "North East Lincolnshire", 13L, "north-east-lincolnshire" },
                    { 1309L, "Authority", "North Lincolnshire", 13L, "north-lincolnshire" },
                    { 1310L, "Authority", "North Yorkshire", 13L, "north-yorkshire" },
                    { 1311L, "Authority", "Rotherham", 13L, "rotherham" },
                    { 1312L, "Authority", "Sheffield", 13L, "sheffield" },
                    { 1313L, "Authority", "Wakefield", 13L, "wakefield" },
                    { 1314L, "Authority", "York", 13L, "york" },
                    { 1400L, "Authority", "Derby", 14L, "derby" },
                    { 1401L, "Authority", "Derbyshire", 14L, "derbyshire" },
                    { 1402L, "Authority", "Leicester", 14L, "leicester" },
                    { 1403L, "Authority", "Leicestershire", 14L, "leicestershire" },
                    { 1404L, "Authority", "Lincolnshire", 14L, "lincolnshire" },
                    { 1405L, "Authority", "North Northamptonshire", 14L, "north-northamptonshire" },
                    { 1406L, "Authority", "Nottingham", 14L, "nottingham" },
                    { 1407L, "Authority", "Nottinghamshire", 14L, "nottinghamshire" },
                    { 1408L, "Authority", "Rutland", 14L, "rutland" },
                    { 1409L, "Authority", "West Northamptonshire", 14L, "west-northamptonshire" },
                    { 1500L, "Authority", "Birmingham", 15L, "birmingham" },
                    { 1501L, "Authority", "Coventry", 15L, "coventry" },
                    { 1502L, "Authority", "Dudley", 15L, "dudley" },
                    { 1503L, "Authority", "Herefordshire", 15L, "herefordshire" },
                    { 1504L, "Authority", "Sandwell", 15L, "sandwell" },
                    { 1505L, "Authority", "Shropshire", 15L, "shropshire" },
                    { 1506L, "Authority", "Solihull", 15L, "solihull" },
                    { 1507L, "Authority", "Staffordshire", 15L, "staffordshire" },
                    { 1508L, "Authority", "Stoke-on-Trent", 15L, "stoke-on-trent" },
                    { 1509L, "Authority", "Telford and Wrekin", 15L, "telford-and-wrekin" },
                    { 1510L, "Authority", "Walsall", 15L, "walsall" },
                    { 1511L, "Authority", "Warwickshire", 15L, "warwickshire" },
                    { 1512L, "Authority", "Wolverhampton", 15L, "wolverhampton" },
                    { 1513L, "Authority", "Worcestershire", 15L, "worcestershire" },
                    { 1600L, "Authority", "Bedford", 16L, "bedford" },
                    { 1601L, "Authority", "Cambridgeshire", 16L, "cambridgeshire" },
                    { 1602L, "Authority", "Central Bedfordshire", 16L, "central-bedfordshire" },
                    { 1603L, "Authority", "Essex", 16L, "essex" },
                    { 1604L, "Authority", "Hertfordshire", 16L, "hertfordshire" },
                    { 1605L, "Authority", "Luton", 16L, "luton" },
                    { 1606L, "Authority", "Norfolk", 16L, "norfolk" },
                    { 1607L, "Authority", "Peterborough", 16L, "peterborough" },
                    { 1608L, "Authority", "Southend-on-Sea", 16L, "southend-on-sea" },
                    { 1609L, "Authority", "Suffolk", 16L, "suffolk" },
                    { 1610L, "Authority", "Thurrock", 16L, "thurrock" },
                    { 1700L, "Authority", "Barking and Dagenham", 17L, "barking-and-dagenham" },
                    { 1701L, "Authority", "Barnet", 17L, "barnet" },
                    { 1702L, "Authority", "Bexley", 17L, "bexley" },
                    { 1703L, "Authority", "Brent", 17L, "brent" },
                    { 1704L, "Authority", "Bromley", 17L, "bromley" },
                    { 1705L, "Authority", "Camden", 17L, "camden" },
                    { 1706L, "Authority", "City of London", 17L, "city-of-london" },
                    { 1707L, "Authority", "Croydon", 17L, "croydon" },
                    { 1708L, "Authority", "Ealing", 17L, "ealing" },
                    { 1709L, "Authority", "Enfield", 17L, "enfield" },
                    { 1710L, "Authority", "Greenwich", 17L, "greenwich" },
                    { 1711L, "Authority", "Hackney", 17L, "hackney" },
                    { 1712L, "Authority", "Hammersmith and Fulham", 17L, "hammersmith-and-fulham" },
                    { 1713L, "Authority", "Haringey", 17L, "haringey" },
                    { 1714L, "Authority", "Harrow", 17L, "harrow" },
                    { 1715L, "Authority", "Havering", 17L, "havering" },
                    { 1716L, "Authority", "Hillingdon", 17L, "hillingdon" },
                    { 1717L, "Authority", "Hounslow", 17L, "hounslow" },
                    { 1718L, "Authority", "Islington", 17L, "islington" },
                    { 1719L, "Authority", "Kensington and Chelsea", 17L, "kensington-and-chelsea" },
                    { 1720L, "Authority", "Kingston upon Thames", 17L, "kingston-upon-thames" },
                    { 1721L, "Authority", "Lambeth", 17L, "lambeth" },
                    { 1722L, "Authority", "Lewisham", 17L, "lewisham" },
                    { 1723L, "Authority", "Merton", 17L, "merton" },
                    { 1724L, "Authority", "Newham", 17L, "newham" },
                    { 1725L, "Authority", "Redbridge", 17L, "redbridge" },
                    { 1726L, "Authority", "Richmond upon Thames", 17L, "richmond-upon-thames" },
                    { 1727L, "Authority", "Southwark", 17L, "southwark" },
                    { 1728L, "Authority", "Sutton", 17L, "sutton" },
                    { 1729L, "Authority", "Tower Hamlets", 17L, "tower-hamlets" },
                    { 1730L, "Authority", "Waltham Forest", 17L, "waltham-forest" },
                    { 1731L, "Authority", "Wandsworth", 17L, "wandsworth" },
                    { 1732L, "Authority", "Westminster", 17L, "westminster" },
                    { 1800L, "Authority", "Bracknell Forest", 18L, "bracknell-forest" },
                    { 1801L, "Authority", "Brighton and Hove", 18L, "brighton-and-hove" },
                    { 1802L, "Authority", "Buckinghamshire", 18L, "buckinghamshire" },
                    { 1803L, "Authority", "East Sussex", 18L, "east-sussex" },
                    { 1804L, "Authority", "Hampshire", 18L, "hampshire" },
                    { 1805L, "Authority", "Isle of Wight", 18L, "isle-of-wight" },
                    { 1806L, "Authority", "Kent", 18L, "kent" },
                    { 1807L, "Authority", "Medway", 18L, "medway" },
                    { 1808L, "Authority", "Milton Keynes", 18L, "milton-keynes" },
                    { 1809L, "Authority", "Oxfordshire", 18L, "oxfordshire" },
                    { 1810L, "Authority", "Portsmouth", 18L, "portsmouth" },
                    { 1811L, "Authority", "Reading", 18L, "reading" },
                    { 1812L, "Authority", "Slough", 18L, "slough" },
                    { 1813L, "Authority", "Southampton", 18L, "southampton" },
                    { 1814L, "Authority", "Surrey", 18L, "surrey" },
                    { 1815L, "Authority", "West Berkshire", 18L, "west-berkshire" },
                    { 1816L, "Authority", "West Sussex", 18L, "west-sussex" },
                    { 1817L, "Authority", "Windsor and Maidenhead", 18L, "windsor-and-maidenhead" },
                    { 1818L, "Authority", "Wokingham", 18L, "wokingham" },
                    { 1900L, "Authority", "Bath and North East Somerset", 19L, "bath-and-north-east-somerset" },
                    { 1901L, "Authority", "Bournemouth, Christchurch and Poole", 19L, "bournemouth-christchurch-and-poole" },
                    { 1902L, "Authority", "Bristol", 19L, "bristol" },
                    { 1903L, "Authority", "Cornwall", 19L, "cornwall" },
                    { 1904L, "Authority", "Devon", 19L, "devon" },
                    { 1905L, "Authority", "Dorset", 19L, "dorset" },
                    { 1906L, "Authority", "Gloucestershire", 19L, "gloucestershire" },
                    { 1907L, "Authority", "Isles of Scilly", 19L, "isles-of-scilly" },
                    { 1908L, "Authority", "North Somerset", 19L, "north-somerset" },
                    { 1909L, "Authority", "Plymouth", 19L, "plymouth" },
                    { 1910L, "Authority", "Somerset", 19L, "somerset" },
                    { 1911L, "Authority", "South Gloucestershire", 19L, "south-gloucestershire" },
                    { 1912L, "Authority", "Swindon", 19L, "swindon" },
                    { 1913L, "Authority", "Torbay", 19L, "torbay" },
                    { 1914L, "Authority", "Wiltshire", 19L, "wiltshire" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Slug",
                table: "Campaigns",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_Kind_PublishedAt_Id",
                table: "CaseStudies",
                columns: new[] { "Kind", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_PlaceId",
                table: "CaseStudies",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_PublishedAt_Id",
                table: "CaseStudies",
                columns: new[] { "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_ServiceId_PublishedAt_Id",
                table: "CaseStudies",
                columns: new[] { "ServiceId", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_Slug",
                table: "CaseStudies",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_State_UpdatedAt",
                table: "CaseStudies",
                columns: new[] { "State", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudyStories_StoryId",
                table: "CaseStudyStories",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudyTags_TagId",
                table: "CaseStudyTags",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_StoryId",
                table: "Consents",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ExpiresAt",
                table: "Drafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_KeyHash",
                table: "Drafts",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_PlaceId",
                table: "Drafts",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ServiceId",
                table: "Drafts",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_History_Subject",
                table: "History",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_Notes_StoryId",
                table: "Notes",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Places_ParentId",
                table: "Places",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Places_Slug",
                table: "Places",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Secrets_Name",
                table: "Secrets",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Staff_NormalizedEmail",
                table: "Staff",
                column: "NormalizedEmail",
                unique: true,
                filter: "[NormalizedEmail] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Staff_NormalizedUserName",
                table: "Staff",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StaffClaims_UserId",
                table: "StaffClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffLogins_UserId",
                table: "StaffLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffSessions_ExpiresAt",
                table: "StaffSessions",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_StaffSessions_KeyHash",
                table: "StaffSessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffSessions_StaffId",
                table: "StaffSessions",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_CampaignId",
                table: "Stories",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_PlaceId",
                table: "Stories",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Reference",
                table: "Stories",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stories_SendKey",
                table: "Stories",
                column: "SendKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stories_ServiceId",
                table: "Stories",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_State_ReceivedAt_Id",
                table: "Stories",
                columns: new[] { "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StoryTags_TagId",
                table: "StoryTags",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_Tags_Slug",
                table: "Tags",
                column: "Slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseStudyStories");

            migrationBuilder.DropTable(
                name: "CaseStudyTags");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "Notes");

            migrationBuilder.DropTable(
                name: "SearchTexts");

            migrationBuilder.DropTable(
                name: "Secrets");

            migrationBuilder.DropTable(
                name: "StaffClaims");

            migrationBuilder.DropTable(
                name: "StaffLogins");

            migrationBuilder.DropTable(
                name: "StaffSessions");

            migrationBuilder.DropTable(
                name: "StaffTokens");

            migrationBuilder.DropTable(
                name: "StoryTags");

            migrationBuilder.DropTable(
                name: "CaseStudies");

            migrationBuilder.DropTable(
                name: "Staff");

            migrationBuilder.DropTable(
                name: "Stories");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "Places");

            migrationBuilder.DropTable(
                name: "Tags");
        }
    }
}
