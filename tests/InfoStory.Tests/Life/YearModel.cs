using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;

namespace InfoStory.Tests.Life;

/// <summary>A story with its case study, as the model knows it.</summary>
internal sealed class YearStory(GivenStory given, string title, string? service)
{
    public GivenStory Given => given;

    public string Title => title;

    public string? Service => service;

    /// <summary>Until when whom may hear it.</summary>
    public Dictionary<Audience, DateTime> Allowed { get; } = [];

    public int Months { get; set; }

    public DateTime PermittedAt { get; set; }

    /// <summary>A publisher has published it, and nobody has taken it down.</summary>
    public bool IsUp { get; set; }

    /// <summary>When it was published or taken down last, or its author said last who may hear it.</summary>
    public DateTime ChangedAt { get; set; }

    public bool IsTakenBack { get; set; }

    public bool IsErased { get; set; }

    public string? Email { get; set; }

    public DateTime? EmailSince { get; set; }

    public bool Allows(Audience audience, DateTime now) => !IsTakenBack && Allowed.TryGetValue(audience, out var until) && now < until;

    public bool IsPublic(DateTime now) => IsUp && Allows(Audience.Website, now);
}

internal sealed class YearOrganisation(Id<Organisation> id, string name, string slug, string mailbox)
{
    public Id<Organisation> Id => id;

    public string Name => name;

    public string Slug => slug;

    public string Mailbox => mailbox;

    public string? Service { get; set; }

    public YearOrganisation? MergedInto { get; set; }

    /// <summary>Somebody answers for it.</summary>
    public bool HasResponder { get; set; }

    /// <summary>The one that does its work now.</summary>
    public YearOrganisation Now => MergedInto ?? this;

    /// <summary>Where whoever answers for it gets their letters.</summary>
    public string Person => $"ann@{mailbox.Split('@')[1]}";

    /// <summary>Where neither says which service it is, it may be the one that the story is about.</summary>
    public bool MayBeNamedBy(YearStory story) => Service is null || story.Service is null || Service == story.Service;

    public bool IsBarredFrom(YearStory story, DateTime now) => MayBeNamedBy(story) && !story.Allows(Audience.NamedService, now);

    public bool MayHear(YearStory story, DateTime now) => story.IsPublic(now) && !IsBarredFrom(story, now);
}

internal sealed class YearAsk(Id<Ask> id, YearStory story, YearOrganisation organisation, int passed)
{
    public Id<Ask> Id => id;

    public YearStory Story => story;

    public YearOrganisation Organisation { get; set; } = organisation;

    public int Passed => passed;

    public List<Happening> Happened { get; } = [];

    /// <summary>When the letter was last written by which its organisation hears of it.</summary>
    public DateTime ToldAt { get; private set; }

    /// <summary>When half of the time is over that the letter names: it leaves before, or never.</summary>
    public DateTime ToldUntil { get; private set; }

    /// <summary>That letter has left, or it wrote to us.</summary>
    public bool IsReached { get; set; }

    /// <summary>What its organisation sent, and the team has not read.</summary>
    public YearAnswer? Sent { get; private set; }

    /// <summary>What everyone reads of what it answered.</summary>
    public YearAnswer? Answer { get; private set; }

    /// <summary>The letter with which an answer was given back, while it is not sent again.</summary>
    public YearReturn? Returned { get; private set; }

    public void Tell(DateTime now)
    {
        (ToldAt, IsReached) = (now, false);
        ToldUntil = now + ((YearDays.At(Stands(now).Due, 0) - now) / 2);
    }

    public bool HasEnded => Happened.Exists(one => one.Kind is AskEventKind.Answered or AskEventKind.PassedOn or AskEventKind.CalledOff or AskEventKind.Joined)
        || IsAskedAgain;

    /// <summary>It was silent, and is asked once more.</summary>
    public bool IsAskedAgain { get; set; }

    public YearStanding Stands(DateTime now) => YearClock.On(Happened, YearDays.Day(now));

    /// <summary>It is public, and neither called off nor at somebody else.</summary>
    public bool MayBeAnswered(DateTime now) => story.IsPublic(now) && !IsAskedAgain
        && Stands(now).Phase is not (AskPhase.CalledOff or AskPhase.PassedOn or AskPhase.Joined);

    public void Hear(AskEventKind kind, DateTime now, DateOnly? on = null, DateOnly? until = null)
    {
        Happened.Add(new(kind, on ?? YearDays.Day(now), now) { Until = until });
        if (kind is AskEventKind.HoldingReply or AskEventKind.Question or AskEventKind.ReplySent or AskEventKind.Answered) IsReached = true;
    }

