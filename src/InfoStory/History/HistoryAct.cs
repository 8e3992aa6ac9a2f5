using System.Reflection;

namespace InfoStory.History;

/// <summary>
/// What was done. A closed list: each act is stored, and sealed into the chain, under a name that never changes. A name that this program does
/// not know (an older or a newer program wrote it) is read as an act that means nothing and is shown as it stands.
/// </summary>
public sealed record HistoryAct
{
    public const int MaxLength = 100;

    // A story on its way. What the author of a story sees has its words in the web project, and a test asks for them.
    public static readonly HistoryAct Received = new("Received") { ForAuthor = true };
    public static readonly HistoryAct Entered = new("Entered") { ForAuthor = true };
    public static readonly HistoryAct Claimed = new("Claimed") { ForAuthor = true };
    public static readonly HistoryAct ClaimedAndEdited = new("Claimed and edited") { ForAuthor = true };
    public static readonly HistoryAct PassedOn = new("Passed on");
    public static readonly HistoryAct Released = new("Released");
    public static readonly HistoryAct Edited = new("Edited") { Between = ": " };
    public static readonly HistoryAct Tagged = new("Tagged");
    public static readonly HistoryAct TagsChanged = new("Tags changed");
    public static readonly HistoryAct Scored = new("Scored");
    public static readonly HistoryAct Seconded = new("Second person said yes");
    public static readonly HistoryAct NoticeGiven = new("Notice given");
    public static readonly HistoryAct AskedTheAuthor = new("Asked the author") { ForAuthor = true, TellsAuthor = true };
    public static readonly HistoryAct Answered = new("Answered") { ForAuthor = true };
    public static readonly HistoryAct Approved = new("Approved") { ForAuthor = true, TellsAuthor = true };
    public static readonly HistoryAct ChangeAskedFor = new("Change asked for") { ForAuthor = true };
    public static readonly HistoryAct SignedOff = new("Signed off") { ForAuthor = true };
    public static readonly HistoryAct Declined = new("Declined") { ForAuthor = true, TellsAuthor = true };
    public static readonly HistoryAct DeclineUndone = new("Decline undone") { ForAuthor = true };
    public static readonly HistoryAct Undone = new("Undone");
    public static readonly HistoryAct ToldMore = new("Told more") { ForAuthor = true };
    public static readonly HistoryAct PermissionChanged = new("Permission changed") { ForAuthor = true };
    public static readonly HistoryAct PermissionEnded = new("Permission ended") { ForAuthor = true };
    public static readonly HistoryAct RenewalAsked = new("Renewal asked") { TellsAuthor = true };
    public static readonly HistoryAct TakenBack = new("Taken back") { ForAuthor = true };

    // Somebody may be at risk.
    public static readonly HistoryAct PutOnHold = new("Put on hold") { ForAuthor = true };
    public static readonly HistoryAct TakenOffHold = new("Taken off hold") { ForAuthor = true };
    public static readonly HistoryAct LeadsTold = new("Leads told");
    public static readonly HistoryAct AlarmRaised = new("Alarm raised");
    public static readonly HistoryAct SafeguardingSaved = new("Safeguarding decision saved");
    public static readonly HistoryAct SafeguardingClosed = new("Safeguarding closed");

    // Flags, contacts and looking at what is personal.
    public static readonly HistoryAct FlagDismissed = new("Flag dismissed");
    public static readonly HistoryAct FlagsDismissed = new("Flags dismissed");
    public static readonly HistoryAct FlagRestored = new("Flag restored");
    public static readonly HistoryAct ContactOpened = new("Contact opened");
    public static readonly HistoryAct OnlyTelephone = new("Left only a telephone number: call the author");
    public static readonly HistoryAct Opened = new("Opened") { IsLook = true };
    public static readonly HistoryAct Downloaded = new("Downloaded") { IsLook = true };

