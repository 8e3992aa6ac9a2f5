using InfoStory.History;

namespace InfoStory.Web.Words;

/// <summary>What the steps of a story's way are called where its author reads them.</summary>
public static class TrackWords
{
    /// <summary>How long a story takes that is on hold.</summary>
    public const string OnHold = "A trained person in our team reads it first, to make sure that everyone in it is safe. "
        + "We cannot say yet how long that takes. Nothing is published meanwhile.";

    private static readonly Dictionary<HistoryAct, string> Steps = new()
    {
        [HistoryAct.Received] = "You sent it",
        [HistoryAct.Entered] = "You told it to our team",
        [HistoryAct.Claimed] = "A person in our team began to read it",
        [HistoryAct.ClaimedAndEdited] = "A person in our team began to read it",
        [HistoryAct.ToldMore] = "You told us more",
        [HistoryAct.PermissionChanged] = "You changed who may hear it",
        [HistoryAct.PermissionEnded] = "Your permission ended, and the case study was taken down",
        [HistoryAct.AskedTheAuthor] = "We asked you a question",
        [HistoryAct.Answered] = "You answered",
        [HistoryAct.Approved] = "We finished our version",
        [HistoryAct.SentToTheAuthor] = "We asked you to read the case study",
        [HistoryAct.ChangeAskedFor] = "You asked for a change",
        [HistoryAct.SignedOff] = "You said yes",
        [HistoryAct.Published] = "It was published as part of a case study",
        [HistoryAct.PutToOrganisation] = "We asked an organisation to answer it",
        [HistoryAct.NoReplyInTime] = "An organisation that we asked has not replied in time",
        [HistoryAct.AskPassedOn] = "An organisation that we asked passed it on to another",
        [HistoryAct.OrganisationReplied] = "An organisation replied",
        [HistoryAct.ReplyUndone] = "We had noted a reply by mistake, and wait for one again",
        [HistoryAct.ResponsePublished] = "An organisation answered, and everyone can read it",
        [HistoryAct.ResponseChanged] = "An organisation changed what it had answered",
        [HistoryAct.TakenDown] = "The case study was taken down",
        [HistoryAct.ChangePromised] = "A service promised a change",
        [HistoryAct.AskedWhetherKept] = "A service says that it made the change, and we asked you whether it did",
        [HistoryAct.SaidWhetherKept] = "You said whether it changed",
        [HistoryAct.CalledBack] = "We wrote to those who may not have it any more, and asked them to delete it",
        [HistoryAct.AskedWhatChanged] = "We asked you whether anything changed",
        [HistoryAct.WroteWhatChanged] = "You wrote to us what changed",
        [HistoryAct.SaidWhatChanged] = "You told us whether anything changed",
        [HistoryAct.PutOnHold] = "We are taking extra care",
        [HistoryAct.TakenOffHold] = "We went on with it",
        [HistoryAct.Declined] = "We decided not to publish it",
        [HistoryAct.DeclineUndone] = "We changed our mind and look at it again",
        [HistoryAct.TakenBack] = "You took it back",
    };

    /// <summary>What was done in words for its author, by the name of the act: what is no step of a story's way keeps its own.</summary>
    public static string InWords(string act) => Steps.FirstOrDefault(step => step.Key.Name == act).Value ?? act;

    /// <summary>The step in words for its author.</summary>
    /// <param name="act">One that <see cref="HistoryAct.ForAuthor"/> says the author sees.</param>
    /// <param name="seeFirst">Whether the author reads our version first.</param>
    public static string InWords(this HistoryAct act, bool seeFirst) =>
        act == HistoryAct.Approved && seeFirst ? "We finished our version and asked you to read it" : Steps[act];
}
