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
                name: "BulkActs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StaffId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Stories = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkActs", x => x.Id);
                });

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
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Prompts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false),
                    NoticeDueAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                    table.UniqueConstraint("AK_Contacts_Key", x => x.Key);
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
                name: "ErasedCounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Month = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ByAuthor = table.Column<bool>(type: "bit", nullable: false),
                    Stories = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasedCounts", x => x.Id);
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
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Number = table.Column<long>(type: "bigint", nullable: true),
                    Salt = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: true),
                    Seal = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HistoryHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryHead", x => x.Id);
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
                name: "Replies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Retired = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Replies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Narrowing = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
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
                    LastSignedInAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AuthenticatorKey = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AuthenticatorStep = table.Column<long>(type: "bigint", nullable: true),
                    CodesTried = table.Column<int>(type: "int", nullable: false),
                    CodesAnewAt = table.Column<DateTime>(type: "datetime2", nullable: true),
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
                name: "SwitchedOffRules",
                columns: table => new
                {
                    Rule = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SwitchedOffRules", x => x.Rule);
                });

            migrationBuilder.CreateTable(
                name: "Tags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false, defaultValue: 0),
                    Facet = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Retired = table.Column<bool>(type: "bit", nullable: false),
                    MergedIntoId = table.Column<long>(type: "bigint", nullable: true),
                    SynonymLines = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tags_Tags_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignPlaces",
                columns: table => new
                {
                    CampaignId = table.Column<long>(type: "bigint", nullable: false),
                    PlaceId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignPlaces", x => new { x.CampaignId, x.PlaceId });
                    table.ForeignKey(
                        name: "FK_CampaignPlaces_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignPlaces_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "StaffPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(900)", maxLength: 900, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_StaffPasskeys_Staff_UserId",
                        column: x => x.UserId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffRecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StaffId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffRecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffRecoveryCodes_Staff_StaffId",
                        column: x => x.StaffId,
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
                    Browser = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    LastUsedOn = table.Column<DateOnly>(type: "date", nullable: true),
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
                    PublicUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
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
                name: "FormerSlugs",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    TagId = table.Column<long>(type: "bigint", nullable: false)
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
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Shared = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invitations_Tags_ServiceId",
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
                    Missing_Needed = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Missing_HeldById = table.Column<long>(type: "bigint", nullable: true),
                    Missing_ReasonGiven = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Missing_Existed = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Missing_WouldHaveChanged = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    WhoIsTelling = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Channel = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    SeeFirst = table.Column<bool>(type: "bit", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OwedSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Waits = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ContentNotes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WhenItHappened = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    WhoNeedsToHear = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Safeguarding = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Suspicion = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FlaggedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EnteredBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    PublicTitle = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    PublicText = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Turn = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    SignedOffAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SignedOffWords = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Receipt_Index = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Receipt_Salt = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: false),
                    Receipt_Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    SendKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ClaimedById = table.Column<long>(type: "bigint", nullable: true),
                    ClaimedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ClaimedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Criticality = table.Column<int>(type: "int", nullable: true),
                    ScoredById = table.Column<long>(type: "bigint", nullable: true),
                    ScoredBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    SecondedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    SecondedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NoticeGivenAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                        name: "FK_Stories_Tags_Missing_HeldById",
                        column: x => x.Missing_HeldById,
                        principalTable: "Tags",
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
                name: "TagParts",
                columns: table => new
                {
                    TagId = table.Column<long>(type: "bigint", nullable: false),
                    PartId = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "TagWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    TagId = table.Column<long>(type: "bigint", nullable: false),
                    Stories = table.Column<int>(type: "int", nullable: false),
                    Weight = table.Column<double>(type: "float", nullable: false),
                    LearnedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TagWords", x => new { x.Word, x.TagId });
                    table.ForeignKey(
                        name: "FK_TagWords_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Told = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Missing_Needed = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Missing_HeldById = table.Column<long>(type: "bigint", nullable: true),
                    Missing_ReasonGiven = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Missing_Existed = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Missing_WouldHaveChanged = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    WhoIsTelling = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    ServiceId = table.Column<long>(type: "bigint", nullable: true),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    WhenItHappened = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    WhoNeedsToHear = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Audiences = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Months = table.Column<int>(type: "int", nullable: true),
                    SeeFirst = table.Column<bool>(type: "bit", nullable: false),
                    SomeoneAtRisk = table.Column<bool>(type: "bit", nullable: false),
                    InvitationId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    HandOffs = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drafts_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Drafts_Invitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "Invitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Drafts_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Drafts_Tags_Missing_HeldById",
                        column: x => x.Missing_HeldById,
                        principalTable: "Tags",
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
                name: "EditDrafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    StaffId = table.Column<long>(type: "bigint", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EditDrafts_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EditDrafts_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Flags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Version = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    In = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Start = table.Column<int>(type: "int", nullable: true),
                    Detail = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Dismissal = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DismissedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    DismissedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Flags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Flags_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HandOffs",
                columns: table => new
                {
                    Step = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
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

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    FromAuthor = table.Column<bool>(type: "bit", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Messages_Stories_StoryId",
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
                name: "SafeguardingCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    Level = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RaisedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    NoticedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AlarmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OpenedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Rules = table.Column<int>(type: "int", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    SharedWith = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    HandOver = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafeguardingCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SafeguardingCases_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StoryShingles",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryShingles", x => new { x.Key, x.StoryId });
                    table.ForeignKey(
                        name: "FK_StoryShingles_Stories_StoryId",
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

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    To = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ContactKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    CaseId = table.Column<long>(type: "bigint", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Letters_Contacts_ContactKey",
                        column: x => x.ContactKey,
                        principalTable: "Contacts",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Letters_SafeguardingCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "SafeguardingCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "HistoryHead",
                columns: new[] { "Id", "Hash", "Number" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L });

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
                table: "Replies",
                columns: new[] { "Id", "Kind", "Name", "Position", "Retired", "Revision", "Text" },
                values: new object[,]
                {
                    { 1L, "Decline", "Not about sharing what services know", 10, false, 0, "We can see that this matters to you. Here we collect stories about what happens when services share what they know, and when they do not. Yours is about something else, so we cannot use it.\n\nIf you want a service to put something right, tell that service first, and ask how it deals with complaints." },
                    { 2L, "Decline", "Somebody could be recognised", 20, false, 0, "You trusted us with this, so we looked hard for a way to tell it in which nobody can be recognised. We did not find one. So few people have lived through this that somebody would know who it is about. If we left out enough to keep everyone safe, there would be no story left.\n\nKeeping you and the others in it safe comes first." },
                    { 3L, "Decline", "We have this story already", 30, false, 0, "We have this story already: the same words have reached us before. We go on with the ones that came first, so nothing that you told us is lost.\n\nIf yours is another story, we are sorry. Please tell it again, and say what was different." },
                    { 4L, "Decline", "Still going on, needs somebody who can act", 40, false, 0, "What you write about is still going on, and it needs somebody who can act now. We cannot: we collect stories so that services change, and we have no part in what they decide.\n\nPlease tell [who can act, and how to reach them].\n\nWhen it is over you can tell us again. We will read it with care." },
                    { 5L, "Decline", "Spam or advertising", 50, false, 0, "We could not tell that this came from a person, so we have not used it. If it did, we are sorry: please tell us again, and leave out links." },
                    { 6L, "Decline", "Not in English, and nobody could read it", 60, false, 0, "Your story is in [the language], and we found nobody who knows it well enough to read it for us. We do not want to guess what you mean, and we are sorry.\n\nIf somebody whom you trust can help you to write it in English, please tell it again." },
                    { 7L, "Decline", "Too little to go on", 70, false, 0, "We read your story with care, and we could not make out [what we could not make out]. Without that, others cannot learn from it.\n\nYou are welcome to tell us a little more of what happened. You need not name anybody." },
                    { 8L, "Question", "Roughly when it happened", 10, false, 0, "Thank you for your story. Roughly when did it happen? The year and the time of year are enough. Please do not give us the day." },
                    { 9L, "Question", "Which kind of service", 20, false, 0, "Thank you for your story. Which kind of service do you mean by “[their words]”? For example a hospital, a school or the housing office. Please do not name anybody who works there." },
                    { 10L, "Question", "What happened in the end", 30, false, 0, "Thank you for your story. What happened in the end? If it is still going on, tell us how things are now. If you would rather not say, just tell us that." },
                    { 11L, "Question", "Is it all right to change something", 40, false, 0, "Thank you for your story. So that nobody can be recognised, we would like to [what we would change]. Is that all right with you? If it is not, tell us what you would like instead." },
                    { 12L, "Question", "Something that we need to know", 50, false, 0, "Thank you for your story. There is one thing that we did not understand: [what we need to know]. Can you tell us a little more? Please leave out names and addresses." }
                });

            migrationBuilder.InsertData(
                table: "Tags",
                columns: new[] { "Id", "Facet", "Group", "MergedIntoId", "Name", "Retired", "Slug", "SynonymLines" },
                values: new object[,]
                {
                    { 100L, "PolicyArea", null, null, "Early help", false, "early-help", null },
                    { 101L, "PolicyArea", null, null, "Supporting (Troubled) Families", false, "supporting-troubled-families", null },
                    { 102L, "PolicyArea", null, null, "Safeguarding children", false, "safeguarding-children", null },
                    { 103L, "PolicyArea", null, null, "Safeguarding adults", false, "safeguarding-adults", null },
                    { 104L, "PolicyArea", null, null, "Multi-agency safeguarding hub", false, "multi-agency-safeguarding-hub", null },
                    { 105L, "PolicyArea", null, null, "Child sexual exploitation", false, "child-sexual-exploitation", null },
                    { 106L, "PolicyArea", null, null, "Domestic abuse (MARAC)", false, "domestic-abuse-marac", null },
                    { 107L, "PolicyArea", null, null, "Gangs and youth violence", false, "gangs-and-youth-violence", null },
                    { 108L, "PolicyArea", null, null, "Re-offending", false, "re-offending", null },
                    { 109L, "PolicyArea", null, null, "Policing and mental health", false, "policing-and-mental-health", null },
                    { 110L, "PolicyArea", null, null, "Mental health crisis care", false, "mental-health-crisis-care", null },
                    { 111L, "PolicyArea", null, null, "Health and social care integration", false, "health-and-social-care-integration", null },
                    { 112L, "PolicyArea", null, null, "Hospital discharge", false, "hospital-discharge", null },
                    { 113L, "PolicyArea", null, null, "Welfare reform and employment support", false, "welfare-reform-and-employment-support", null },
                    { 114L, "PolicyArea", null, null, "Housing and homelessness", false, "housing-and-homelessness", null },
                    { 115L, "PolicyArea", null, null, "Substance misuse", false, "substance-misuse", null },
                    { 116L, "PolicyArea", null, null, "SEND and disabled children", false, "send-and-disabled-children", null },
                    { 117L, "PolicyArea", null, null, "Digital and financial inclusion", false, "digital-and-financial-inclusion", null },
                    { 118L, "PolicyArea", null, null, "Public service transformation", false, "public-service-transformation", null },
                    { 200L, "HandOffProblem", null, null, "Who do I talk to?", false, "who-do-i-talk-to", null },
                    { 201L, "HandOffProblem", null, null, "Repeating my story", false, "repeating-my-story", null },
                    { 202L, "HandOffProblem", null, null, "Which service will help?", false, "which-service-will-help", null },
                    { 203L, "HandOffProblem", null, null, "Left hanging, no call back", false, "left-hanging-no-call-back", null },
                    { 204L, "HandOffProblem", null, null, "Passed back and forth", false, "passed-back-and-forth", null },
                    { 205L, "HandOffProblem", null, null, "Referral lost or refused", false, "referral-lost-or-refused", null },
                    { 206L, "HandOffProblem", null, null, "Threshold not met", false, "threshold-not-met", null },
                    { 207L, "HandOffProblem", null, null, "Several key workers, no lead", false, "several-key-workers-no-lead", null },
                    { 208L, "HandOffProblem", null, null, "Duplicate assessments", false, "duplicate-assessments", null },
                    { 209L, "HandOffProblem", null, null, "Information arrived late", false, "information-arrived-late", null },
                    { 210L, "HandOffProblem", null, null, "Information wrong or old", false, "information-wrong-or-old", null },
                    { 211L, "HandOffProblem", null, null, "No feedback to the referrer", false, "no-feedback-to-the-referrer", null },
                    { 212L, "HandOffProblem", null, null, "Told \"we can't share that\"", false, "told-we-cant-share-that", null },
                    { 213L, "HandOffProblem", null, null, "System would not let us", false, "system-would-not-let-us", null },
                    { 214L, "HandOffProblem", null, null, "Cross-border move", false, "cross-border-move", null },
                    { 215L, "HandOffProblem", null, null, "Out-of-hours gap", false, "out-of-hours-gap", null },
                    { 216L, "HandOffProblem", null, null, "Transition between services", false, "transition-between-services", null },
                    { 300L, "Barrier", "Culture", null, "Personal risk", false, "personal-risk", null },
                    { 301L, "Barrier", "Culture", null, "Trust", false, "trust", null },
                    { 302L, "Barrier", "Culture", null, "Professional language", false, "professional-language", null },
                    { 303L, "Barrier", "Culture", null, "Differing priorities", false, "differing-priorities", null },
                    { 304L, "Barrier", "Culture", null, "Nobody's job", false, "nobodys-job", null },
                    { 305L, "Barrier", "Culture", null, "Not asked the right question", false, "not-asked-the-right-question", null },
                    { 400L, "Barrier", "Leadership", null, "Leadership", false, "leadership", null },
                    { 500L, "Barrier", "Governance", null, "No agreement", false, "no-agreement", null },
                    { 501L, "Barrier", "Governance", null, "Unclear lead", false, "unclear-lead", null },
                    { 502L, "Barrier", "Governance", null, "Consent treated as the only gateway", false, "consent-treated-as-the-only-gateway", null },
                    { 503L, "Barrier", "Governance", null, "Unclear thresholds", false, "unclear-thresholds", null },
                    { 600L, "Barrier", "Technology", null, "No access", false, "no-access", null },
                    { 601L, "Barrier", "Technology", null, "Separate systems", false, "separate-systems", null },
                    { 602L, "Barrier", "Technology", null, "No secure channel", false, "no-secure-channel", null },
                    { 603L, "Barrier", "Technology", null, "Data quality", false, "data-quality", null },
                    { 700L, "Barrier", "Law", null, "Law, as perceived", false, "law-as-perceived", null },
                    { 701L, "Barrier", "Law", null, "Law, in fact", false, "law-in-fact", null },
                    { 800L, "Barrier", "Resource", null, "Time", false, "time", null },
                    { 801L, "Barrier", "Resource", null, "Staff", false, "staff", null },
                    { 802L, "Barrier", "Resource", null, "Training", false, "training", null },
                    { 900L, "Enabler", null, null, "Co-location", false, "co-location", null },
                    { 901L, "Enabler", null, null, "Single point of access", false, "single-point-of-access", null },
                    { 902L, "Enabler", null, null, "Lead worker", false, "lead-worker", null },
                    { 903L, "Enabler", null, null, "Shared care record", false, "shared-care-record", null },
                    { 904L, "Enabler", null, null, "Joint duty or triage car", false, "joint-duty-or-triage-car", null },
                    { 905L, "Enabler", null, null, "Multi-agency meeting", false, "multi-agency-meeting", null },
                    { 906L, "Enabler", null, null, "Information sharing agreement", false, "information-sharing-agreement", null },
                    { 907L, "Enabler", null, null, "Guided conversation", false, "guided-conversation", null },
                    { 908L, "Enabler", null, null, "Joint induction or training", false, "joint-induction-or-training", null },
                    { 909L, "Enabler", null, null, "Feedback to referrer", false, "feedback-to-referrer", null },
                    { 910L, "Enabler", null, null, "Voluntary-sector link", false, "voluntary-sector-link", null },
                    { 911L, "Enabler", null, null, "Consent at first contact", false, "consent-at-first-contact", null },
                    { 1000L, "Service", null, null, "GP and primary care", false, "gp-and-primary-care", null },
                    { 1001L, "Service", null, null, "Acute hospital and A&E", false, "acute-hospital-and-a-e", null },
                    { 1002L, "Service", null, null, "Community health", false, "community-health", null },
                    { 1003L, "Service", null, null, "Mental health", false, "mental-health", null },
                    { 1004L, "Service", null, null, "Ambulance", false, "ambulance", null },
                    { 1005L, "Service", null, null, "Children's social care", false, "childrens-social-care", null },
                    { 1006L, "Service", null, null, "Adult social care", false, "adult-social-care", null },
                    { 1007L, "Service", null, null, "School and education", false, "school-and-education", null },
                    { 1008L, "Service", null, null, "Housing", false, "housing", null },
                    { 1009L, "Service", null, null, "Council customer services", false, "council-customer-services", null },
                    { 1010L, "Service", null, null, "Jobcentre Plus and DWP", false, "jobcentre-plus-and-dwp", null },
                    { 1011L, "Service", null, null, "Police", false, "police", null },
                    { 1012L, "Service", null, null, "Probation, prison and youth justice", false, "probation-prison-and-youth-justice", null },
                    { 1013L, "Service", null, null, "Fire and rescue", false, "fire-and-rescue", null },
                    { 1014L, "Service", null, null, "Public health", false, "public-health", null },
                    { 1015L, "Service", null, null, "Drug and alcohol", false, "drug-and-alcohol", null },
                    { 1016L, "Service", null, null, "Domestic abuse", false, "domestic-abuse", null },
                    { 1017L, "Service", null, null, "Voluntary and community", false, "voluntary-and-community", null },
                    { 1018L, "Service", null, null, "Environmental health and wardens", false, "environmental-health-and-wardens", null },
                    { 1019L, "Service", null, null, "Central government", false, "central-government", null },
                    { 1020L, "Service", null, null, "Other", false, "other", null },
                    { 1100L, "Outcome", "Person", null, "Told it once", false, "told-it-once", null },
                    { 1101L, "Outcome", "Person", null, "Right help sooner", false, "right-help-sooner", null },
                    { 1102L, "Outcome", "Person", null, "Crisis avoided", false, "crisis-avoided", null },
                    { 1103L, "Outcome", "Person", null, "Harm or distress", false, "harm-or-distress", null },
                    { 1104L, "Outcome", "Person", null, "Delay", false, "delay", null },
                    { 1105L, "Outcome", "Person", null, "Lost income, home or place", false, "lost-income-home-or-place", null },
                    { 1106L, "Outcome", "Person", null, "Gave up", false, "gave-up", null },
                    { 1107L, "Outcome", "Person", null, "Safer", false, "safer", null },
                    { 1200L, "Outcome", "Staff", null, "Time saved", false, "time-saved", null },
                    { 1201L, "Outcome", "Staff", null, "Confidence to share", false, "confidence-to-share", null },
                    { 1202L, "Outcome", "Staff", null, "Duplicate work", false, "duplicate-work", null },
                    { 1203L, "Outcome", "Staff", null, "Felt they let someone down", false, "felt-they-let-someone-down", null },
                    { 1300L, "Outcome", "System", null, "Fewer emergency admissions", false, "fewer-emergency-admissions", null },
                    { 1301L, "Outcome", "System", null, "Fewer detentions", false, "fewer-detentions", null },
                    { 1302L, "Outcome", "System", null, "Fewer assessments", false, "fewer-assessments", null },
                    { 1303L, "Outcome", "System", null, "Fewer repeat calls", false, "fewer-repeat-calls", null },
                    { 1304L, "Outcome", "System", null, "Cost", false, "cost", null }
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
                name: "IX_BulkActs_At",
                table: "BulkActs",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlaces_PlaceId",
                table: "CampaignPlaces",
                column: "PlaceId");

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
                name: "IX_CaseStudies_PlaceId_ServiceId_WhoIsTelling_PublishedAt_PublicUntil",
                table: "CaseStudies",
                columns: new[] { "PlaceId", "ServiceId", "WhoIsTelling", "PublishedAt", "PublicUntil" });

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
                name: "IX_CaseStudyTags_TagId_CaseStudyId",
                table: "CaseStudyTags",
                columns: new[] { "TagId", "CaseStudyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_StoryId",
                table: "Consents",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Key",
                table: "Contacts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_NoticeDueAt",
                table: "Contacts",
                column: "NoticeDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_CampaignId",
                table: "Drafts",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ExpiresAt",
                table: "Drafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_InvitationId",
                table: "Drafts",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_KeyHash",
                table: "Drafts",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Missing_HeldById",
                table: "Drafts",
                column: "Missing_HeldById");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_PlaceId",
                table: "Drafts",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ServiceId",
                table: "Drafts",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_At",
                table: "EditDrafts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StaffId",
                table: "EditDrafts",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_EditDrafts_StoryId_StaffId",
                table: "EditDrafts",
                columns: new[] { "StoryId", "StaffId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ErasedCounts_Month_State_ByAuthor",
                table: "ErasedCounts",
                columns: new[] { "Month", "State", "ByAuthor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Flags_Rule_DismissedAt",
                table: "Flags",
                columns: new[] { "Rule", "DismissedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Flags_StoryId_Key",
                table: "Flags",
                columns: new[] { "StoryId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_TagId",
                table: "FormerSlugs",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_ServiceId",
                table: "HandOffs",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_History_Number",
                table: "History",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Subject_Number",
                table: "History",
                columns: new[] { "Subject", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CampaignId",
                table: "Invitations",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Code",
                table: "Invitations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_PlaceId",
                table: "Invitations",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_ServiceId",
                table: "Invitations",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CaseId",
                table: "Letters",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ContactKey",
                table: "Letters",
                column: "ContactKey");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_NextTryAt",
                table: "Letters",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_StoryId",
                table: "Messages",
                column: "StoryId");

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
                name: "IX_SafeguardingCases_ClosedAt_RaisedAt_Id",
                table: "SafeguardingCases",
                columns: new[] { "ClosedAt", "RaisedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SafeguardingCases_StoryId",
                table: "SafeguardingCases",
                column: "StoryId");

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
                name: "IX_StaffPasskeys_UserId",
                table: "StaffPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffRecoveryCodes_StaffId_Hash",
                table: "StaffRecoveryCodes",
                columns: new[] { "StaffId", "Hash" },
                unique: true);

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
                name: "IX_Stories_ClaimedById_Waits_OwedSince_Id",
                table: "Stories",
                columns: new[] { "ClaimedById", "Waits", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_FlaggedAt",
                table: "Stories",
                column: "FlaggedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Missing_HeldById",
                table: "Stories",
                column: "Missing_HeldById");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_PlaceId",
                table: "Stories",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Receipt_Index",
                table: "Stories",
                column: "Receipt_Index",
                unique: true);

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
                name: "IX_Stories_State_OwedSince_Id",
                table: "Stories",
                columns: new[] { "State", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_CampaignId_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "CampaignId", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_Channel_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "Channel", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_Criticality_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "Criticality", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_Kind_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "Kind", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_PlaceId_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "PlaceId", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Waits_ServiceId_OwedSince_Id",
                table: "Stories",
                columns: new[] { "Waits", "ServiceId", "OwedSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StoryShingles_StoryId",
                table: "StoryShingles",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_StoryTags_TagId_StoryId",
                table: "StoryTags",
                columns: new[] { "TagId", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_TagParts_PartId",
                table: "TagParts",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_Tags_MergedIntoId",
                table: "Tags",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Tags_Slug",
                table: "Tags",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TagWords_TagId",
                table: "TagWords",
                column: "TagId");

            // No full-text index can be made in a transaction, so these come last.
            migrationBuilder.Sql(SearchIndexSql.Read("SearchIndex.sql"), suppressTransaction: true);
            migrationBuilder.Sql(SearchIndexSql.Read("StoryIndex.sql"), suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                IF SERVERPROPERTY('IsFullTextInstalled') = 1
                BEGIN
                  EXEC('DROP FULLTEXT INDEX ON Stories');
                  EXEC('DROP FULLTEXT INDEX ON SearchTexts');
                  EXEC('DROP FULLTEXT CATALOG InfoStory');
                END
                """,
                suppressTransaction: true);

            migrationBuilder.DropTable(
                name: "BulkActs");

            migrationBuilder.DropTable(
                name: "CampaignPlaces");

            migrationBuilder.DropTable(
                name: "CaseStudyStories");

            migrationBuilder.DropTable(
                name: "CaseStudyTags");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "EditDrafts");

            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "ErasedCounts");

            migrationBuilder.DropTable(
                name: "Flags");

            migrationBuilder.DropTable(
                name: "FormerSlugs");

            migrationBuilder.DropTable(
                name: "HandOffs");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "HistoryHead");

            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "Notes");

            migrationBuilder.DropTable(
                name: "Replies");

            migrationBuilder.DropTable(
                name: "SearchTexts");

            migrationBuilder.DropTable(
                name: "Secrets");

            migrationBuilder.DropTable(
                name: "StaffClaims");

            migrationBuilder.DropTable(
                name: "StaffLogins");

            migrationBuilder.DropTable(
                name: "StaffPasskeys");

            migrationBuilder.DropTable(
                name: "StaffRecoveryCodes");

            migrationBuilder.DropTable(
                name: "StaffSessions");

            migrationBuilder.DropTable(
                name: "StaffTokens");

            migrationBuilder.DropTable(
                name: "StoryShingles");

            migrationBuilder.DropTable(
                name: "StoryTags");

            migrationBuilder.DropTable(
                name: "SwitchedOffRules");

            migrationBuilder.DropTable(
                name: "TagParts");

            migrationBuilder.DropTable(
                name: "TagWords");

            migrationBuilder.DropTable(
                name: "CaseStudies");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "SafeguardingCases");

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