    public void Send(string words, DateTime now)
    {
        (Sent, Returned) = (new(words, YearDays.Day(now)), null);
        if (!HasEnded) Hear(AskEventKind.ReplySent, now);
    }

    public void Publish(DateTime now)
    {
        var (sent, first) = (Sent!, Answer);
        (Sent, Answer) = (null, first is null ? sent : first with { Words = sent.Words, ChangedOn = YearDays.Day(now) });
        if (!HasEnded) Hear(AskEventKind.Answered, now, sent.SentOn);
    }

    /// <param name="to">To whom a letter says why; null where none may.</param>
    public void Return(string? to, string why, DateTime now)
    {
        Sent = null;
        if (!HasEnded) Hear(AskEventKind.ReplyReturned, now);
        var stands = Stands(now);
        Returned = to is null ? null : new(to, why, now, HasEnded || stands.Phase == AskPhase.Silent ? null : stands.Due);
    }

    /// <summary>What was answered goes with the story.</summary>
    public void Forget() => (Sent, Answer, Returned) = (null, null, null);

    /// <summary>Where it stands, as everyone reads it.</summary>
    public string Shown(DateTime now, bool isNamed) => $"{Stands(now)}{(IsReached ? "" : ", unreached")}, {(isNamed ? Answer : null)}";
}

/// <summary>What an organisation answered.</summary>
internal sealed record YearAnswer(string Words, DateOnly SentOn)
{
    public DateOnly? ChangedOn { get; init; }

    public override string ToString() => $"“{Words}” of {SentOn:O}, changed {ChangedOn:O}";
}

/// <summary>The letter with which an answer was given back.</summary>
/// <param name="Until">The day that it names; null where no clock runs.</param>
internal sealed record YearReturn(string To, string Why, DateTime At, DateOnly? Until);

/// <summary>A briefing that somebody has.</summary>
/// <param name="Link">The signed part of its address; null where it is a document.</param>
internal sealed record YearCopy(Id<BriefingCopy> Id, Id<Briefing> Briefing, Audience Audience, string To, string? Link, DateTime At)
{
    /// <summary>What it was given with, less what was called back.</summary>
    public HashSet<YearStory> Stories { get; init; } = [];

    public DateTime Ends { get; set; } = Link is null ? At : At.AddDays(90);

    /// <summary>Its letter has left: nobody begins to send one and does not know what came of it.</summary>
    public bool HasLeft { get; set; }

    public bool IsOpen(DateTime now) => now < Ends;

    public IEnumerable<YearStory> Shown(DateTime now) => Stories.Where(story => story.IsPublic(now) && story.Allows(Audience, now));
}

/// <summary>A story was taken from an audience, or from everyone, and whoever has it is to be written to.</summary>
internal sealed record YearRecall(YearStory Story, Audience? Audience, DateTime At, bool IsByAuthor);

internal sealed class YearPromise(string slug, YearStory story, YearOrganisation organisation, string what)
{
    public string Slug => slug;

    public YearStory Story => story;

    public YearOrganisation Organisation { get; set; } = organisation;

    /// <summary>When it went to another organisation.</summary>
    public DateTime? PassedAt { get; set; }

    public string What => what;

    public DateOnly Due { get; set; }

    /// <summary>When that day was promised.</summary>
    public DateTime DueSetAt { get; set; }

    public DateTime? MadeAt { get; set; }

    public bool IsDropped { get; set; }

    /// <summary>What its author said last since it was made.</summary>
    public KeptAnswer? Answer { get; set; }

    public bool IsOpen => MadeAt is null && !IsDropped;

    /// <summary>The moments until now at which its organisation is reminded of this day.</summary>
    public IEnumerable<DateTime> Moments(DateTime now) => new[] { -14, 0, 14 }.Select(days => YearDays.At(Due.AddDays(days), YearDays.Opens))
        .Where(at => at <= now && at > DueSetAt);

    public PromiseState State(DateTime now) => this switch
    {
        { IsDropped: true } => PromiseState.Dropped,
        { MadeAt: not null, Answer: KeptAnswer.No } => PromiseState.NotConfirmed,
        { MadeAt: not null, Answer: KeptAnswer.Yes } => PromiseState.Confirmed,
        { MadeAt: not null } => PromiseState.Made,
        _ when YearDays.Day(now) > Due => PromiseState.Overdue,
        _ when YearDays.Day(now) >= Due.AddDays(-14) => PromiseState.Due,
        _ => PromiseState.Planned,
    };
}

internal sealed class YearReader(string email)
{
    public string Email => email;

