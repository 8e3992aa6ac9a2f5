using FluentValidation;
using InfoStory.Authors;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.CaseStudies.HereToo;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Dissemination;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Recalls;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Insight;
using InfoStory.Insight.Explore;
using InfoStory.Insight.Impact;
using InfoStory.Jobs;
using InfoStory.Letters;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Moderation.Replies;
using InfoStory.Moderation.Safeguarding;
using InfoStory.Moderation.Suggesting;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Importing;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.People;
using InfoStory.Places;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using InfoStory.Tags;
using InfoStory.TagUpkeep;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory;

/// <summary>Registers the service layer, room by room.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Everything but what comes from outside: a context factory and <see cref="Search.IFullText"/> of a database, <see cref="TimeProvider"/>,
    /// <see cref="SiteAddress"/>, <see cref="LettersOut"/>, <see cref="HistoryHeads"/>, <see cref="DraftLimit"/>, the seals and keys, and, where letters can
    /// leave, <see cref="IPostman"/> with <see cref="AddLetterJobs"/>.
    /// </summary>
    public static IServiceCollection AddInfoStory(this IServiceCollection services)
    {
        services.AddSingleton<Secrets>().AddSingleton<Editions>().AddSingleton<OneTime>().AddScoped<UnsavedChanges>();
        services.AddSingleton<PublicMoments>().AddSingleton<IPublicMoment, EndOfConsent>().AddSingleton<IPublicMoment, DaysOfCampaigns>();
        services.AddSingleton<JobLedger>().AddScoped<Batch>();
        services.AddScoped<HistoryCheck>().AddScoped<HistoryErasure>();
        services.AddSingleton<StaffSessions>().AddScoped<StaffHistory>().AddScoped<StaffList>().AddScoped<Administrators>().AddScoped<SecondFactors>()
            .AddScoped<PasswordGuesses>();
        services.AddScoped<TagCatalogue>().AddScoped<PlaceCatalogue>();
        services.AddScoped<CampaignCalendar>().AddScoped<CampaignEditing>().AddScoped<Invitations>();
        services.AddScoped<SafeguardingCases>().AddScoped<StoryLock>();
        services.AddScoped<DraftRoom>().AddScoped<Drafts>().AddScoped<StorySender>().AddScoped<Invited>().AddScoped<AssistedEntry>();
        services.AddScoped<ContactBook>().AddScoped<AuthorNotifier>().AddScoped<Flagging>()
            .AddScoped<FlagsOfStory>().AddScoped<PublicFlags>().AddScoped<RuleBook>().AddScoped<IWordsOfTeam, WordsForEveryone>();
        services.AddScoped<IFlagSource, Duplicates>().AddScoped<IFlagSource, Jigsaw>().AddScoped<Jigsaw>();
        services.AddScoped<LetterPacing>().AddScoped<Outbox>().AddScoped<LetterDesk>()
            .AddScoped<AuthorNotices>().AddScoped<LeadNotices>().AddScoped<PublisherNotices>().AddScoped<Renewal>();
        services.AddScoped<StoryQueue>().AddScoped<StoryDesk>().AddScoped<Review>().AddScoped<Scoring>().AddScoped<Claims>().AddScoped<EditDrafts>();
        services.AddScoped<BulkActions>().AddScoped<BulkChoices>().AddScoped<ReplyBook>().AddScoped<SafeguardingLane>();
        services.AddScoped<TagLearning>().AddScoped<TagSuggestions>().AddScoped<TagMeasure>();
        services.AddScoped<PublicationCheck>().AddScoped<CaseStudyTakedown>()
            .AddScoped<RevisionKeeping>().AddScoped<CaseStudyRevisions>()
            .AddSingleton<PictureQueue>().AddScoped<PictureShelf>().AddScoped<CaseStudyPictures>().AddScoped<PublicPictures>()
            .AddScoped<CaseStudyAddresses>().AddScoped<CaseStudyWriting>().AddScoped<CaseStudyEditing>().AddScoped<CaseStudySchedule>()
            .AddScoped<CaseStudyPreview>().AddScoped<DrawingIn>().AddScoped<CaseStudyList>().AddScoped<SecondReading>().AddScoped<Library>();
        services.AddSingleton<LibraryIndex>().AddSingleton<LibrarySpelling>()
            .AddScoped<LibraryFinder>().AddScoped<LibraryLoosening>().AddScoped<LibraryBriefs>().AddScoped<LibraryRows>().AddScoped<GoneCaseStudies>()
            .AddSingleton<ILibraryFact, WhatChangedIsTold>()
            .AddSingleton<ILibraryFact, PromiseIsMade>().AddSingleton<ILibraryFact, ServiceAnswered>();
        services.AddScoped<HappensHereToo>().AddSingleton<HereTooCounts>();
        services.AddScoped<OrganisationFinder>().AddScoped<OrganisationEditing>().AddScoped<OrganisationEnding>().AddScoped<OrganisationList>()
            .AddScoped<OrganisationRegister>().AddScoped<Authorities>().AddScoped<OrganisationImport>();
        services.AddScoped<Asking>().AddScoped<AskRecords>().AddScoped<AskNotices>().AddScoped<AskTakedown>().AddScoped<AskMoving>().AddScoped<AskDesk>()
            .AddScoped<PublicAsks>().AddScoped<IGoesWithPublication>(provider => provider.GetRequiredService<AskTakedown>())
            .AddSingleton<IPublicMoment, AskMoments>();
        services.AddScoped<Promising>().AddScoped<PromiseBook>().AddScoped<PromiseDesk>().AddScoped<PromiseLetters>().AddScoped<PromiseAnswers>()
            .AddScoped<PromiseReporting>().AddScoped<PromiseReportDesk>()
            .AddScoped<FixedWhereIAm>().AddScoped<PromiseTakedown>().AddScoped<IGoesWithPublication>(provider => provider.GetRequiredService<PromiseTakedown>())
            .AddSingleton<IPublicMoment, PromiseMoments>();
        services.AddSingleton<ResponderSessions>().AddScoped<ResponderSignIn>().AddScoped<ResponderInviting>().AddScoped<Responding>()
            .AddScoped<ResponderDesk>();
        services.AddScoped<Answering>().AddScoped<TellingTeam>().AddScoped<ResponseDesk>().AddScoped<ResponsesToRead>()
            .AddScoped<ResponseTakedown>().AddScoped<IGoesWithPublication>(provider => provider.GetRequiredService<ResponseTakedown>());
        services.AddScoped<Interests>().AddScoped<SubscriberLetters>().AddScoped<Suppressions>().AddScoped<Subscriptions>().AddScoped<Preferences>()
            .AddScoped<ImportedRows>().AddScoped<SubscriberImports>().AddScoped<SubscriberDesk>().AddScoped<SubscriberUpkeep>()
            .AddScoped<Bounces>();
        services.AddScoped<DigestReading>().AddScoped<DigestMaking>().AddScoped<DigestReaders>().AddScoped<DigestWriting>().AddScoped<DigestLetters>()
            .AddScoped<DigestDesk>();
        services.AddScoped<DisseminationDesk>();
        services.AddScoped<BriefingSources>().AddScoped<BriefingQuotes>().AddScoped<BriefingReader>().AddScoped<BriefingEditing>()
            .AddScoped<BriefingCopies>().AddScoped<BriefingRecall>().AddScoped<SharedBriefings>();
        services.AddScoped<IGoesWithPublication, Recalling>().AddScoped<IRecipients, AskRecipients>().AddScoped<IRecipients, SubscriberRecipients>()
            .AddScoped<IRecipients, BriefingRecipients>()
            .AddScoped<RecallLetters>().AddScoped<RecallRun>().AddScoped<CalledBack>().AddScoped<SentOut>().AddScoped<DeliveryDesk>();
        services.AddSingleton<AuthorSessions>().AddScoped<MyStory>().AddScoped<SigningOff>().AddScoped<Permissions>()
            .AddScoped<LaterAnswers>().AddScoped<KeptForms>()
            .AddScoped<IForgetsLeftOut>(provider => provider.GetRequiredService<KeptForms>())
            .AddScoped<AskingWhatChanged>().AddScoped<WhatChanged>().AddScoped<AfterPublication>();
        services.AddScoped<Forgetter>().AddScoped<Withdrawal>().AddScoped<Erasure>().AddScoped<Retention>().AddScoped<MyData>();
        services.AddScoped<TagNames>().AddScoped<TagRegister>().AddScoped<TagEditing>().AddScoped<TagMerging>().AddScoped<TagSplitting>();
        services.AddScoped<Readiness>().AddScoped<Overview>().AddScoped<CampaignFigures>();
        services.AddScoped<ImpactRecount>().AddScoped<ImpactCounting>().AddScoped<ImpactBook>().AddScoped<ImpactDesk>().AddSingleton<ImpactVersion>();
        services.AddSingleton<HandOffIndex>().AddScoped<Explorer>();

        // In the order of the rooms: what stands to the right is forgotten before that on which it leans.
        services.AddScoped<IPersonalDataHolder, HistoryPersonalData>().AddScoped<IPersonalDataHolder, StoryPersonalData>();
        services.AddScoped<IPersonalDataHolder, DraftPersonalData>();
        services.AddScoped<IPersonalDataHolder, ContactPersonalData>().AddScoped<IPersonalDataHolder, FlagPersonalData>();
        services.AddScoped<IPersonalDataHolder, LetterPersonalData>();
        services.AddScoped<IPersonalDataHolder, DeskPersonalData>().AddScoped<IPersonalDataHolder, BulkPersonalData>();
        services.AddScoped<IPersonalDataHolder, CaseStudyPersonalData>();
        services.AddScoped<IPersonalDataHolder, AskPersonalData>().AddScoped<IPersonalDataHolder, PromisePersonalData>()
            .AddScoped<IPersonalDataHolder, ResponsePersonalData>();
        services.AddScoped<IPersonalDataHolder, DigestPersonalData>();
        services.AddScoped<IPersonalDataHolder, BriefingPersonalData>();
        services.AddScoped<IPersonalDataHolder, DeliveryPersonalData>();
        services.AddScoped<IPersonalDataHolder, AuthorPersonalData>();

        services.AddScoped<IJob, FlagStories>().AddScoped<IJob, LearnTags>().AddScoped<IJob, ExportHistoryHead>().AddScoped<IJob, DeleteExpired>();
        services.AddScoped<IJob, OpenCases>().AddScoped<IJob, AskToRenew>().AddScoped<IJob, KeepNoLonger>().AddScoped<IJob, LapseClaims>();
        services.AddScoped<IJob, SettleTags>().AddScoped<IJob, PublishScheduled>();
        services.AddScoped<IJob, TellOrganisations>().AddScoped<IJob, FollowPromises>();
        services.AddScoped<IJob, LookAfterSubscribers>();
        services.AddScoped<IJob, FoldImpact>().AddScoped<IJob, CheckImpact>();
        services.AddScoped<IJob, CallBack>().AddScoped<IJob, AskWhatChanged>();

        // Scoped, because some rules ask the database.
        services.AddValidatorsFromAssemblyContaining<Story>();
        return services;
    }

    /// <summary>The jobs that need somebody who takes letters away.</summary>
    public static IServiceCollection AddLetterJobs(this IServiceCollection services) =>
        services.AddScoped<IJob, TellLeads>().AddScoped<IJob, SendUrgentLetters>().AddScoped<IJob, SendLetters>()
            .AddScoped<IJob, WriteDigests>();

    /// <summary>What is left of them where nobody takes letters away.</summary>
    public static IServiceCollection AddJobsWithoutLetters(this IServiceCollection services) => services.AddScoped<IJob, MarkLateCases>();
}
