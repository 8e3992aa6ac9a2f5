using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Stories;

namespace InfoStory.Organisations.Asks;

/// <summary>A letter as it will be written, word for word.</summary>
public sealed record AskLetter(string Title, string Body)
{
    /// <summary>With who writes at its foot, as it is handed over.</summary>
    internal AskLetter SignedBy(SiteAddress site) => site.Signature.Length == 0 ? this : this with { Body = $"{Body}\n\n{site.Signature}" };
}

/// <summary>What is written to organisations about asks. It says no more than everyone may read: the title and the address of the public page.</summary>
internal sealed class AskLetters(SiteAddress site)
{
    /// <summary>What stands before the number of the organisation in the recipient of a delivery.</summary>
    public const string Recipient = "ask of organisation ";

    private const int TokenLength = 10;

    private const string ToOrganisation = "organisation ";

    private const string ToAnswer = "A case study for your organisation to answer";

    private static readonly string AtMost = $"for {AskClock.LongestPause} days at most";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <param name="from">The name of the organisation that passed it on; null where we ask.</param>
    public AskLetter Put(CaseStudy study, DateOnly due, string? from) => new(ToAnswer, Paragraphs(
        $"{(from is null ? "We" : $"{from} passed this on to you. We")} publish case studies of what happens when public services {Share(study.Kind)}. "
            + "We ask you to answer this one:",
        Study(study.Title, study.Slug), Please(due),
        "If you need longer, tell us by which day you will answer. If you have a question, ask it: the time stops until we have answered, "
            + $"{AtMost}. If somebody else should answer, tell us who.",
        $"The page shows that we asked you, what you answer, and, after {InWords(due)}, if there is no reply."));

    public AskLetter Reminder(string title, string slug, DateOnly askedOn, DateOnly due) => new("A reminder: a case study waits for your answer", Paragraphs(
        $"On {InWords(askedOn)} we asked you to answer this case study:", Study(title, slug), Please(due),
        $"If you need longer, or have a question, tell us, and the time stops, {AtMost}. This is the only reminder."));

    /// <param name="from">The name of the organisation whose work this one does now.</param>
    public AskLetter Moved(string title, string slug, DateOnly askedOn, DateOnly due, string from) => new(ToAnswer, Paragraphs(
        $"On {InWords(askedOn)} we asked {from} to answer this case study. Its work is yours now, and so we ask you:", Study(title, slug), Please(due)));

    /// <param name="owesAnswer">We have not answered a question of theirs.</param>
    /// <param name="canAnswer">Somebody has a seat there.</param>
    public AskLetter TimeOver(string title, string slug, DateOnly askedOn, bool owesAnswer, bool canAnswer) => new(
        "We have had no answer to a case study", Paragraphs(
        $"On {InWords(askedOn)} we asked you to answer this case study, and the time for it is over:", Study(title, slug),
        owesAnswer ? "You asked us a question that we have not answered. We are sorry. The page says so too." : "",
        "The page now says that there is no reply. Your answer is still welcome, and will take the place of that. "
            + (canAnswer ? $"Whoever answers for you does so at {site.Url}/respond." : "Write to us at the contact below."),
        "We will not write about this again."));

    /// <summary>That letter to this organisation, which waits to be sent, and is worth nothing once the case study is public no more.</summary>
    /// <param name="due">
    /// The day that it names as the last one to answer, where it is the letter by which the organisation hears of the ask: when half of the time until then is
    /// over it is given up, because whoever heard of it only then would have too little. Null for any other letter.
    /// </param>
    public static Letter To(Organisation organisation, AskLetter letter, CaseStudy about, DateTime now, DateOnly? due = null) => new()
    {
        Subject = SubjectOf(organisation),
        To = organisation.Mailbox,
        Title = letter.Title,
        Body = letter.Body,
        WrittenAt = now,
        NextTryAt = now,
        ExpiresAt = due is null ? about.PublicUntil : Earlier(about.PublicUntil, now + ((due.Value.BeginsAt() - now) / 2)),
    };

    /// <summary>Whom history names instead of the mailbox.</summary>
    public static string SubjectOf(Organisation organisation) => $"{ToOrganisation}{organisation.Id}";

    public static bool IsToOrganisation(Letter letter) => letter.Subject.StartsWith(ToOrganisation, StringComparison.Ordinal);

    /// <summary>
    /// What is called back from the organisation when it may not be read any more. Each letter counts, because its copies may lie in other mailboxes than those
    /// of the one before.
    /// </summary>
    public static Delivery Sent(CaseStudy study, Organisation organisation, Letter letter, NamedServices named, DateTime now) => new()
    {
        CaseStudyId = study.Id,
        Audience = named.ReadsAs(study, organisation),
        Recipient = $"{RecipientOf(organisation.Id)}, {letter.Token[..TokenLength]}",
        SentAt = now,
        Letter = letter,
    };

    /// <summary>Who has what was sent with an ask: the organisation, whatever becomes of the ask.</summary>
    public static string RecipientOf(Id<Organisation> organisation) => $"{Recipient}{organisation}";

    /// <summary>The organisation that has it.</summary>
    internal static Id<Organisation> OrganisationOf(string holder) => new(long.Parse(holder[Recipient.Length..], CultureInfo.InvariantCulture));

    private string Please(DateOnly due) =>
        $"Please tell us by {InWords(due)} what you understand from it, what you will do, and whom people can speak to. "
            + $"Whoever of you was invited answers at {site.Url}/respond. If nobody was, write to us at the contact below: "
            + "we take what you answer by email, or send you an invitation.";

    private static string Share(StoryKind kind) => kind switch
    {
        StoryKind.Worked or StoryKind.FixWeMade => "share what they know",
        StoryKind.SharedWrongly => "share what they should not",
        _ => "do not share what they know",
    };

    private string Study(string title, string slug) => $"{title}\n{site.Url}/case-studies/{slug}";

    private static DateTime Earlier(DateTime? end, DateTime half) => end < half ? end.Value : half;

    private static string Paragraphs(params string[] all) => string.Join("\n\n", all.Where(one => one.Length > 0));
}