    public SubscriberState? State { get; set; }

    public DateTime AskedAt { get; set; }

    public SubscriberAudience Reads { get; set; }

    /// <summary>When letters were written because somebody typed the address.</summary>
    public List<DateTime> Asked { get; } = [];

    /// <summary>The link by which they leave.</summary>
    public string? LeaveBy { get; set; }

    /// <summary>As whom they read, in the words in which authors say who may hear their stories.</summary>
    public bool MayRead(YearStory story, DateTime now) => State == SubscriberState.Confirmed && story.IsPublic(now) && story.Allows(Reads switch
    {
        SubscriberAudience.PolicyMaker => Audience.PolicyMakers,
        SubscriberAudience.Provider => Audience.NamedService,
        SubscriberAudience.Practitioner => Audience.Training,
        SubscriberAudience.Press => Audience.Press,
        _ => Audience.Website,
    }, now);

    public bool MayBeWrittenTo => State is SubscriberState.Waiting or SubscriberState.Confirmed;
}

/// <summary>
/// What the records in docs/decisions say of stories, asks, promises and subscribers, written a second time and without a database: who may hear what now,
/// and what is to come of each act.
/// </summary>
internal sealed class YearModel
{
    public List<YearStory> Stories { get; } = [];

    public List<YearOrganisation> Organisations { get; } = [];

    public List<YearAsk> Asks { get; } = [];

    public List<YearPromise> Promises { get; } = [];

    public List<YearReader> Readers { get; } = [];

    public List<YearCopy> Copies { get; } = [];

    /// <summary>Recalls that have not been worked through.</summary>
    public List<YearRecall> Recalls { get; } = [];

    /// <summary>To whom of those who have briefings a letter goes that calls something back, and since when; whether it must.</summary>
    public Dictionary<(string To, DateTime At, bool IsByAuthor), bool> CalledBack { get; } = [];

    /// <summary>How often a letter may go to this address for this reason.</summary>
    public Dictionary<(string To, string Occasion), int> Owed { get; } = [];

    /// <summary>The promises whose addresses are among these words.</summary>
    public IEnumerable<YearPromise> Promised(string[] words) => Promises.Where(promise => words.Contains($"https://localhost/promises/{promise.Slug}"));

    public void Owe(string to, string occasion) => Owed[(to, occasion)] = Owed.GetValueOrDefault((to, occasion)) + 1;

    public void OweClock(YearAsk ask)
    {
        Owe(ask.Organisation.Mailbox, $"reminder {ask.Story.Title}");
        Owe(ask.Organisation.Mailbox, $"silence {ask.Story.Title}");
    }

    public void Tell(YearAsk ask, DateTime now)
    {
        ask.Tell(now);
        Owe(ask.Organisation.Mailbox, $"ask {ask.Story.Title}");
    }

    public void Put(Id<Ask> id, YearStory story, YearOrganisation organisation, DateTime now, int passed = 0)
    {
        foreach (var before in Asks.Where(one => one.Story == story && one.Organisation == organisation && !one.HasEnded))
        {
            before.Hear(AskEventKind.AskedAgain, now);
            before.IsAskedAgain = true;
        }

        var ask = new YearAsk(id, story, organisation, passed);
        ask.Hear(AskEventKind.Put, now);
        Asks.Add(ask);
        Tell(ask, now);
        OweClock(ask);
    }

    /// <summary>The author says who may hear the story from now on.</summary>
    public void Permit(YearStory story, IReadOnlyCollection<Audience> audiences, int months, DateTime now)
    {
        var isOver = !story.Allows(Audience.Website, now);
        var standing = story.Allowed.Where(one => now < one.Value).Select(one => one.Key).ToHashSet();
        var isSame = standing.SetEquals(audiences) && (standing.Count == 0 || (months == story.Months && now - story.PermittedAt < TimeSpan.FromDays(1)));
        if (isSame && !(isOver && story.IsUp)) return;

        var had = story.Allowed.Keys.ToList();
        story.Allowed.Clear();
        foreach (var audience in audiences) story.Allowed[audience] = now.AddMonths(months);
        (story.Months, story.PermittedAt, story.ChangedAt) = (months, now, now);
        if (!audiences.Contains(Audience.Website)) TakeDown(story, now, isByAuthor: true);
        if (story.IsUp) foreach (var audience in had.Except(audiences)) LetGo(story, audience, now, isByAuthor: true);
        foreach (var ask in Asks.Where(ask => ask.Story == story && !ask.HasEnded && ask.Organisation.IsBarredFrom(story, now)).ToList())
            ask.Hear(AskEventKind.CalledOff, now);
    }

