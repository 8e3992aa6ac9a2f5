IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [BulkActs] (
        [Id] bigint NOT NULL IDENTITY,
        [StaffId] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        [Stories] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_BulkActs] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Campaigns] (
        [Id] bigint NOT NULL IDENTITY,
        [Slug] nvarchar(80) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Hashtag] nvarchar(50) NOT NULL,
        [Summary] nvarchar(500) NOT NULL,
        [StartsAt] datetime2 NOT NULL,
        [EndsAt] datetime2 NOT NULL,
        [Prompts] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Campaigns] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Contacts] (
        [Id] bigint NOT NULL IDENTITY,
        [Key] nvarchar(64) NOT NULL,
        [Sealed] varbinary(4000) NOT NULL,
        [NoticeDueAt] datetime2 NULL,
        CONSTRAINT [PK_Contacts] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_Contacts_Key] UNIQUE ([Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Editions] (
        [Id] bigint NOT NULL IDENTITY,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Editions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [ErasedCounts] (
        [Id] bigint NOT NULL IDENTITY,
        [Month] nvarchar(7) NOT NULL,
        [State] nvarchar(20) NOT NULL,
        [ByAuthor] bit NOT NULL,
        [Stories] int NOT NULL,
        CONSTRAINT [PK_ErasedCounts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [History] (
        [Id] bigint NOT NULL IDENTITY,
        [Subject] nvarchar(100) NOT NULL,
        [Act] nvarchar(100) NOT NULL,
        [StaffId] bigint NULL,
        [By] nvarchar(256) NOT NULL,
        [At] datetime2 NOT NULL,
        [Why] nvarchar(200) NULL,
        [Number] bigint NULL,
        [Salt] varbinary(16) NULL,
        [Seal] varbinary(32) NULL,
        [Hash] varbinary(32) NULL,
        CONSTRAINT [PK_History] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [HistoryHead] (
        [Id] int NOT NULL,
        [Number] bigint NOT NULL,
        [Hash] varbinary(32) NOT NULL,
        CONSTRAINT [PK_HistoryHead] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Places] (
        [Id] bigint NOT NULL IDENTITY,
        [Kind] nvarchar(20) NOT NULL,
        [Name] nvarchar(80) NOT NULL,
        [Slug] nvarchar(80) NOT NULL,
        [ParentId] bigint NULL,
        CONSTRAINT [PK_Places] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Places_Places_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Places] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Replies] (
        [Id] bigint NOT NULL IDENTITY,
        [Revision] int NOT NULL,
        [Kind] nvarchar(10) NOT NULL,
        [Name] nvarchar(60) NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [Position] int NOT NULL,
        [Retired] bit NOT NULL,
        CONSTRAINT [PK_Replies] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [SearchTexts] (
        [Id] bigint NOT NULL,
        [Title] nvarchar(120) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [Narrowing] nvarchar(1000) NOT NULL,
        CONSTRAINT [PK_SearchTexts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Secrets] (
        [Id] bigint NOT NULL IDENTITY,
        [Name] nvarchar(100) NOT NULL,
        [Value] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Secrets] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Staff] (
        [Id] bigint NOT NULL IDENTITY,
        [Roles] int NOT NULL,
        [ClosedAt] datetime2 NULL,
        [LastSignedInAt] datetime2 NULL,
        [AuthenticatorKey] nvarchar(500) NULL,
        [AuthenticatorStep] bigint NULL,
        [CodesTried] int NOT NULL,
        [CodesAnewAt] datetime2 NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(100) NULL,
        [ConcurrencyStamp] nvarchar(100) NULL,
        [PhoneNumber] nvarchar(max) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_Staff] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [SwitchedOffRules] (
        [Rule] nvarchar(60) NOT NULL,
        [By] nvarchar(256) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_SwitchedOffRules] PRIMARY KEY ([Rule])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Tags] (
        [Id] bigint NOT NULL IDENTITY,
        [Revision] int NOT NULL DEFAULT 0,
        [Facet] nvarchar(20) NOT NULL,
        [Group] nvarchar(80) NULL,
        [Name] nvarchar(80) NOT NULL,
        [Slug] nvarchar(80) NOT NULL,
        [Retired] bit NOT NULL,
        [MergedIntoId] bigint NULL,
        [SynonymLines] nvarchar(3000) NULL,
        CONSTRAINT [PK_Tags] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Tags_Tags_MergedIntoId] FOREIGN KEY ([MergedIntoId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [CampaignPlaces] (
        [CampaignId] bigint NOT NULL,
        [PlaceId] bigint NOT NULL,
        CONSTRAINT [PK_CampaignPlaces] PRIMARY KEY ([CampaignId], [PlaceId]),
        CONSTRAINT [FK_CampaignPlaces_Campaigns_CampaignId] FOREIGN KEY ([CampaignId]) REFERENCES [Campaigns] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_CampaignPlaces_Places_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Places] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StaffClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] bigint NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_StaffClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StaffClaims_Staff_UserId] FOREIGN KEY ([UserId]) REFERENCES [Staff] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StaffLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] bigint NOT NULL,
        CONSTRAINT [PK_StaffLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_StaffLogins_Staff_UserId] FOREIGN KEY ([UserId]) REFERENCES [Staff] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StaffPasskeys] (
        [CredentialId] varbinary(900) NOT NULL,
        [UserId] bigint NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_StaffPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_StaffPasskeys_Staff_UserId] FOREIGN KEY ([UserId]) REFERENCES [Staff] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StaffRecoveryCodes] (
        [Id] bigint NOT NULL IDENTITY,
        [StaffId] bigint NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_StaffRecoveryCodes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StaffRecoveryCodes_Staff_StaffId] FOREIGN KEY ([StaffId]) REFERENCES [Staff] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StaffSessions] (
        [Id] bigint NOT NULL IDENTITY,
        [KeyHash] nvarchar(64) NOT NULL,
        [StaffId] bigint NOT NULL,
        [Stamp] nvarchar(100) NOT NULL,
        [Browser] nvarchar(60) NULL,
        [LastUsedOn] date NULL,
        [Ticket] varbinary(max) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        CONSTRAINT [PK_StaffSessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StaffSessions_Staff_StaffId] FOREIGN KEY ([StaffId]) REFERENCES [Staff] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StaffTokens] (
        [UserId] bigint NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_StaffTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_StaffTokens_Staff_UserId] FOREIGN KEY ([UserId]) REFERENCES [Staff] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [CaseStudies] (
        [Id] bigint NOT NULL IDENTITY,
        [Revision] int NOT NULL,
        [State] nvarchar(20) NOT NULL,
        [Slug] nvarchar(92) NOT NULL,
        [Title] nvarchar(100) NOT NULL,
        [Summary] nvarchar(300) NOT NULL,
        [TheStory] nvarchar(max) NOT NULL,
        [WhatWasNotShared] nvarchar(max) NULL,
        [WhatTheyDid] nvarchar(max) NULL,
        [WhatChanged] nvarchar(max) NULL,
        [NotYetFixed] nvarchar(max) NULL,
        [Learning] nvarchar(max) NULL,
        [Kind] nvarchar(20) NOT NULL,
        [WhoIsTelling] nvarchar(30) NULL,
        [ServiceId] bigint NULL,
        [PlaceId] bigint NULL,
        [PublishedAt] datetime2 NULL,
        [PublicUntil] datetime2 NULL,
        [FirstPublishedAt] datetime2 NULL,
        [UpdatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_CaseStudies] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CaseStudies_Places_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Places] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CaseStudies_Tags_ServiceId] FOREIGN KEY ([ServiceId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [FormerSlugs] (
        [Slug] nvarchar(80) NOT NULL,
        [TagId] bigint NOT NULL,
        CONSTRAINT [PK_FormerSlugs] PRIMARY KEY ([Slug]),
        CONSTRAINT [FK_FormerSlugs_Tags_TagId] FOREIGN KEY ([TagId]) REFERENCES [Tags] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Invitations] (
        [Id] bigint NOT NULL IDENTITY,
        [Code] nvarchar(12) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [CampaignId] bigint NULL,
        [PlaceId] bigint NULL,
        [ServiceId] bigint NULL,
        [CreatedAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [ClosedAt] datetime2 NULL,
        [Shared] int NOT NULL,
        CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Invitations_Campaigns_CampaignId] FOREIGN KEY ([CampaignId]) REFERENCES [Campaigns] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Invitations_Places_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Places] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Invitations_Tags_ServiceId] FOREIGN KEY ([ServiceId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Stories] (
        [Id] bigint NOT NULL IDENTITY,
        [Revision] int NOT NULL,
        [Reference] nvarchar(12) NOT NULL,
        [State] nvarchar(20) NOT NULL,
        [Told] nvarchar(max) NOT NULL,
        [Missing_Needed] nvarchar(300) NULL,
        [Missing_HeldById] bigint NULL,
        [Missing_ReasonGiven] nvarchar(300) NULL,
        [Missing_Existed] nvarchar(10) NULL,
        [Missing_WouldHaveChanged] nvarchar(300) NULL,
        [WhoIsTelling] nvarchar(30) NULL,
        [Channel] nvarchar(20) NOT NULL,
        [CampaignId] bigint NULL,
        [SeeFirst] bit NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        [OwedSince] datetime2 NOT NULL,
        [Waits] nvarchar(20) NOT NULL,
        [ContentNotes] nvarchar(max) NOT NULL,
        [WhenItHappened] nvarchar(20) NULL,
        [WhoNeedsToHear] nvarchar(30) NULL,
        [Safeguarding] nvarchar(20) NOT NULL,
        [Suspicion] nvarchar(200) NULL,
        [FlaggedAt] datetime2 NULL,
        [EnteredBy] nvarchar(256) NULL,
        [Kind] nvarchar(20) NULL,
        [ServiceId] bigint NULL,
        [PlaceId] bigint NULL,
        [PublicTitle] nvarchar(100) NULL,
        [PublicText] nvarchar(max) NULL,
        [DecidedAt] datetime2 NULL,
        [Turn] nvarchar(10) NULL,
        [SignedOffAt] datetime2 NULL,
        [SignedOffWords] nvarchar(64) NULL,
        [Reason] nvarchar(1000) NULL,
        [Receipt_Index] nvarchar(32) NOT NULL,
        [Receipt_Salt] varbinary(16) NOT NULL,
        [Receipt_Hash] varbinary(32) NOT NULL,
        [SendKey] nvarchar(64) NOT NULL,
        [ClaimedById] bigint NULL,
        [ClaimedBy] nvarchar(256) NULL,
        [ClaimedAt] datetime2 NULL,
        [Criticality] int NULL,
        [ScoredById] bigint NULL,
        [ScoredBy] nvarchar(256) NULL,
        [SecondedBy] nvarchar(256) NULL,
        [SecondedAt] datetime2 NULL,
        [NoticeGivenAt] datetime2 NULL,
        CONSTRAINT [PK_Stories] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Stories_Campaigns_CampaignId] FOREIGN KEY ([CampaignId]) REFERENCES [Campaigns] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Stories_Places_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Places] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Stories_Tags_Missing_HeldById] FOREIGN KEY ([Missing_HeldById]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Stories_Tags_ServiceId] FOREIGN KEY ([ServiceId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [TagParts] (
        [TagId] bigint NOT NULL,
        [PartId] bigint NOT NULL,
        CONSTRAINT [PK_TagParts] PRIMARY KEY ([TagId], [PartId]),
        CONSTRAINT [FK_TagParts_Tags_PartId] FOREIGN KEY ([PartId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TagParts_Tags_TagId] FOREIGN KEY ([TagId]) REFERENCES [Tags] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [TagWords] (
        [Word] nvarchar(24) NOT NULL,
        [TagId] bigint NOT NULL,
        [Stories] int NOT NULL,
        [Weight] float NOT NULL,
        [LearnedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_TagWords] PRIMARY KEY ([Word], [TagId]),
        CONSTRAINT [FK_TagWords_Tags_TagId] FOREIGN KEY ([TagId]) REFERENCES [Tags] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [CaseStudyTags] (
        [CaseStudyId] bigint NOT NULL,
        [TagId] bigint NOT NULL,
        CONSTRAINT [PK_CaseStudyTags] PRIMARY KEY ([CaseStudyId], [TagId]),
        CONSTRAINT [FK_CaseStudyTags_CaseStudies_CaseStudyId] FOREIGN KEY ([CaseStudyId]) REFERENCES [CaseStudies] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_CaseStudyTags_Tags_TagId] FOREIGN KEY ([TagId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Drafts] (
        [Id] bigint NOT NULL IDENTITY,
        [KeyHash] nvarchar(64) NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [Kind] nvarchar(20) NULL,
        [Told] nvarchar(max) NULL,
        [Missing_Needed] nvarchar(300) NULL,
        [Missing_HeldById] bigint NULL,
        [Missing_ReasonGiven] nvarchar(300) NULL,
        [Missing_Existed] nvarchar(10) NULL,
        [Missing_WouldHaveChanged] nvarchar(300) NULL,
        [WhoIsTelling] nvarchar(30) NULL,
        [ServiceId] bigint NULL,
        [PlaceId] bigint NULL,
        [WhenItHappened] nvarchar(20) NULL,
        [WhoNeedsToHear] nvarchar(30) NULL,
        [Audiences] nvarchar(200) NULL,
        [Months] int NULL,
        [SeeFirst] bit NOT NULL,
        [SomeoneAtRisk] bit NOT NULL,
        [InvitationId] bigint NULL,
        [CampaignId] bigint NULL,
        [HandOffs] nvarchar(max) NULL,
        CONSTRAINT [PK_Drafts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Drafts_Campaigns_CampaignId] FOREIGN KEY ([CampaignId]) REFERENCES [Campaigns] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Drafts_Invitations_InvitationId] FOREIGN KEY ([InvitationId]) REFERENCES [Invitations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Drafts_Places_PlaceId] FOREIGN KEY ([PlaceId]) REFERENCES [Places] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Drafts_Tags_Missing_HeldById] FOREIGN KEY ([Missing_HeldById]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Drafts_Tags_ServiceId] FOREIGN KEY ([ServiceId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [CaseStudyStories] (
        [CaseStudyId] bigint NOT NULL,
        [StoryId] bigint NOT NULL,
        CONSTRAINT [PK_CaseStudyStories] PRIMARY KEY ([CaseStudyId], [StoryId]),
        CONSTRAINT [FK_CaseStudyStories_CaseStudies_CaseStudyId] FOREIGN KEY ([CaseStudyId]) REFERENCES [CaseStudies] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_CaseStudyStories_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Consents] (
        [Id] bigint NOT NULL IDENTITY,
        [StoryId] bigint NOT NULL,
        [Audience] nvarchar(20) NOT NULL,
        [Wording] nvarchar(20) NOT NULL,
        [Channel] nvarchar(20) NOT NULL,
        [GivenAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [WithdrawnAt] datetime2 NULL,
        CONSTRAINT [PK_Consents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Consents_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [EditDrafts] (
        [Id] bigint NOT NULL IDENTITY,
        [StoryId] bigint NOT NULL,
        [StaffId] bigint NOT NULL,
        [Form] nvarchar(max) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_EditDrafts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EditDrafts_Staff_StaffId] FOREIGN KEY ([StaffId]) REFERENCES [Staff] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_EditDrafts_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Flags] (
        [Id] bigint NOT NULL IDENTITY,
        [StoryId] bigint NOT NULL,
        [Kind] nvarchar(20) NOT NULL,
        [Rule] nvarchar(60) NOT NULL,
        [Version] nvarchar(20) NOT NULL,
        [In] nvarchar(20) NOT NULL,
        [Key] nvarchar(32) NOT NULL,
        [Words] nvarchar(200) NOT NULL,
        [Start] int NULL,
        [Detail] nvarchar(300) NULL,
        [FoundAt] datetime2 NOT NULL,
        [Dismissal] nvarchar(20) NULL,
        [Remark] nvarchar(200) NULL,
        [DismissedBy] nvarchar(256) NULL,
        [DismissedAt] datetime2 NULL,
        CONSTRAINT [PK_Flags] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Flags_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [HandOffs] (
        [Step] int NOT NULL IDENTITY,
        [StoryId] bigint NOT NULL,
        [ServiceId] bigint NULL,
        [Channel] nvarchar(20) NULL,
        [Waited] nvarchar(20) NULL,
        [ToldAgain] bit NULL,
        [Happened] nvarchar(300) NULL,
        CONSTRAINT [PK_HandOffs] PRIMARY KEY ([StoryId], [Step]),
        CONSTRAINT [FK_HandOffs_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_HandOffs_Tags_ServiceId] FOREIGN KEY ([ServiceId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Messages] (
        [Id] bigint NOT NULL IDENTITY,
        [StoryId] bigint NOT NULL,
        [FromAuthor] bit NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [By] nvarchar(256) NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Messages] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Messages_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Notes] (
        [Id] bigint NOT NULL IDENTITY,
        [StoryId] bigint NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [By] nvarchar(256) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Notes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Notes_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [SafeguardingCases] (
        [Id] bigint NOT NULL IDENTITY,
        [Revision] int NOT NULL,
        [StoryId] bigint NOT NULL,
        [Level] nvarchar(20) NOT NULL,
        [RaisedAt] datetime2 NOT NULL,
        [RaisedBy] nvarchar(256) NOT NULL,
        [NoticedAt] datetime2 NULL,
        [AlarmedAt] datetime2 NULL,
        [OpenedAt] datetime2 NULL,
        [OpenedBy] nvarchar(256) NULL,
        [Decision] nvarchar(20) NULL,
        [Rules] int NOT NULL,
        [Why] nvarchar(2000) NULL,
        [SharedWith] nvarchar(200) NULL,
        [HandOver] nvarchar(2000) NULL,
        [ClosedAt] datetime2 NULL,
        [ClosedBy] nvarchar(256) NULL,
        CONSTRAINT [PK_SafeguardingCases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SafeguardingCases_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StoryShingles] (
        [Key] bigint NOT NULL,
        [StoryId] bigint NOT NULL,
        CONSTRAINT [PK_StoryShingles] PRIMARY KEY ([Key], [StoryId]),
        CONSTRAINT [FK_StoryShingles_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [StoryTags] (
        [StoryId] bigint NOT NULL,
        [TagId] bigint NOT NULL,
        CONSTRAINT [PK_StoryTags] PRIMARY KEY ([StoryId], [TagId]),
        CONSTRAINT [FK_StoryTags_Stories_StoryId] FOREIGN KEY ([StoryId]) REFERENCES [Stories] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_StoryTags_Tags_TagId] FOREIGN KEY ([TagId]) REFERENCES [Tags] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE TABLE [Letters] (
        [Id] bigint NOT NULL IDENTITY,
        [Subject] nvarchar(100) NOT NULL,
        [To] nvarchar(256) NULL,
        [ContactKey] nvarchar(64) NULL,
        [CaseId] bigint NULL,
        [Title] nvarchar(200) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [WrittenAt] datetime2 NOT NULL,
        [NextTryAt] datetime2 NOT NULL,
        [Tries] int NOT NULL,
        CONSTRAINT [PK_Letters] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Letters_Contacts_ContactKey] FOREIGN KEY ([ContactKey]) REFERENCES [Contacts] ([Key]) ON DELETE CASCADE,
        CONSTRAINT [FK_Letters_SafeguardingCases_CaseId] FOREIGN KEY ([CaseId]) REFERENCES [SafeguardingCases] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Number') AND [object_id] = OBJECT_ID(N'[HistoryHead]'))
        SET IDENTITY_INSERT [HistoryHead] ON;
    EXEC(N'INSERT INTO [HistoryHead] ([Id], [Hash], [Number])
    VALUES (1, 0x0000000000000000000000000000000000000000000000000000000000000000, CAST(0 AS bigint))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Number') AND [object_id] = OBJECT_ID(N'[HistoryHead]'))
        SET IDENTITY_INSERT [HistoryHead] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Kind', N'Name', N'ParentId', N'Slug') AND [object_id] = OBJECT_ID(N'[Places]'))
        SET IDENTITY_INSERT [Places] ON;
    EXEC(N'INSERT INTO [Places] ([Id], [Kind], [Name], [ParentId], [Slug])
    VALUES (CAST(1 AS bigint), N''Country'', N''England'', NULL, N''england''),
    (CAST(2 AS bigint), N''Country'', N''Wales'', NULL, N''wales''),
    (CAST(3 AS bigint), N''Country'', N''Scotland'', NULL, N''scotland''),
    (CAST(4 AS bigint), N''Country'', N''Northern Ireland'', NULL, N''northern-ireland'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Kind', N'Name', N'ParentId', N'Slug') AND [object_id] = OBJECT_ID(N'[Places]'))
        SET IDENTITY_INSERT [Places] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Kind', N'Name', N'Position', N'Retired', N'Revision', N'Text') AND [object_id] = OBJECT_ID(N'[Replies]'))
        SET IDENTITY_INSERT [Replies] ON;
    EXEC(N'INSERT INTO [Replies] ([Id], [Kind], [Name], [Position], [Retired], [Revision], [Text])
    VALUES (CAST(1 AS bigint), N''Decline'', N''Not about sharing what services know'', 10, CAST(0 AS bit), 0, CONCAT(CAST(N''We can see that this matters to you. Here we collect stories about what happens when services share what they know, and when they do not. Yours is about something else, so we cannot use it.'' AS nvarchar(max)), nchar(10), nchar(10), N''If you want a service to put something right, tell that service first, and ask how it deals with complaints.'')),
    (CAST(2 AS bigint), N''Decline'', N''Somebody could be recognised'', 20, CAST(0 AS bit), 0, CONCAT(CAST(N''You trusted us with this, so we looked hard for a way to tell it in which nobody can be recognised. We did not find one. So few people have lived through this that somebody would know who it is about. If we left out enough to keep everyone safe, there would be no story left.'' AS nvarchar(max)), nchar(10), nchar(10), N''Keeping you and the others in it safe comes first.'')),
    (CAST(3 AS bigint), N''Decline'', N''We have this story already'', 30, CAST(0 AS bit), 0, CONCAT(CAST(N''We have this story already: the same words have reached us before. We go on with the ones that came first, so nothing that you told us is lost.'' AS nvarchar(max)), nchar(10), nchar(10), N''If yours is another story, we are sorry. Please tell it again, and say what was different.'')),
    (CAST(4 AS bigint), N''Decline'', N''Still going on, needs somebody who can act'', 40, CAST(0 AS bit), 0, CONCAT(CAST(N''What you write about is still going on, and it needs somebody who can act now. We cannot: we collect stories so that services change, and we have no part in what they decide.'' AS nvarchar(max)), nchar(10), nchar(10), N''Please tell [who can act, and how to reach them].'', nchar(10), nchar(10), N''When it is over you can tell us again. We will read it with care.'')),
    (CAST(5 AS bigint), N''Decline'', N''Spam or advertising'', 50, CAST(0 AS bit), 0, N''We could not tell that this came from a person, so we have not used it. If it did, we are sorry: please tell us again, and leave out links.''),
    (CAST(6 AS bigint), N''Decline'', N''Not in English, and nobody could read it'', 60, CAST(0 AS bit), 0, CONCAT(CAST(N''Your story is in [the language], and we found nobody who knows it well enough to read it for us. We do not want to guess what you mean, and we are sorry.'' AS nvarchar(max)), nchar(10), nchar(10), N''If somebody whom you trust can help you to write it in English, please tell it again.'')),
    (CAST(7 AS bigint), N''Decline'', N''Too little to go on'', 70, CAST(0 AS bit), 0, CONCAT(CAST(N''We read your story with care, and we could not make out [what we could not make out]. Without that, others cannot learn from it.'' AS nvarchar(max)), nchar(10), nchar(10), N''You are welcome to tell us a little more of what happened. You need not name anybody.'')),
    (CAST(8 AS bigint), N''Question'', N''Roughly when it happened'', 10, CAST(0 AS bit), 0, N''Thank you for your story. Roughly when did it happen? The year and the time of year are enough. Please do not give us the day.''),
    (CAST(9 AS bigint), N''Question'', N''Which kind of service'', 20, CAST(0 AS bit), 0, N''Thank you for your story. Which kind of service do you mean by “[their words]”? For example a hospital, a school or the housing office. Please do not name anybody who works there.''),
    (CAST(10 AS bigint), N''Question'', N''What happened in the end'', 30, CAST(0 AS bit), 0, N''Thank you for your story. What happened in the end? If it is still going on, tell us how things are now. If you would rather not say, just tell us that.''),
    (CAST(11 AS bigint), N''Question'', N''Is it all right to change something'', 40, CAST(0 AS bit), 0, N''Thank you for your story. So that nobody can be recognised, we would like to [what we would change]. Is that all right with you? If it is not, tell us what you would like instead.''),
    (CAST(12 AS bigint), N''Question'', N''Something that we need to know'', 50, CAST(0 AS bit), 0, N''Thank you for your story. There is one thing that we did not understand: [what we need to know]. Can you tell us a little more? Please leave out names and addresses.'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Kind', N'Name', N'Position', N'Retired', N'Revision', N'Text') AND [object_id] = OBJECT_ID(N'[Replies]'))
        SET IDENTITY_INSERT [Replies] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Facet', N'Group', N'MergedIntoId', N'Name', N'Retired', N'Slug', N'SynonymLines') AND [object_id] = OBJECT_ID(N'[Tags]'))
        SET IDENTITY_INSERT [Tags] ON;
    EXEC(N'INSERT INTO [Tags] ([Id], [Facet], [Group], [MergedIntoId], [Name], [Retired], [Slug], [SynonymLines])
    VALUES (CAST(100 AS bigint), N''PolicyArea'', NULL, NULL, N''Early help'', CAST(0 AS bit), N''early-help'', NULL),
    (CAST(101 AS bigint), N''PolicyArea'', NULL, NULL, N''Supporting (Troubled) Families'', CAST(0 AS bit), N''supporting-troubled-families'', NULL),
    (CAST(102 AS bigint), N''PolicyArea'', NULL, NULL, N''Safeguarding children'', CAST(0 AS bit), N''safeguarding-children'', NULL),
    (CAST(103 AS bigint), N''PolicyArea'', NULL, NULL, N''Safeguarding adults'', CAST(0 AS bit), N''safeguarding-adults'', NULL),
    (CAST(104 AS bigint), N''PolicyArea'', NULL, NULL, N''Multi-agency safeguarding hub'', CAST(0 AS bit), N''multi-agency-safeguarding-hub'', NULL),
    (CAST(105 AS bigint), N''PolicyArea'', NULL, NULL, N''Child sexual exploitation'', CAST(0 AS bit), N''child-sexual-exploitation'', NULL),
    (CAST(106 AS bigint), N''PolicyArea'', NULL, NULL, N''Domestic abuse (MARAC)'', CAST(0 AS bit), N''domestic-abuse-marac'', NULL),
    (CAST(107 AS bigint), N''PolicyArea'', NULL, NULL, N''Gangs and youth violence'', CAST(0 AS bit), N''gangs-and-youth-violence'', NULL),
    (CAST(108 AS bigint), N''PolicyArea'', NULL, NULL, N''Re-offending'', CAST(0 AS bit), N''re-offending'', NULL),
    (CAST(109 AS bigint), N''PolicyArea'', NULL, NULL, N''Policing and mental health'', CAST(0 AS bit), N''policing-and-mental-health'', NULL),
    (CAST(110 AS bigint), N''PolicyArea'', NULL, NULL, N''Mental health crisis care'', CAST(0 AS bit), N''mental-health-crisis-care'', NULL),
    (CAST(111 AS bigint), N''PolicyArea'', NULL, NULL, N''Health and social care integration'', CAST(0 AS bit), N''health-and-social-care-integration'', NULL),
    (CAST(112 AS bigint), N''PolicyArea'', NULL, NULL, N''Hospital discharge'', CAST(0 AS bit), N''hospital-discharge'', NULL),
    (CAST(113 AS bigint), N''PolicyArea'', NULL, NULL, N''Welfare reform and employment support'', CAST(0 AS bit), N''welfare-reform-and-employment-support'', NULL),
    (CAST(114 AS bigint), N''PolicyArea'', NULL, NULL, N''Housing and homelessness'', CAST(0 AS bit), N''housing-and-homelessness'', NULL),
    (CAST(115 AS bigint), N''PolicyArea'', NULL, NULL, N''Substance misuse'', CAST(0 AS bit), N''substance-misuse'', NULL),
    (CAST(116 AS bigint), N''PolicyArea'', NULL, NULL, N''SEND and disabled children'', CAST(0 AS bit), N''send-and-disabled-children'', NULL),
    (CAST(117 AS bigint), N''PolicyArea'', NULL, NULL, N''Digital and financial inclusion'', CAST(0 AS bit), N''digital-and-financial-inclusion'', NULL),
    (CAST(118 AS bigint), N''PolicyArea'', NULL, NULL, N''Public service transformation'', CAST(0 AS bit), N''public-service-transformation'', NULL),
    (CAST(200 AS bigint), N''HandOffProblem'', NULL, NULL, N''Who do I talk to?'', CAST(0 AS bit), N''who-do-i-talk-to'', NULL),
    (CAST(201 AS bigint), N''HandOffProblem'', NULL, NULL, N''Repeating my story'', CAST(0 AS bit), N''repeating-my-story'', NULL),
    (CAST(202 AS bigint), N''HandOffProblem'', NULL, NULL, N''Which service will help?'', CAST(0 AS bit), N''which-service-will-help'', NULL),
    (CAST(203 AS bigint), N''HandOffProblem'', NULL, NULL, N''Left hanging, no call back'', CAST(0 AS bit), N''left-hanging-no-call-back'', NULL),
    (CAST(204 AS bigint), N''HandOffProblem'', NULL, NULL, N''Passed back and forth'', CAST(0 AS bit), N''passed-back-and-forth'', NULL),
    (CAST(205 AS bigint), N''HandOffProblem'', NULL, NULL, N''Referral lost or refused'', CAST(0 AS bit), N''referral-lost-or-refused'', NULL),
    (CAST(206 AS bigint), N''HandOffProblem'', NULL, NULL, N''Threshold not met'', CAST(0 AS bit), N''threshold-not-met'', NULL),
    (CAST(207 AS bigint), N''HandOffProblem'', NULL, NULL, N''Several key workers, no lead'', CAST(0 AS bit), N''several-key-workers-no-lead'', NULL),
    (CAST(208 AS bigint), N''HandOffProblem'', NULL, NULL, N''Duplicate assessments'', CAST(0 AS bit), N''duplicate-assessments'', NULL),
    (CAST(209 AS bigint), N''HandOffProblem'', NULL, NULL, N''Information arrived late'', CAST(0 AS bit), N''information-arrived-late'', NULL),
    (CAST(210 AS bigint), N''HandOffProblem'', NULL, NULL, N''Information wrong or old'', CAST(0 AS bit), N''information-wrong-or-old'', NULL),
    (CAST(211 AS bigint), N''HandOffProblem'', NULL, NULL, N''No feedback to the referrer'', CAST(0 AS bit), N''no-feedback-to-the-referrer'', NULL),
    (CAST(212 AS bigint), N''HandOffProblem'', NULL, NULL, N''Told "we can''''t share that"'', CAST(0 AS bit), N''told-we-cant-share-that'', NULL),
    (CAST(213 AS bigint), N''HandOffProblem'', NULL, NULL, N''System would not let us'', CAST(0 AS bit), N''system-would-not-let-us'', NULL),
    (CAST(214 AS bigint), N''HandOffProblem'', NULL, NULL, N''Cross-border move'', CAST(0 AS bit), N''cross-border-move'', NULL),
    (CAST(215 AS bigint), N''HandOffProblem'', NULL, NULL, N''Out-of-hours gap'', CAST(0 AS bit), N''out-of-hours-gap'', NULL),
    (CAST(216 AS bigint), N''HandOffProblem'', NULL, NULL, N''Transition between services'', CAST(0 AS bit), N''transition-between-services'', NULL),
    (CAST(300 AS bigint), N''Barrier'', N''Culture'', NULL, N''Personal risk'', CAST(0 AS bit), N''personal-risk'', NULL),
    (CAST(301 AS bigint), N''Barrier'', N''Culture'', NULL, N''Trust'', CAST(0 AS bit), N''trust'', NULL),
    (CAST(302 AS bigint), N''Barrier'', N''Culture'', NULL, N''Professional language'', CAST(0 AS bit), N''professional-language'', NULL),
    (CAST(303 AS bigint), N''Barrier'', N''Culture'', NULL, N''Differing priorities'', CAST(0 AS bit), N''differing-priorities'', NULL),
    (CAST(304 AS bigint), N''Barrier'', N''Culture'', NULL, N''Nobody''''s job'', CAST(0 AS bit), N''nobodys-job'', NULL),
    (CAST(305 AS bigint), N''Barrier'', N''Culture'', NULL, N''Not asked the right question'', CAST(0 AS bit), N''not-asked-the-right-question'', NULL);
    INSERT INTO [Tags] ([Id], [Facet], [Group], [MergedIntoId], [Name], [Retired], [Slug], [SynonymLines])
    VALUES (CAST(400 AS bigint), N''Barrier'', N''Leadership'', NULL, N''Leadership'', CAST(0 AS bit), N''leadership'', NULL),
    (CAST(500 AS bigint), N''Barrier'', N''Governance'', NULL, N''No agreement'', CAST(0 AS bit), N''no-agreement'', NULL),
    (CAST(501 AS bigint), N''Barrier'', N''Governance'', NULL, N''Unclear lead'', CAST(0 AS bit), N''unclear-lead'', NULL),
    (CAST(502 AS bigint), N''Barrier'', N''Governance'', NULL, N''Consent treated as the only gateway'', CAST(0 AS bit), N''consent-treated-as-the-only-gateway'', NULL),
    (CAST(503 AS bigint), N''Barrier'', N''Governance'', NULL, N''Unclear thresholds'', CAST(0 AS bit), N''unclear-thresholds'', NULL),
    (CAST(600 AS bigint), N''Barrier'', N''Technology'', NULL, N''No access'', CAST(0 AS bit), N''no-access'', NULL),
    (CAST(601 AS bigint), N''Barrier'', N''Technology'', NULL, N''Separate systems'', CAST(0 AS bit), N''separate-systems'', NULL),
    (CAST(602 AS bigint), N''Barrier'', N''Technology'', NULL, N''No secure channel'', CAST(0 AS bit), N''no-secure-channel'', NULL),
    (CAST(603 AS bigint), N''Barrier'', N''Technology'', NULL, N''Data quality'', CAST(0 AS bit), N''data-quality'', NULL),
    (CAST(700 AS bigint), N''Barrier'', N''Law'', NULL, N''Law, as perceived'', CAST(0 AS bit), N''law-as-perceived'', NULL),
    (CAST(701 AS bigint), N''Barrier'', N''Law'', NULL, N''Law, in fact'', CAST(0 AS bit), N''law-in-fact'', NULL),
    (CAST(800 AS bigint), N''Barrier'', N''Resource'', NULL, N''Time'', CAST(0 AS bit), N''time'', NULL),
    (CAST(801 AS bigint), N''Barrier'', N''Resource'', NULL, N''Staff'', CAST(0 AS bit), N''staff'', NULL),
    (CAST(802 AS bigint), N''Barrier'', N''Resource'', NULL, N''Training'', CAST(0 AS bit), N''training'', NULL),
    (CAST(900 AS bigint), N''Enabler'', NULL, NULL, N''Co-location'', CAST(0 AS bit), N''co-location'', NULL),
    (CAST(901 AS bigint), N''Enabler'', NULL, NULL, N''Single point of access'', CAST(0 AS bit), N''single-point-of-access'', NULL),
    (CAST(902 AS bigint), N''Enabler'', NULL, NULL, N''Lead worker'', CAST(0 AS bit), N''lead-worker'', NULL),
    (CAST(903 AS bigint), N''Enabler'', NULL, NULL, N''Shared care record'', CAST(0 AS bit), N''shared-care-record'', NULL),
    (CAST(904 AS bigint), N''Enabler'', NULL, NULL, N''Joint duty or triage car'', CAST(0 AS bit), N''joint-duty-or-triage-car'', NULL),
    (CAST(905 AS bigint), N''Enabler'', NULL, NULL, N''Multi-agency meeting'', CAST(0 AS bit), N''multi-agency-meeting'', NULL),
    (CAST(906 AS bigint), N''Enabler'', NULL, NULL, N''Information sharing agreement'', CAST(0 AS bit), N''information-sharing-agreement'', NULL),
    (CAST(907 AS bigint), N''Enabler'', NULL, NULL, N''Guided conversation'', CAST(0 AS bit), N''guided-conversation'', NULL),
    (CAST(908 AS bigint), N''Enabler'', NULL, NULL, N''Joint induction or training'', CAST(0 AS bit), N''joint-induction-or-training'', NULL),
    (CAST(909 AS bigint), N''Enabler'', NULL, NULL, N''Feedback to referrer'', CAST(0 AS bit), N''feedback-to-referrer'', NULL),
    (CAST(910 AS bigint), N''Enabler'', NULL, NULL, N''Voluntary-sector link'', CAST(0 AS bit), N''voluntary-sector-link'', NULL),
    (CAST(911 AS bigint), N''Enabler'', NULL, NULL, N''Consent at first contact'', CAST(0 AS bit), N''consent-at-first-contact'', NULL),
    (CAST(1000 AS bigint), N''Service'', NULL, NULL, N''GP and primary care'', CAST(0 AS bit), N''gp-and-primary-care'', NULL),
    (CAST(1001 AS bigint), N''Service'', NULL, NULL, N''Acute hospital and A&E'', CAST(0 AS bit), N''acute-hospital-and-a-e'', NULL),
    (CAST(1002 AS bigint), N''Service'', NULL, NULL, N''Community health'', CAST(0 AS bit), N''community-health'', NULL),
    (CAST(1003 AS bigint), N''Service'', NULL, NULL, N''Mental health'', CAST(0 AS bit), N''mental-health'', NULL),
    (CAST(1004 AS bigint), N''Service'', NULL, NULL, N''Ambulance'', CAST(0 AS bit), N''ambulance'', NULL),
    (CAST(1005 AS bigint), N''Service'', NULL, NULL, N''Children''''s social care'', CAST(0 AS bit), N''childrens-social-care'', NULL),
    (CAST(1006 AS bigint), N''Service'', NULL, NULL, N''Adult social care'', CAST(0 AS bit), N''adult-social-care'', NULL),
    (CAST(1007 AS bigint), N''Service'', NULL, NULL, N''School and education'', CAST(0 AS bit), N''school-and-education'', NULL),
    (CAST(1008 AS bigint), N''Service'', NULL, NULL, N''Housing'', CAST(0 AS bit), N''housing'', NULL),
    (CAST(1009 AS bigint), N''Service'', NULL, NULL, N''Council customer services'', CAST(0 AS bit), N''council-customer-services'', NULL),
    (CAST(1010 AS bigint), N''Service'', NULL, NULL, N''Jobcentre Plus and DWP'', CAST(0 AS bit), N''jobcentre-plus-and-dwp'', NULL),
    (CAST(1011 AS bigint), N''Service'', NULL, NULL, N''Police'', CAST(0 AS bit), N''police'', NULL),
    (CAST(1012 AS bigint), N''Service'', NULL, NULL, N''Probation, prison and youth justice'', CAST(0 AS bit), N''probation-prison-and-youth-justice'', NULL),
    (CAST(1013 AS bigint), N''Service'', NULL, NULL, N''Fire and rescue'', CAST(0 AS bit), N''fire-and-rescue'', NULL),
    (CAST(1014 AS bigint), N''Service'', NULL, NULL, N''Public health'', CAST(0 AS bit), N''public-health'', NULL),
    (CAST(1015 AS bigint), N''Service'', NULL, NULL, N''Drug and alcohol'', CAST(0 AS bit), N''drug-and-alcohol'', NULL);
    INSERT INTO [Tags] ([Id], [Facet], [Group], [MergedIntoId], [Name], [Retired], [Slug], [SynonymLines])
    VALUES (CAST(1016 AS bigint), N''Service'', NULL, NULL, N''Domestic abuse'', CAST(0 AS bit), N''domestic-abuse'', NULL),
    (CAST(1017 AS bigint), N''Service'', NULL, NULL, N''Voluntary and community'', CAST(0 AS bit), N''voluntary-and-community'', NULL),
    (CAST(1018 AS bigint), N''Service'', NULL, NULL, N''Environmental health and wardens'', CAST(0 AS bit), N''environmental-health-and-wardens'', NULL),
    (CAST(1019 AS bigint), N''Service'', NULL, NULL, N''Central government'', CAST(0 AS bit), N''central-government'', NULL),
    (CAST(1020 AS bigint), N''Service'', NULL, NULL, N''Other'', CAST(0 AS bit), N''other'', NULL),
    (CAST(1100 AS bigint), N''Outcome'', N''Person'', NULL, N''Told it once'', CAST(0 AS bit), N''told-it-once'', NULL),
    (CAST(1101 AS bigint), N''Outcome'', N''Person'', NULL, N''Right help sooner'', CAST(0 AS bit), N''right-help-sooner'', NULL),
    (CAST(1102 AS bigint), N''Outcome'', N''Person'', NULL, N''Crisis avoided'', CAST(0 AS bit), N''crisis-avoided'', NULL),
    (CAST(1103 AS bigint), N''Outcome'', N''Person'', NULL, N''Harm or distress'', CAST(0 AS bit), N''harm-or-distress'', NULL),
    (CAST(1104 AS bigint), N''Outcome'', N''Person'', NULL, N''Delay'', CAST(0 AS bit), N''delay'', NULL),
    (CAST(1105 AS bigint), N''Outcome'', N''Person'', NULL, N''Lost income, home or place'', CAST(0 AS bit), N''lost-income-home-or-place'', NULL),
    (CAST(1106 AS bigint), N''Outcome'', N''Person'', NULL, N''Gave up'', CAST(0 AS bit), N''gave-up'', NULL),
    (CAST(1107 AS bigint), N''Outcome'', N''Person'', NULL, N''Safer'', CAST(0 AS bit), N''safer'', NULL),
    (CAST(1200 AS bigint), N''Outcome'', N''Staff'', NULL, N''Time saved'', CAST(0 AS bit), N''time-saved'', NULL),
    (CAST(1201 AS bigint), N''Outcome'', N''Staff'', NULL, N''Confidence to share'', CAST(0 AS bit), N''confidence-to-share'', NULL),
    (CAST(1202 AS bigint), N''Outcome'', N''Staff'', NULL, N''Duplicate work'', CAST(0 AS bit), N''duplicate-work'', NULL),
    (CAST(1203 AS bigint), N''Outcome'', N''Staff'', NULL, N''Felt they let someone down'', CAST(0 AS bit), N''felt-they-let-someone-down'', NULL),
    (CAST(1300 AS bigint), N''Outcome'', N''System'', NULL, N''Fewer emergency admissions'', CAST(0 AS bit), N''fewer-emergency-admissions'', NULL),
    (CAST(1301 AS bigint), N''Outcome'', N''System'', NULL, N''Fewer detentions'', CAST(0 AS bit), N''fewer-detentions'', NULL),
    (CAST(1302 AS bigint), N''Outcome'', N''System'', NULL, N''Fewer assessments'', CAST(0 AS bit), N''fewer-assessments'', NULL),
    (CAST(1303 AS bigint), N''Outcome'', N''System'', NULL, N''Fewer repeat calls'', CAST(0 AS bit), N''fewer-repeat-calls'', NULL),
    (CAST(1304 AS bigint), N''Outcome'', N''System'', NULL, N''Cost'', CAST(0 AS bit), N''cost'', NULL)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Facet', N'Group', N'MergedIntoId', N'Name', N'Retired', N'Slug', N'SynonymLines') AND [object_id] = OBJECT_ID(N'[Tags]'))
        SET IDENTITY_INSERT [Tags] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Kind', N'Name', N'ParentId', N'Slug') AND [object_id] = OBJECT_ID(N'[Places]'))
        SET IDENTITY_INSERT [Places] ON;
    EXEC(N'INSERT INTO [Places] ([Id], [Kind], [Name], [ParentId], [Slug])
    VALUES (CAST(11 AS bigint), N''Region'', N''North East'', CAST(1 AS bigint), N''north-east''),
    (CAST(12 AS bigint), N''Region'', N''North West'', CAST(1 AS bigint), N''north-west''),
    (CAST(13 AS bigint), N''Region'', N''Yorkshire and The Humber'', CAST(1 AS bigint), N''yorkshire-and-the-humber''),
    (CAST(14 AS bigint), N''Region'', N''East Midlands'', CAST(1 AS bigint), N''east-midlands''),
    (CAST(15 AS bigint), N''Region'', N''West Midlands'', CAST(1 AS bigint), N''west-midlands''),
    (CAST(16 AS bigint), N''Region'', N''East of England'', CAST(1 AS bigint), N''east-of-england''),
    (CAST(17 AS bigint), N''Region'', N''London'', CAST(1 AS bigint), N''london''),
    (CAST(18 AS bigint), N''Region'', N''South East'', CAST(1 AS bigint), N''south-east''),
    (CAST(19 AS bigint), N''Region'', N''South West'', CAST(1 AS bigint), N''south-west''),
    (CAST(200 AS bigint), N''Authority'', N''Blaenau Gwent'', CAST(2 AS bigint), N''blaenau-gwent''),
    (CAST(201 AS bigint), N''Authority'', N''Bridgend'', CAST(2 AS bigint), N''bridgend''),
    (CAST(202 AS bigint), N''Authority'', N''Caerphilly'', CAST(2 AS bigint), N''caerphilly''),
    (CAST(203 AS bigint), N''Authority'', N''Cardiff'', CAST(2 AS bigint), N''cardiff''),
    (CAST(204 AS bigint), N''Authority'', N''Carmarthenshire'', CAST(2 AS bigint), N''carmarthenshire''),
    (CAST(205 AS bigint), N''Authority'', N''Ceredigion'', CAST(2 AS bigint), N''ceredigion''),
    (CAST(206 AS bigint), N''Authority'', N''Conwy'', CAST(2 AS bigint), N''conwy''),
    (CAST(207 AS bigint), N''Authority'', N''Denbighshire'', CAST(2 AS bigint), N''denbighshire''),
    (CAST(208 AS bigint), N''Authority'', N''Flintshire'', CAST(2 AS bigint), N''flintshire''),
    (CAST(209 AS bigint), N''Authority'', N''Gwynedd'', CAST(2 AS bigint), N''gwynedd''),
    (CAST(210 AS bigint), N''Authority'', N''Isle of Anglesey'', CAST(2 AS bigint), N''isle-of-anglesey''),
    (CAST(211 AS bigint), N''Authority'', N''Merthyr Tydfil'', CAST(2 AS bigint), N''merthyr-tydfil''),
    (CAST(212 AS bigint), N''Authority'', N''Monmouthshire'', CAST(2 AS bigint), N''monmouthshire''),
    (CAST(213 AS bigint), N''Authority'', N''Neath Port Talbot'', CAST(2 AS bigint), N''neath-port-talbot''),
    (CAST(214 AS bigint), N''Authority'', N''Newport'', CAST(2 AS bigint), N''newport''),
    (CAST(215 AS bigint), N''Authority'', N''Pembrokeshire'', CAST(2 AS bigint), N''pembrokeshire''),
    (CAST(216 AS bigint), N''Authority'', N''Powys'', CAST(2 AS bigint), N''powys''),
    (CAST(217 AS bigint), N''Authority'', N''Rhondda Cynon Taf'', CAST(2 AS bigint), N''rhondda-cynon-taf''),
    (CAST(218 AS bigint), N''Authority'', N''Swansea'', CAST(2 AS bigint), N''swansea''),
    (CAST(219 AS bigint), N''Authority'', N''Torfaen'', CAST(2 AS bigint), N''torfaen''),
    (CAST(220 AS bigint), N''Authority'', N''Vale of Glamorgan'', CAST(2 AS bigint), N''vale-of-glamorgan''),
    (CAST(221 AS bigint), N''Authority'', N''Wrexham'', CAST(2 AS bigint), N''wrexham''),
    (CAST(300 AS bigint), N''Authority'', N''Aberdeen City'', CAST(3 AS bigint), N''aberdeen-city''),
    (CAST(301 AS bigint), N''Authority'', N''Aberdeenshire'', CAST(3 AS bigint), N''aberdeenshire''),
    (CAST(302 AS bigint), N''Authority'', N''Angus'', CAST(3 AS bigint), N''angus''),
    (CAST(303 AS bigint), N''Authority'', N''Argyll and Bute'', CAST(3 AS bigint), N''argyll-and-bute''),
    (CAST(304 AS bigint), N''Authority'', N''City of Edinburgh'', CAST(3 AS bigint), N''city-of-edinburgh''),
    (CAST(305 AS bigint), N''Authority'', N''Clackmannanshire'', CAST(3 AS bigint), N''clackmannanshire''),
    (CAST(306 AS bigint), N''Authority'', N''Dumfries and Galloway'', CAST(3 AS bigint), N''dumfries-and-galloway''),
    (CAST(307 AS bigint), N''Authority'', N''Dundee City'', CAST(3 AS bigint), N''dundee-city''),
    (CAST(308 AS bigint), N''Authority'', N''East Ayrshire'', CAST(3 AS bigint), N''east-ayrshire''),
    (CAST(309 AS bigint), N''Authority'', N''East Dunbartonshire'', CAST(3 AS bigint), N''east-dunbartonshire''),
    (CAST(310 AS bigint), N''Authority'', N''East Lothian'', CAST(3 AS bigint), N''east-lothian'');
    INSERT INTO [Places] ([Id], [Kind], [Name], [ParentId], [Slug])
    VALUES (CAST(311 AS bigint), N''Authority'', N''East Renfrewshire'', CAST(3 AS bigint), N''east-renfrewshire''),
    (CAST(312 AS bigint), N''Authority'', N''Falkirk'', CAST(3 AS bigint), N''falkirk''),
    (CAST(313 AS bigint), N''Authority'', N''Fife'', CAST(3 AS bigint), N''fife''),
    (CAST(314 AS bigint), N''Authority'', N''Glasgow City'', CAST(3 AS bigint), N''glasgow-city''),
    (CAST(315 AS bigint), N''Authority'', N''Highland'', CAST(3 AS bigint), N''highland''),
    (CAST(316 AS bigint), N''Authority'', N''Inverclyde'', CAST(3 AS bigint), N''inverclyde''),
    (CAST(317 AS bigint), N''Authority'', N''Midlothian'', CAST(3 AS bigint), N''midlothian''),
    (CAST(318 AS bigint), N''Authority'', N''Moray'', CAST(3 AS bigint), N''moray''),
    (CAST(319 AS bigint), N''Authority'', N''Na h-Eileanan Siar'', CAST(3 AS bigint), N''na-h-eileanan-siar''),
    (CAST(320 AS bigint), N''Authority'', N''North Ayrshire'', CAST(3 AS bigint), N''north-ayrshire''),
    (CAST(321 AS bigint), N''Authority'', N''North Lanarkshire'', CAST(3 AS bigint), N''north-lanarkshire''),
    (CAST(322 AS bigint), N''Authority'', N''Orkney Islands'', CAST(3 AS bigint), N''orkney-islands''),
    (CAST(323 AS bigint), N''Authority'', N''Perth and Kinross'', CAST(3 AS bigint), N''perth-and-kinross''),
    (CAST(324 AS bigint), N''Authority'', N''Renfrewshire'', CAST(3 AS bigint), N''renfrewshire''),
    (CAST(325 AS bigint), N''Authority'', N''Scottish Borders'', CAST(3 AS bigint), N''scottish-borders''),
    (CAST(326 AS bigint), N''Authority'', N''Shetland Islands'', CAST(3 AS bigint), N''shetland-islands''),
    (CAST(327 AS bigint), N''Authority'', N''South Ayrshire'', CAST(3 AS bigint), N''south-ayrshire''),
    (CAST(328 AS bigint), N''Authority'', N''South Lanarkshire'', CAST(3 AS bigint), N''south-lanarkshire''),
    (CAST(329 AS bigint), N''Authority'', N''Stirling'', CAST(3 AS bigint), N''stirling''),
    (CAST(330 AS bigint), N''Authority'', N''West Dunbartonshire'', CAST(3 AS bigint), N''west-dunbartonshire''),
    (CAST(331 AS bigint), N''Authority'', N''West Lothian'', CAST(3 AS bigint), N''west-lothian''),
    (CAST(400 AS bigint), N''Authority'', N''Antrim and Newtownabbey'', CAST(4 AS bigint), N''antrim-and-newtownabbey''),
    (CAST(401 AS bigint), N''Authority'', N''Ards and North Down'', CAST(4 AS bigint), N''ards-and-north-down''),
    (CAST(402 AS bigint), N''Authority'', N''Armagh City, Banbridge and Craigavon'', CAST(4 AS bigint), N''armagh-city-banbridge-and-craigavon''),
    (CAST(403 AS bigint), N''Authority'', N''Belfast'', CAST(4 AS bigint), N''belfast''),
    (CAST(404 AS bigint), N''Authority'', N''Causeway Coast and Glens'', CAST(4 AS bigint), N''causeway-coast-and-glens''),
    (CAST(405 AS bigint), N''Authority'', N''Derry City and Strabane'', CAST(4 AS bigint), N''derry-city-and-strabane''),
    (CAST(406 AS bigint), N''Authority'', N''Fermanagh and Omagh'', CAST(4 AS bigint), N''fermanagh-and-omagh''),
    (CAST(407 AS bigint), N''Authority'', N''Lisburn and Castlereagh'', CAST(4 AS bigint), N''lisburn-and-castlereagh''),
    (CAST(408 AS bigint), N''Authority'', N''Mid and East Antrim'', CAST(4 AS bigint), N''mid-and-east-antrim''),
    (CAST(409 AS bigint), N''Authority'', N''Mid Ulster'', CAST(4 AS bigint), N''mid-ulster''),
    (CAST(410 AS bigint), N''Authority'', N''Newry, Mourne and Down'', CAST(4 AS bigint), N''newry-mourne-and-down''),
    (CAST(1100 AS bigint), N''Authority'', N''County Durham'', CAST(11 AS bigint), N''county-durham''),
    (CAST(1101 AS bigint), N''Authority'', N''Darlington'', CAST(11 AS bigint), N''darlington''),
    (CAST(1102 AS bigint), N''Authority'', N''Gateshead'', CAST(11 AS bigint), N''gateshead''),
    (CAST(1103 AS bigint), N''Authority'', N''Hartlepool'', CAST(11 AS bigint), N''hartlepool''),
    (CAST(1104 AS bigint), N''Authority'', N''Middlesbrough'', CAST(11 AS bigint), N''middlesbrough''),
    (CAST(1105 AS bigint), N''Authority'', N''Newcastle upon Tyne'', CAST(11 AS bigint), N''newcastle-upon-tyne''),
    (CAST(1106 AS bigint), N''Authority'', N''North Tyneside'', CAST(11 AS bigint), N''north-tyneside''),
    (CAST(1107 AS bigint), N''Authority'', N''Northumberland'', CAST(11 AS bigint), N''northumberland''),
    (CAST(1108 AS bigint), N''Authority'', N''Redcar and Cleveland'', CAST(11 AS bigint), N''redcar-and-cleveland''),
    (CAST(1109 AS bigint), N''Authority'', N''South Tyneside'', CAST(11 AS bigint), N''south-tyneside'');
    INSERT INTO [Places] ([Id], [Kind], [Name], [ParentId], [Slug])
    VALUES (CAST(1110 AS bigint), N''Authority'', N''Stockton-on-Tees'', CAST(11 AS bigint), N''stockton-on-tees''),
    (CAST(1111 AS bigint), N''Authority'', N''Sunderland'', CAST(11 AS bigint), N''sunderland''),
    (CAST(1200 AS bigint), N''Authority'', N''Blackburn with Darwen'', CAST(12 AS bigint), N''blackburn-with-darwen''),
    (CAST(1201 AS bigint), N''Authority'', N''Blackpool'', CAST(12 AS bigint), N''blackpool''),
    (CAST(1202 AS bigint), N''Authority'', N''Bolton'', CAST(12 AS bigint), N''bolton''),
    (CAST(1203 AS bigint), N''Authority'', N''Bury'', CAST(12 AS bigint), N''bury''),
    (CAST(1204 AS bigint), N''Authority'', N''Cheshire East'', CAST(12 AS bigint), N''cheshire-east''),
    (CAST(1205 AS bigint), N''Authority'', N''Cheshire West and Chester'', CAST(12 AS bigint), N''cheshire-west-and-chester''),
    (CAST(1206 AS bigint), N''Authority'', N''Cumberland'', CAST(12 AS bigint), N''cumberland''),
    (CAST(1207 AS bigint), N''Authority'', N''Halton'', CAST(12 AS bigint), N''halton''),
    (CAST(1208 AS bigint), N''Authority'', N''Knowsley'', CAST(12 AS bigint), N''knowsley''),
    (CAST(1209 AS bigint), N''Authority'', N''Lancashire'', CAST(12 AS bigint), N''lancashire''),
    (CAST(1210 AS bigint), N''Authority'', N''Liverpool'', CAST(12 AS bigint), N''liverpool''),
    (CAST(1211 AS bigint), N''Authority'', N''Manchester'', CAST(12 AS bigint), N''manchester''),
    (CAST(1212 AS bigint), N''Authority'', N''Oldham'', CAST(12 AS bigint), N''oldham''),
    (CAST(1213 AS bigint), N''Authority'', N''Rochdale'', CAST(12 AS bigint), N''rochdale''),
    (CAST(1214 AS bigint), N''Authority'', N''Salford'', CAST(12 AS bigint), N''salford''),
    (CAST(1215 AS bigint), N''Authority'', N''Sefton'', CAST(12 AS bigint), N''sefton''),
    (CAST(1216 AS bigint), N''Authority'', N''St Helens'', CAST(12 AS bigint), N''st-helens''),
    (CAST(1217 AS bigint), N''Authority'', N''Stockport'', CAST(12 AS bigint), N''stockport''),
    (CAST(1218 AS bigint), N''Authority'', N''Tameside'', CAST(12 AS bigint), N''tameside''),
    (CAST(1219 AS bigint), N''Authority'', N''Trafford'', CAST(12 AS bigint), N''trafford''),
    (CAST(1220 AS bigint), N''Authority'', N''Warrington'', CAST(12 AS bigint), N''warrington''),
    (CAST(1221 AS bigint), N''Authority'', N''Westmorland and Furness'', CAST(12 AS bigint), N''westmorland-and-furness''),
    (CAST(1222 AS bigint), N''Authority'', N''Wigan'', CAST(12 AS bigint), N''wigan''),
    (CAST(1223 AS bigint), N''Authority'', N''Wirral'', CAST(12 AS bigint), N''wirral''),
    (CAST(1300 AS bigint), N''Authority'', N''Barnsley'', CAST(13 AS bigint), N''barnsley''),
    (CAST(1301 AS bigint), N''Authority'', N''Bradford'', CAST(13 AS bigint), N''bradford''),
    (CAST(1302 AS bigint), N''Authority'', N''Calderdale'', CAST(13 AS bigint), N''calderdale''),
    (CAST(1303 AS bigint), N''Authority'', N''Doncaster'', CAST(13 AS bigint), N''doncaster''),
    (CAST(1304 AS bigint), N''Authority'', N''East Riding of Yorkshire'', CAST(13 AS bigint), N''east-riding-of-yorkshire''),
    (CAST(1305 AS bigint), N''Authority'', N''Kingston upon Hull'', CAST(13 AS bigint), N''kingston-upon-hull''),
    (CAST(1306 AS bigint), N''Authority'', N''Kirklees'', CAST(13 AS bigint), N''kirklees''),
    (CAST(1307 AS bigint), N''Authority'', N''Leeds'', CAST(13 AS bigint), N''leeds''),
    (CAST(1308 AS bigint), N''Authority'', N''North East Lincolnshire'', CAST(13 AS bigint), N''north-east-lincolnshire''),
    (CAST(1309 AS bigint), N''Authority'', N''North Lincolnshire'', CAST(13 AS bigint), N''north-lincolnshire''),
    (CAST(1310 AS bigint), N''Authority'', N''North Yorkshire'', CAST(13 AS bigint), N''north-yorkshire''),
    (CAST(1311 AS bigint), N''Authority'', N''Rotherham'', CAST(13 AS bigint), N''rotherham''),
    (CAST(1312 AS bigint), N''Authority'', N''Sheffield'', CAST(13 AS bigint), N''sheffield''),
    (CAST(1313 AS bigint), N''Authority'', N''Wakefield'', CAST(13 AS bigint), N''wakefield''),
    (CAST(1314 AS bigint), N''Authority'', N''York'', CAST(13 AS bigint), N''york''),
    (CAST(1400 AS bigint), N''Authority'', N''Derby'', CAST(14 AS bigint), N''derby'');
    INSERT INTO [Places] ([Id], [Kind], [Name], [ParentId], [Slug])
    VALUES (CAST(1401 AS bigint), N''Authority'', N''Derbyshire'', CAST(14 AS bigint), N''derbyshire''),
    (CAST(1402 AS bigint), N''Authority'', N''Leicester'', CAST(14 AS bigint), N''leicester''),
    (CAST(1403 AS bigint), N''Authority'', N''Leicestershire'', CAST(14 AS bigint), N''leicestershire''),
    (CAST(1404 AS bigint), N''Authority'', N''Lincolnshire'', CAST(14 AS bigint), N''lincolnshire''),
    (CAST(1405 AS bigint), N''Authority'', N''North Northamptonshire'', CAST(14 AS bigint), N''north-northamptonshire''),
    (CAST(1406 AS bigint), N''Authority'', N''Nottingham'', CAST(14 AS bigint), N''nottingham''),
    (CAST(1407 AS bigint), N''Authority'', N''Nottinghamshire'', CAST(14 AS bigint), N''nottinghamshire''),
    (CAST(1408 AS bigint), N''Authority'', N''Rutland'', CAST(14 AS bigint), N''rutland''),
    (CAST(1409 AS bigint), N''Authority'', N''West Northamptonshire'', CAST(14 AS bigint), N''west-northamptonshire''),
    (CAST(1500 AS bigint), N''Authority'', N''Birmingham'', CAST(15 AS bigint), N''birmingham''),
    (CAST(1501 AS bigint), N''Authority'', N''Coventry'', CAST(15 AS bigint), N''coventry''),
    (CAST(1502 AS bigint), N''Authority'', N''Dudley'', CAST(15 AS bigint), N''dudley''),
    (CAST(1503 AS bigint), N''Authority'', N''Herefordshire'', CAST(15 AS bigint), N''herefordshire''),
    (CAST(1504 AS bigint), N''Authority'', N''Sandwell'', CAST(15 AS bigint), N''sandwell''),
    (CAST(1505 AS bigint), N''Authority'', N''Shropshire'', CAST(15 AS bigint), N''shropshire''),
    (CAST(1506 AS bigint), N''Authority'', N''Solihull'', CAST(15 AS bigint), N''solihull''),
    (CAST(1507 AS bigint), N''Authority'', N''Staffordshire'', CAST(15 AS bigint), N''staffordshire''),
    (CAST(1508 AS bigint), N''Authority'', N''Stoke-on-Trent'', CAST(15 AS bigint), N''stoke-on-trent''),
    (CAST(1509 AS bigint), N''Authority'', N''Telford and Wrekin'', CAST(15 AS bigint), N''telford-and-wrekin''),
    (CAST(1510 AS bigint), N''Authority'', N''Walsall'', CAST(15 AS bigint), N''walsall''),
    (CAST(1511 AS bigint), N''Authority'', N''Warwickshire'', CAST(15 AS bigint), N''warwickshire''),
    (CAST(1512 AS bigint), N''Authority'', N''Wolverhampton'', CAST(15 AS bigint), N''wolverhampton''),
    (CAST(1513 AS bigint), N''Authority'', N''Worcestershire'', CAST(15 AS bigint), N''worcestershire''),
    (CAST(1600 AS bigint), N''Authority'', N''Bedford'', CAST(16 AS bigint), N''bedford''),
    (CAST(1601 AS bigint), N''Authority'', N''Cambridgeshire'', CAST(16 AS bigint), N''cambridgeshire''),
    (CAST(1602 AS bigint), N''Authority'', N''Central Bedfordshire'', CAST(16 AS bigint), N''central-bedfordshire''),
    (CAST(1603 AS bigint), N''Authority'', N''Essex'', CAST(16 AS bigint), N''essex''),
    (CAST(1604 AS bigint), N''Authority'', N''Hertfordshire'', CAST(16 AS bigint), N''hertfordshire''),
    (CAST(1605 AS bigint), N''Authority'', N''Luton'', CAST(16 AS bigint), N''luton''),
    (CAST(1606 AS bigint), N''Authority'', N''Norfolk'', CAST(16 AS bigint), N''norfolk''),
    (CAST(1607 AS bigint), N''Authority'', N''Peterborough'', CAST(16 AS bigint), N''peterborough''),
    (CAST(1608 AS bigint), N''Authority'', N''Southend-on-Sea'', CAST(16 AS bigint), N''southend-on-sea''),
    (CAST(1609 AS bigint), N''Authority'', N''Suffolk'', CAST(16 AS bigint), N''suffolk''),
    (CAST(1610 AS bigint), N''Authority'', N''Thurrock'', CAST(16 AS bigint), N''thurrock''),
    (CAST(1700 AS bigint), N''Authority'', N''Barking and Dagenham'', CAST(17 AS bigint), N''barking-and-dagenham''),
    (CAST(1701 AS bigint), N''Authority'', N''Barnet'', CAST(17 AS bigint), N''barnet''),
    (CAST(1702 AS bigint), N''Authority'', N''Bexley'', CAST(17 AS bigint), N''bexley''),
    (CAST(1703 AS bigint), N''Authority'', N''Brent'', CAST(17 AS bigint), N''brent''),
    (CAST(1704 AS bigint), N''Authority'', N''Bromley'', CAST(17 AS bigint), N''bromley''),
    (CAST(1705 AS bigint), N''Authority'', N''Camden'', CAST(17 AS bigint), N''camden''),
    (CAST(1706 AS bigint), N''Authority'', N''City of London'', CAST(17 AS bigint), N''city-of-london''),
    (CAST(1707 AS bigint), N''Authority'', N''Croydon'', CAST(17 AS bigint), N''croydon'');
    INSERT INTO [Places] ([Id], [Kind], [Name], [ParentId], [Slug])
    VALUES (CAST(1708 AS bigint), N''Authority'', N''Ealing'', CAST(17 AS bigint), N''ealing''),
    (CAST(1709 AS bigint), N''Authority'', N''Enfield'', CAST(17 AS bigint), N''enfield''),
    (CAST(1710 AS bigint), N''Authority'', N''Greenwich'', CAST(17 AS bigint), N''greenwich''),
    (CAST(1711 AS bigint), N''Authority'', N''Hackney'', CAST(17 AS bigint), N''hackney''),
    (CAST(1712 AS bigint), N''Authority'', N''Hammersmith and Fulham'', CAST(17 AS bigint), N''hammersmith-and-fulham''),
    (CAST(1713 AS bigint), N''Authority'', N''Haringey'', CAST(17 AS bigint), N''haringey''),
    (CAST(1714 AS bigint), N''Authority'', N''Harrow'', CAST(17 AS bigint), N''harrow''),
    (CAST(1715 AS bigint), N''Authority'', N''Havering'', CAST(17 AS bigint), N''havering''),
    (CAST(1716 AS bigint), N''Authority'', N''Hillingdon'', CAST(17 AS bigint), N''hillingdon''),
    (CAST(1717 AS bigint), N''Authority'', N''Hounslow'', CAST(17 AS bigint), N''hounslow''),
    (CAST(1718 AS bigint), N''Authority'', N''Islington'', CAST(17 AS bigint), N''islington''),
    (CAST(1719 AS bigint), N''Authority'', N''Kensington and Chelsea'', CAST(17 AS bigint), N''kensington-and-chelsea''),
    (CAST(1720 AS bigint), N''Authority'', N''Kingston upon Thames'', CAST(17 AS bigint), N''kingston-upon-thames''),
    (CAST(1721 AS bigint), N''Authority'', N''Lambeth'', CAST(17 AS bigint), N''lambeth''),
    (CAST(1722 AS bigint), N''Authority'', N''Lewisham'', CAST(17 AS bigint), N''lewisham''),
    (CAST(1723 AS bigint), N''Authority'', N''Merton'', CAST(17 AS bigint), N''merton''),
    (CAST(1724 AS bigint), N''Authority'', N''Newham'', CAST(17 AS bigint), N''newham''),
    (CAST(1725 AS bigint), N''Authority'', N''Redbridge'', CAST(17 AS bigint), N''redbridge''),
    (CAST(1726 AS bigint), N''Authority'', N''Richmond upon Thames'', CAST(17 AS bigint), N''richmond-upon-thames''),
    (CAST(1727 AS bigint), N''Authority'', N''Southwark'', CAST(17 AS bigint), N''southwark''),
    (CAST(1728 AS bigint), N''Authority'', N''Sutton'', CAST(17 AS bigint), N''sutton''),
    (CAST(1729 AS bigint), N''Authority'', N''Tower Hamlets'', CAST(17 AS bigint), N''tower-hamlets''),
    (CAST(1730 AS bigint), N''Authority'', N''Waltham Forest'', CAST(17 AS bigint), N''waltham-forest''),
    (CAST(1731 AS bigint), N''Authority'', N''Wandsworth'', CAST(17 AS bigint), N''wandsworth''),
    (CAST(1732 AS bigint), N''Authority'', N''Westminster'', CAST(17 AS bigint), N''westminster''),
    (CAST(1800 AS bigint), N''Authority'', N''Bracknell Forest'', CAST(18 AS bigint), N''bracknell-forest''),
    (CAST(1801 AS bigint), N''Authority'', N''Brighton and Hove'', CAST(18 AS bigint), N''brighton-and-hove''),
    (CAST(1802 AS bigint), N''Authority'', N''Buckinghamshire'', CAST(18 AS bigint), N''buckinghamshire''),
    (CAST(1803 AS bigint), N''Authority'', N''East Sussex'', CAST(18 AS bigint), N''east-sussex''),
    (CAST(1804 AS bigint), N''Authority'', N''Hampshire'', CAST(18 AS bigint), N''hampshire''),
    (CAST(1805 AS bigint), N''Authority'', N''Isle of Wight'', CAST(18 AS bigint), N''isle-of-wight''),
    (CAST(1806 AS bigint), N''Authority'', N''Kent'', CAST(18 AS bigint), N''kent''),
    (CAST(1807 AS bigint), N''Authority'', N''Medway'', CAST(18 AS bigint), N''medway''),
    (CAST(1808 AS bigint), N''Authority'', N''Milton Keynes'', CAST(18 AS bigint), N''milton-keynes''),
    (CAST(1809 AS bigint), N''Authority'', N''Oxfordshire'', CAST(18 AS bigint), N''oxfordshire''),
    (CAST(1810 AS bigint), N''Authority'', N''Portsmouth'', CAST(18 AS bigint), N''portsmouth''),
    (CAST(1811 AS bigint), N''Authority'', N''Reading'', CAST(18 AS bigint), N''reading''),
    (CAST(1812 AS bigint), N''Authority'', N''Slough'', CAST(18 AS bigint), N''slough''),
    (CAST(1813 AS bigint), N''Authority'', N''Southampton'', CAST(18 AS bigint), N''southampton''),
    (CAST(1814 AS bigint), N''Authority'', N''Surrey'', CAST(18 AS bigint), N''surrey''),
    (CAST(1815 AS bigint), N''Authority'', N''West Berkshire'', CAST(18 AS bigint), N''west-berkshire''),
    (CAST(1816 AS bigint), N''Authority'', N''West Sussex'', CAST(18 AS bigint), N''west-sussex'');
    INSERT INTO [Places] ([Id], [Kind], [Name], [ParentId], [Slug])
    VALUES (CAST(1817 AS bigint), N''Authority'', N''Windsor and Maidenhead'', CAST(18 AS bigint), N''windsor-and-maidenhead''),
    (CAST(1818 AS bigint), N''Authority'', N''Wokingham'', CAST(18 AS bigint), N''wokingham''),
    (CAST(1900 AS bigint), N''Authority'', N''Bath and North East Somerset'', CAST(19 AS bigint), N''bath-and-north-east-somerset''),
    (CAST(1901 AS bigint), N''Authority'', N''Bournemouth, Christchurch and Poole'', CAST(19 AS bigint), N''bournemouth-christchurch-and-poole''),
    (CAST(1902 AS bigint), N''Authority'', N''Bristol'', CAST(19 AS bigint), N''bristol''),
    (CAST(1903 AS bigint), N''Authority'', N''Cornwall'', CAST(19 AS bigint), N''cornwall''),
    (CAST(1904 AS bigint), N''Authority'', N''Devon'', CAST(19 AS bigint), N''devon''),
    (CAST(1905 AS bigint), N''Authority'', N''Dorset'', CAST(19 AS bigint), N''dorset''),
    (CAST(1906 AS bigint), N''Authority'', N''Gloucestershire'', CAST(19 AS bigint), N''gloucestershire''),
    (CAST(1907 AS bigint), N''Authority'', N''Isles of Scilly'', CAST(19 AS bigint), N''isles-of-scilly''),
    (CAST(1908 AS bigint), N''Authority'', N''North Somerset'', CAST(19 AS bigint), N''north-somerset''),
    (CAST(1909 AS bigint), N''Authority'', N''Plymouth'', CAST(19 AS bigint), N''plymouth''),
    (CAST(1910 AS bigint), N''Authority'', N''Somerset'', CAST(19 AS bigint), N''somerset''),
    (CAST(1911 AS bigint), N''Authority'', N''South Gloucestershire'', CAST(19 AS bigint), N''south-gloucestershire''),
    (CAST(1912 AS bigint), N''Authority'', N''Swindon'', CAST(19 AS bigint), N''swindon''),
    (CAST(1913 AS bigint), N''Authority'', N''Torbay'', CAST(19 AS bigint), N''torbay''),
    (CAST(1914 AS bigint), N''Authority'', N''Wiltshire'', CAST(19 AS bigint), N''wiltshire'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Kind', N'Name', N'ParentId', N'Slug') AND [object_id] = OBJECT_ID(N'[Places]'))
        SET IDENTITY_INSERT [Places] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_BulkActs_At] ON [BulkActs] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CampaignPlaces_PlaceId] ON [CampaignPlaces] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Campaigns_Slug] ON [Campaigns] ([Slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CaseStudies_Kind_PublishedAt_Id] ON [CaseStudies] ([Kind], [PublishedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CaseStudies_PlaceId_ServiceId_WhoIsTelling_PublishedAt_PublicUntil] ON [CaseStudies] ([PlaceId], [ServiceId], [WhoIsTelling], [PublishedAt], [PublicUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CaseStudies_PublishedAt_Id] ON [CaseStudies] ([PublishedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CaseStudies_ServiceId_PublishedAt_Id] ON [CaseStudies] ([ServiceId], [PublishedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CaseStudies_Slug] ON [CaseStudies] ([Slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CaseStudies_State_UpdatedAt] ON [CaseStudies] ([State], [UpdatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CaseStudyStories_StoryId] ON [CaseStudyStories] ([StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_CaseStudyTags_TagId_CaseStudyId] ON [CaseStudyTags] ([TagId], [CaseStudyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Consents_StoryId] ON [Consents] ([StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Contacts_Key] ON [Contacts] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Contacts_NoticeDueAt] ON [Contacts] ([NoticeDueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Drafts_CampaignId] ON [Drafts] ([CampaignId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Drafts_ExpiresAt] ON [Drafts] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Drafts_InvitationId] ON [Drafts] ([InvitationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Drafts_KeyHash] ON [Drafts] ([KeyHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Drafts_Missing_HeldById] ON [Drafts] ([Missing_HeldById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Drafts_PlaceId] ON [Drafts] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Drafts_ServiceId] ON [Drafts] ([ServiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_EditDrafts_At] ON [EditDrafts] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_EditDrafts_StaffId] ON [EditDrafts] ([StaffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EditDrafts_StoryId_StaffId] ON [EditDrafts] ([StoryId], [StaffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ErasedCounts_Month_State_ByAuthor] ON [ErasedCounts] ([Month], [State], [ByAuthor]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Flags_Rule_DismissedAt] ON [Flags] ([Rule], [DismissedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Flags_StoryId_Key] ON [Flags] ([StoryId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_FormerSlugs_TagId] ON [FormerSlugs] ([TagId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_HandOffs_ServiceId] ON [HandOffs] ([ServiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_History_Number] ON [History] ([Number]) WHERE [Number] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_History_Subject_Number] ON [History] ([Subject], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Invitations_CampaignId] ON [Invitations] ([CampaignId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Invitations_Code] ON [Invitations] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Invitations_PlaceId] ON [Invitations] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Invitations_ServiceId] ON [Invitations] ([ServiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Letters_CaseId] ON [Letters] ([CaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Letters_ContactKey] ON [Letters] ([ContactKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Letters_NextTryAt] ON [Letters] ([NextTryAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Messages_StoryId] ON [Messages] ([StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Notes_StoryId] ON [Notes] ([StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Places_ParentId] ON [Places] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Places_Slug] ON [Places] ([Slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_SafeguardingCases_ClosedAt_RaisedAt_Id] ON [SafeguardingCases] ([ClosedAt], [RaisedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_SafeguardingCases_StoryId] ON [SafeguardingCases] ([StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Secrets_Name] ON [Secrets] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Staff_NormalizedEmail] ON [Staff] ([NormalizedEmail]) WHERE [NormalizedEmail] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Staff_NormalizedUserName] ON [Staff] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_StaffClaims_UserId] ON [StaffClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_StaffLogins_UserId] ON [StaffLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_StaffPasskeys_UserId] ON [StaffPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_StaffRecoveryCodes_StaffId_Hash] ON [StaffRecoveryCodes] ([StaffId], [Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_StaffSessions_ExpiresAt] ON [StaffSessions] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_StaffSessions_KeyHash] ON [StaffSessions] ([KeyHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_StaffSessions_StaffId] ON [StaffSessions] ([StaffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_CampaignId] ON [Stories] ([CampaignId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_ClaimedById_Waits_OwedSince_Id] ON [Stories] ([ClaimedById], [Waits], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_FlaggedAt] ON [Stories] ([FlaggedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Missing_HeldById] ON [Stories] ([Missing_HeldById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_PlaceId] ON [Stories] ([PlaceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Stories_Receipt_Index] ON [Stories] ([Receipt_Index]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Stories_Reference] ON [Stories] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Stories_SendKey] ON [Stories] ([SendKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_ServiceId] ON [Stories] ([ServiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_State_OwedSince_Id] ON [Stories] ([State], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Waits_CampaignId_OwedSince_Id] ON [Stories] ([Waits], [CampaignId], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Waits_Channel_OwedSince_Id] ON [Stories] ([Waits], [Channel], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Waits_Criticality_OwedSince_Id] ON [Stories] ([Waits], [Criticality], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Waits_Kind_OwedSince_Id] ON [Stories] ([Waits], [Kind], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Waits_OwedSince_Id] ON [Stories] ([Waits], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Waits_PlaceId_OwedSince_Id] ON [Stories] ([Waits], [PlaceId], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Stories_Waits_ServiceId_OwedSince_Id] ON [Stories] ([Waits], [ServiceId], [OwedSince], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_StoryShingles_StoryId] ON [StoryShingles] ([StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_StoryTags_TagId_StoryId] ON [StoryTags] ([TagId], [StoryId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_TagParts_PartId] ON [TagParts] ([PartId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_Tags_MergedIntoId] ON [Tags] ([MergedIntoId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Tags_Slug] ON [Tags] ([Slug]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    CREATE INDEX [IX_TagWords_TagId] ON [TagWords] ([TagId]);
END;

COMMIT;
GO

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    IF SERVERPROPERTY('IsFullTextInstalled') = 1
    BEGIN
      EXEC('CREATE FULLTEXT CATALOG InfoStory WITH ACCENT_SENSITIVITY = OFF AS DEFAULT');
      EXEC('CREATE FULLTEXT INDEX ON SearchTexts (Title LANGUAGE 2057, Body LANGUAGE 2057) KEY INDEX PK_SearchTexts ON InfoStory WITH CHANGE_TRACKING AUTO');
    END

END;
GO

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    IF SERVERPROPERTY('IsFullTextInstalled') = 1
      EXEC('CREATE FULLTEXT INDEX ON Stories (Told LANGUAGE 2057, PublicTitle LANGUAGE 2057, PublicText LANGUAGE 2057) KEY INDEX PK_Stories ON InfoStory WITH CHANGE_TRACKING AUTO');

END;
GO

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127003705_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127003705_Initial', N'10.0.14');
END;
GO

