using InfoStory.Letters;

namespace InfoStory.Web.Words;

internal static class LetterWords
{
    public static string Title(this LetterLane lane) => lane switch
    {
        LetterLane.Urgent => "Safeguarding and signing in",
        LetterLane.Personal => "People’s own notices",
        LetterLane.List => "Lists",
    };

    /// <summary>Why it was given up, as a sentence.</summary>
    public static string InWords(this LetterTrouble? reason) => reason switch
    {
        LetterTrouble.NeverTaken => "It was tried for about a day and never taken",
        LetterTrouble.CannotBeWrittenTo => "Letters cannot be sent to this address from here",
        LetterTrouble.Refused => "It was refused for good: the address may be wrong or full",
        LetterTrouble.NoAddress => "There is no email address",
        LetterTrouble.TooLate => "It waited until it was too late for it",
        LetterTrouble.NobodyHasIt => "Nobody has this address, its mail server says",
        null => "Nobody has said why",
    };

    /// <summary>How letters leave, as a sentence.</summary>
    public static string InWords(this LettersOut way) => way.Exit switch
    {
        LetterExit.Nowhere => "No letter leaves this site: the settings name no mail server, no key of GOV.UK Notify and no folder",
        LetterExit.MailServer => $"Letters go to the mail server {way.Where}",
        LetterExit.Notify => "Letters go to GOV.UK Notify",
        LetterExit.Folder => $"Letters go into the folder {way.Where}, and no further",
    };
}