    /// <summary>It is public no more: nobody is asked about it any more.</summary>
    public void TakeDown(YearStory story, DateTime now, bool isByAuthor = false)
    {
        if (!story.IsUp) return;

        (story.IsUp, story.ChangedAt) = (false, now);
        LetGo(story, null, now, isByAuthor);
        foreach (var ask in Asks.Where(ask => ask.Story == story && !ask.HasEnded).ToList()) ask.Hear(AskEventKind.CalledOff, now);
    }

    /// <summary>
    /// It is called back from whoever has it. A briefing whose letter has not left goes without it; one in which nothing is left is ended.
    /// </summary>
    private void LetGo(YearStory story, Audience? audience, DateTime now, bool isByAuthor)
    {
        Recalls.Add(new(story, audience, now, isByAuthor));
        foreach (var copy in Copies.Where(copy => copy is { Link: not null, HasLeft: false } && copy.IsOpen(now)
            && (audience is null || audience == copy.Audience) && copy.Stories.Contains(story)))
        {
            copy.Stories.Remove(story);
            if (copy.Stories.Count == 0) copy.Ends = now;
        }
    }

    public void TakeBack(YearStory story, DateTime now)
    {
        TakeDown(story, now, isByAuthor: true);
        (story.IsTakenBack, story.Email, story.EmailSince) = (true, null, null);
        Promises.RemoveAll(promise => promise.Story == story);
        foreach (var ask in Asks.Where(ask => ask.Story == story)) ask.Forget();
    }

    public void Erase(YearStory story, DateTime now)
    {
        TakeBack(story, now);
        story.IsErased = true;
        Asks.RemoveAll(ask => ask.Story == story);
    }

    /// <summary>What is open of one goes to the other, which now has its work.</summary>
    public void Merge(YearOrganisation from, YearOrganisation into, DateTime now)
    {
        (from.MergedInto, into.Service) = (into, into.Service ?? from.Service);
        var there = Asks.Where(ask => ask.Organisation == into && !ask.HasEnded).Select(ask => ask.Story).ToHashSet();
        foreach (var ask in Asks.Where(ask => ask.Organisation == from && !ask.HasEnded).ToList())
        {
            var isSilent = ask.Stands(now).Phase == AskPhase.Silent;
            if (isSilent && ask.IsReached) continue;
            if (isSilent || into.IsBarredFrom(ask.Story, now)) ask.Hear(AskEventKind.CalledOff, now);
            else if (there.Contains(ask.Story)) ask.Hear(AskEventKind.Joined, now);
            else
            {
                ask.Organisation = into;
                ask.Hear(AskEventKind.Moved, now);
                Tell(ask, now);
                OweClock(ask);
            }
        }

        foreach (var promise in Promises.Where(promise => promise.Organisation == from && promise.IsOpen))
            (promise.Organisation, promise.PassedAt) = (into, now);
    }

    /// <summary>Whoever has a briefing is written to once for all that was taken back at one moment for one reason.</summary>
    public void CallBack(DateTime now)
    {
        foreach (var (story, audience, at, isByAuthor) in Recalls)
        {
            foreach (var copy in Copies.Where(copy => copy.At <= at && (audience is null || audience == copy.Audience) && copy.Stories.Remove(story)))
            {
                var isKnown = now < copy.Ends.AddDays(180);
                if (CalledBack.TryAdd((copy.To, at, isByAuthor), isKnown)) Owe(copy.To, YearPost.Recall);
                else if (isKnown) CalledBack[(copy.To, at, isByAuthor)] = true;
            }
        }

        Recalls.Clear();
    }

    /// <summary>What no permission covers any more has come down.</summary>
    public void EndPermissions(DateTime now)
    {
        foreach (var story in Stories.Where(story => story.IsUp && !story.Allows(Audience.Website, now))) TakeDown(story, now);
    }

    /// <summary>What nobody may hear since six months is gone.</summary>
    public void KeepNoLonger(DateTime now)
    {
        foreach (var story in Stories.Where(story => !story.IsTakenBack))
        {
            var ended = story.Allowed.Count == 0 ? story.PermittedAt : story.Allowed.Values.Max();
            if (ended < now.AddMonths(-6)) Erase(story, now);
        }
    }

    /// <summary>Who did not say yes in seven days is forgotten.</summary>
    public void ForgetReaders(DateTime now)
    {
        foreach (var reader in Readers.Where(reader => reader.State == SubscriberState.Waiting && now - reader.AskedAt >= TimeSpan.FromDays(7)))
            reader.State = null;
    }
}
