using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations.Asks;

namespace InfoStory.Tests.Life;

/// <summary>A letter that must leave.</summary>
/// <param name="Name">What it is, and since when it is due.</param>
/// <param name="Since">The moment from which it is due.</param>
/// <param name="HasLeft">It did.</param>
internal sealed record YearDuty(string Name, DateTime Since, bool HasLeft);

/// <summary>
/// What must come, so that a program which sends nothing is no good one: a letter that is due and allowed has left by the end of the next working day, where
/// the jobs ran meanwhile. What was forbidden in between, or overtaken by something else, is owed no more.
/// </summary>
internal sealed class YearDuties(YearModel model, YearPost post)
{
    private const int Runs = 2;

    private readonly Dictionary<string, int> waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> excused = new(StringComparer.Ordinal);

    /// <summary>How many letters were waited for and came.</summary>
    public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks at what is due now.</summary>
    public void Look(DateTime now)
    {
        var due = Due(now).ToList();
        excused.UnionWith(waiting.Keys.Except(due.Select(duty => duty.Name)));
        foreach (var gone in excused) waiting.Remove(gone);
        foreach (var duty in due.Where(duty => duty.Since <= now && !excused.Contains(duty.Name)))
        {
            if (!duty.HasLeft) waiting.TryAdd(duty.Name, 0);
            else if (waiting.Remove(duty.Name)) Kept.Add(duty.Name);
        }
    }

    /// <summary>The jobs ran in working hours, and letters were taken.</summary>
    /// <returns>What should have left; null where nothing should.</returns>
    public string? Ran(DateTime now)
    {
        Look(now);
        foreach (var name in waiting.Keys.ToList()) waiting[name]++;
        var since = Due(now).ToDictionary(duty => duty.Name, duty => duty.Since);
        return waiting.FirstOrDefault(one => one.Value >= Runs && now > YearDays.EndOfNextWorkingDay(since[one.Key])).Key;
    }

    private IEnumerable<YearDuty> Due(DateTime now) =>
        model.Asks.Where(ask => !ask.HasEnded && ask.Organisation.MergedInto is null && ask.Organisation.MayHear(ask.Story, now))
            .SelectMany(ask => OfAsk(ask, now))
            .Concat(model.Promises.SelectMany(promise => OfPromise(promise, now)))
            .Concat(Recalls(now))
            .Concat(model.CalledBack.Where(one => one.Value).Select(one => one.Key).Select(one => Duty(
                $"calls a briefing back from {one.To}, {one.IsByAuthor}", one.At,
                post.HasLeft(one.To, YearPost.Recall, one.IsByAuthor ? "author has taken back" : "We have taken", one.At))))
            .Concat(model.Readers.Where(reader => reader.State == SubscriberState.Waiting).Select(reader => Duty(
                $"asks {reader.Email} to say yes", reader.AskedAt, post.HasLeft(reader.Email, null, "/subscribe/", reader.AskedAt))));

    /// <summary>Who was sent a story and may not have it any more is asked to delete it.</summary>
    private IEnumerable<YearDuty> Recalls(DateTime now)
    {
        foreach (var story in model.Stories.Where(story => !story.IsErased))
        {
            var organisations = model.Organisations.Where(one => one.MergedInto is null && !one.MayHear(story, now)
                && post.HasLeft(one.Mailbox, YearPost.Ask, story.Title, default, story.ChangedAt)).Select(one => one.Mailbox);
            var readers = model.Readers.Where(one => one.State == SubscriberState.Confirmed && !one.MayRead(story, now)
                && post.Left.Exists(sent => sent.Letter.To == one.Email && sent.At < story.ChangedAt && sent.At > one.AskedAt
                    && YearPost.IsNewIn(sent.Letter, story)))
                .Select(one => one.Email);
            foreach (var to in organisations.Concat(readers).Where(to => !post.HasLeft(to, YearPost.Recall, "", default, story.ChangedAt)))
                yield return Duty($"calls “{story.Title}” back from {to}", story.ChangedAt, post.HasLeft(to, YearPost.Recall, "", story.ChangedAt));
        }
    }

    private IEnumerable<YearDuty> OfAsk(YearAsk ask, DateTime now)
    {
        var (to, title, stands) = (ask.Organisation.Mailbox, ask.Story.Title, ask.Stands(now));
        var told = post.HasLeft(to, YearPost.Ask, title, ask.ToldAt);
        if (ask.Story.ChangedAt <= ask.ToldAt && (told || now < ask.ToldUntil)) yield return Duty($"asks {to} about “{title}”", ask.ToldAt, told);

        if (ask.Returned is { } returned && ask.Story.ChangedAt <= returned.At)
            yield return Duty($"says to {returned.To}: {returned.Why}", returned.At, post.HasLeft(returned.To, YearPost.Returned, returned.Why, returned.At));

        var isPlain = ask.Happened.TrueForAll(
            one => one.Kind is AskEventKind.Put or AskEventKind.HoldingReply or AskEventKind.Question or AskEventKind.QuestionAnswered);
        if (isPlain && stands is { Phase: AskPhase.Waiting, Fourteen: { } fourteen })
        {
            var at = YearDays.At(YearDays.WorkingDayFrom(fourteen), YearDays.Opens);
            // Whoever heard of it only then needs no reminder.
            if (IsUntouched(ask, at) && post.HasLeft(to, YearPost.Ask, title, ask.ToldAt, at))
                yield return Duty($"reminds {to} of “{title}”", at, post.HasLeft(to, YearPost.Reminder, title, ask.ToldAt));
        }

        if (stands.Phase == AskPhase.Silent && told)
        {
            var at = YearDays.At(YearDays.WorkingDayFrom(stands.Due.AddDays(1)), YearDays.Opens);
            if (IsUntouched(ask, at) && post.HasLeft(to, YearPost.Ask, title, ask.ToldAt, at))
                yield return Duty($"tells {to} that time is over for “{title}”", at, post.HasLeft(to, YearPost.Silence, title, ask.ToldAt));
        }
    }

    private IEnumerable<YearDuty> OfPromise(YearPromise promise, DateTime now)
    {
        var (to, page) = (promise.Organisation.Mailbox, $"https://localhost/promises/{promise.Slug}");
        var at = promise.Moments(now).Select(at => (DateTime?)at).Max();
        if (at is { } due && promise.IsOpen && promise.Organisation.MayHear(promise.Story, now) && promise.Story.ChangedAt <= due
            && !(promise.PassedAt >= due) && promise.Organisation.MergedInto is null)
            yield return Duty($"reminds {to} of “{promise.What}” ({promise.Slug})", due, post.HasLeft(to, null, page, due));

        if (promise.Story is { Email: { } author, EmailSince: { } reachedSince } story && story.IsPublic(now)
            && promise is { MadeAt: { } made, IsDropped: false } && reachedSince <= made && story.ChangedAt <= made && promise.Answer is null)
            yield return Duty($"asks {author} whether “{promise.What}” ({promise.Slug}) was kept", made, post.HasLeft(author, YearPost.Kept, "", made));
    }

    /// <summary>Nothing was written down since, and nobody changed who may hear it.</summary>
    private static bool IsUntouched(YearAsk ask, DateTime since) => ask.Story.ChangedAt <= since && ask.Happened.TrueForAll(one => one.At <= since);

    private static YearDuty Duty(string name, DateTime since, bool hasLeft) => new($"{name}, due {since:O}", since, hasLeft);
}