    // Case studies that draw on a story.
    public static readonly HistoryAct CaseStudyBegun = new("Case study begun");
    public static readonly HistoryAct CaseStudyEdited = new("Case study edited");
    public static readonly HistoryAct CaseStudyRestored = new("Case study: earlier words restored") { Between = ", revision " };
    public static readonly HistoryAct CaseStudyTagsChanged = new("Case study: tags changed");
    public static readonly HistoryAct StoryDrawnIn = new("Drawn into a case study");
    public static readonly HistoryAct StoryLeftOut = new("Left out of a case study");
    public static readonly HistoryAct IntruderAsked = new("Asked who could find out who it is");
    public static readonly HistoryAct PublicationScheduled = new("Publication scheduled") { Between = " for " };
    public static readonly HistoryAct ScheduleCancelled = new("Schedule cancelled");
    public static readonly HistoryAct ScheduleEnded = new("Not published as scheduled");
    public static readonly HistoryAct SentToTheAuthor = new("Sent to the author") { ForAuthor = true, TellsAuthor = true };
    public static readonly HistoryAct Published = new("Published") { ForAuthor = true, TellsAuthor = true };
    public static readonly HistoryAct TakenDown = new("Taken down") { ForAuthor = true, TellsAuthor = true };

    // What services promise because of a case study, on the promise and on the stories behind it.
    public static readonly HistoryAct Promised = new("Promised");
    public static readonly HistoryAct PromiseMoved = new("Day of the promise moved");
    public static readonly HistoryAct PromiseMade = new("Promise made good");
    public static readonly HistoryAct PromiseDropped = new("Promise dropped");
    public static readonly HistoryAct PromiseReported = new("Report on a promise sent");
    public static readonly HistoryAct PromiseReportReturned = new("Report on a promise given back");
    public static readonly HistoryAct PromiseConfirmedByOthers = new("Promise confirmed by others");
    public static readonly HistoryAct ChangePromised = new("Change promised") { ForAuthor = true, TellsAuthor = true };
    public static readonly HistoryAct AskedWhetherKept = new("Asked whether a promise was kept") { ForAuthor = true };
    public static readonly HistoryAct SaidWhetherKept = new("Said whether a promise was kept") { ForAuthor = true };
    // Case studies put to organisations.
    public static readonly HistoryAct PutToOrganisation = new("Put to an organisation") { Between = ": ", ForAuthor = true };
    public static readonly HistoryAct AskReminded = new("Reminded an organisation") { Between = ": " };
    public static readonly HistoryAct NoReplyInTime = new("No reply from an organisation in time") { Between = ": ", ForAuthor = true };
    public static readonly HistoryAct HoldingReplyRecorded = new("Holding reply from an organisation") { Between = ": " };
    public static readonly HistoryAct QuestionRecorded = new("Question from an organisation") { Between = ": " };
    public static readonly HistoryAct QuestionOfOrganisationAnswered = new("Question of an organisation answered") { Between = ": " };
    public static readonly HistoryAct AskExtended = new("More time for an organisation") { Between = ": " };
    public static readonly HistoryAct AskPassedOn = new("Passed on by an organisation") { Between = ": ", ForAuthor = true };
    public static readonly HistoryAct OrganisationReplied = new("Reply from an organisation") { Between = ": ", ForAuthor = true };
    public static readonly HistoryAct AskClockCorrected = new("Clock of an organisation corrected") { Between = ": " };
    public static readonly HistoryAct ReplyUndone = new("Reply was recorded by mistake") { Between = ": ", ForAuthor = true };
    public static readonly HistoryAct AskCalledOff = new("No longer put to an organisation") { Between = ": " };
    public static readonly HistoryAct AskMoved = new("Put to the organisation that does its work now") { Between = ": " };

    // What was sent, and what came of it for whoever told it.
    public static readonly HistoryAct CalledBack = new("Called back") { ForAuthor = true };
    public static readonly HistoryAct AskedWhatChanged = new("Asked whether anything changed") { ForAuthor = true };
    public static readonly HistoryAct WroteWhatChanged = new("Wrote what changed") { ForAuthor = true };
    public static readonly HistoryAct SaidWhatChanged = new("Said whether anything changed") { ForAuthor = true };
    public static readonly HistoryAct ReadWhatChanged = new("Read what changed") { IsLook = true };
    // What organisations answer, on the response and on the stories behind it.
    public static readonly HistoryAct ResponseSent = new("Answer sent by an organisation") { Between = ": " };
    public static readonly HistoryAct ResponseReturned = new("Answer given back to an organisation") { Between = ": " };
    public static readonly HistoryAct ResponsePublished = new("Answer of an organisation published") { ForAuthor = true, TellsAuthor = true };
    public static readonly HistoryAct BelongsElsewhere = new("Said to belong to another organisation") { Between = ": " };
    public static readonly HistoryAct ResponseChanged = new("Answer of an organisation changed") { ForAuthor = true };

    // Letters, to whoever they go.
    public static readonly HistoryAct LetterWritten = new("Letter written");
    public static readonly HistoryAct LetterSent = new("Letter sent");
    public static readonly HistoryAct LetterGivenUp = new("Letter given up");
    public static readonly HistoryAct LetterTriedAgain = new("Letter to be tried again");
    public static readonly HistoryAct LetterLetGo = new("Letter let go");

    // What administrators look after; a campaign and an invitation are Opened, too.
    public static readonly HistoryAct Closed = new("Closed");
    public static readonly HistoryAct Added = new("Added") { Between = ": " };
    public static readonly HistoryAct Renamed = new("Renamed") { Between = ", now " };
    public static readonly HistoryAct Retired = new("Retired") { Between = ": " };
    public static readonly HistoryAct BroughtBack = new("Brought back") { Between = ": " };
    public static readonly HistoryAct MergedInto = new("Merged into") { Between = " " };
    public static readonly HistoryAct TookIn = new("Took in") { Between = " " };
    public static readonly HistoryAct Split = new("Split");
    public static readonly HistoryAct PartOf = new("Part of") { Between = " " };
    public static readonly HistoryAct SplitDecided = new("Split decided") { Between = " for " };
    public static readonly HistoryAct SwitchedOn = new("Switched on") { Between = ": " };
    public static readonly HistoryAct SwitchedOff = new("Switched off") { Between = ": " };
    public static readonly HistoryAct SwitchProposed = new("Proposed to switch off") { Between = ": " };
    public static readonly HistoryAct SwitchNotDone = new("Not switched off") { Between = ": " };

    // Accounts of staff.
    public static readonly HistoryAct Invited = new("Invited") { Between = " as " };
    public static readonly HistoryAct RolesChanged = new("Is now") { Between = " " };
    public static readonly HistoryAct RoleGiven = new("Given the role") { Between = " " };
    public static readonly HistoryAct AccountClosed = new("Account closed");
    public static readonly HistoryAct AccountOpenedAgain = new("Account opened again");
    public static readonly HistoryAct PasswordChosen = new("Password chosen");
    public static readonly HistoryAct PasswordSet = new("Password set");
    public static readonly HistoryAct PasswordChanged = new("Password changed");
    public static readonly HistoryAct PasswordLinkMade = new("Link to choose a password made");
    public static readonly HistoryAct AppSetUp = new("Authenticator app set up");
    public static readonly HistoryAct AppRemoved = new("Authenticator app removed");
    public static readonly HistoryAct PasskeyAdded = new("Passkey added");
    public static readonly HistoryAct PasskeyRemoved = new("Passkey removed");
    public static readonly HistoryAct RecoveryCodesMade = new("Recovery codes made");
    public static readonly HistoryAct RecoveryCodeUsed = new("Recovery code used");
    public static readonly HistoryAct SecondFactorReset = new("Second factor reset");

    // Organisations; one is Added, Edited, Closed, Merged into another and Took in another, too.
    public static readonly HistoryAct OpenedAgain = new("Opened again");
    public static readonly HistoryAct Imported = new("Imported");

    // People who answer for an organisation; an organisation has them Invited, too.
    public static readonly HistoryAct ResponderJoined = new("Answers for") { Between = " " };
    public static readonly HistoryAct ResponderAllowed = new("Allowed to answer for") { Between = " " };
    public static readonly HistoryAct ResponderClosed = new("Answers no more for") { Between = " " };
    public static readonly HistoryAct InvitationAllowed = new("Invitation allowed");
    public static readonly HistoryAct InvitationRefused = new("Invitation refused");
    // Subscribers, by number.
    public static readonly HistoryAct SubscriptionConfirmed = new("Subscription confirmed");
    public static readonly HistoryAct SubscriptionChanged = new("Subscription changed");
    public static readonly HistoryAct SubscriberAddressChanged = new("Subscriber's address changed");
    public static readonly HistoryAct SubscriberLeft = new("Subscriber left");
    public static readonly HistoryAct SubscriberSuppressed = new("Subscriber suppressed") { Between = ": " };
    public static readonly HistoryAct SubscribersImported = new("Subscribers imported") { Between = ": " };
    public static readonly HistoryAct SubscriberLookedAt = new("Subscriber looked at") { IsLook = true };

    // Digests and the lists to which they go, by number.
    public static readonly HistoryAct DigestChanged = new("Digest changed") { Between = ": " };
    public static readonly HistoryAct DigestApproved = new("Digest approved");
    public static readonly HistoryAct DigestDropped = new("Digest dropped") { Between = ": " };
    public static readonly HistoryAct DigestSent = new("Digest sent") { Between = ": " };
    public static readonly HistoryAct DigestsAutomatic = new("Digests go out by themselves");
    public static readonly HistoryAct DigestsPreviewed = new("Digests need approval");
    // Briefings, and the copies that people outside were given, by number.
    public static readonly HistoryAct BriefingMade = new("Briefing made");
    public static readonly HistoryAct BriefingChanged = new("Briefing changed");
    public static readonly HistoryAct BriefingGiven = new("Briefing given") { Between = ": " };
    public static readonly HistoryAct BriefingTaken = new("Briefing taken away as a document") { Between = ": " };
    public static readonly HistoryAct BriefingCalledBack = new("Briefing called back");
    public static readonly HistoryAct BriefingHolderForgotten = new("Who had a briefing is forgotten");

    // The history itself.
    public static readonly HistoryAct Erased = new("Erased");
    public static readonly HistoryAct EntriesBlanked = new("Entries blanked");

    /// <summary>Every act, in the order above.</summary>
    public static readonly IReadOnlyList<HistoryAct> All =
    [
        .. typeof(HistoryAct).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(HistoryAct))
            .Select(field => (HistoryAct)field.GetValue(null)!),
    ];

    private static readonly Dictionary<string, HistoryAct> ByName = All.ToDictionary(act => act.Name, StringComparer.Ordinal);

    private HistoryAct(string name) => Name = name;

    /// <summary>What is stored and sealed.</summary>
    public string Name { get; }

    /// <summary>A step that the author of the story sees.</summary>
    public bool ForAuthor { get; private init; }

    /// <summary>It may be news for the author: who left a contact then gets a letter that says so (Protection.Contacts.AuthorNotifier).</summary>
    public bool TellsAuthor { get; private init; }

    /// <summary>Somebody only looked: it is in the history, but no step of anything.</summary>
    public bool IsLook { get; private init; }

    private string Between { get; init; } = ", ";

    /// <summary>The act with what <see cref="HistoryEntry.Why"/> says of it, such as "Merged into housing".</summary>
    public string With(string? detail) => detail is null ? Name : Name + Between + detail;

    /// <summary>The act that is stored under this name.</summary>
    public static HistoryAct Of(string name) => ByName.TryGetValue(name, out var act) ? act : new(name);

    public override string ToString() => Name;
}
