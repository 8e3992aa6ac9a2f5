using InfoStory.Data;
using InfoStory.Sharing;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.RateLimiting;

/// <summary>What a form counts as, beside being one.</summary>
public enum Counted
{
    Form,
    Answer,
    PasswordLink,
    SignInLink,
    Subscription,
}

/// <summary>Says that every form of a page counts as this, too; <see cref="Forms.FormFilter"/> counts it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CountedAsAttribute(Counted what) : Attribute
{
    public Counted What => what;
}

/// <summary>Refuses the forms and stories of a network that sends very many.</summary>
public sealed class Limits(RequestCounter counter, IOptions<LimitOptions> options)
{
    /// <summary>Of an IPv6 address that asks for letters: as much as one customer may have, as for taps.</summary>
    private const int Ipv6Bytes = 6;

    private readonly SlidingCount forms = counter.New(options.Value.Forms),
        answers = counter.New(options.Value.Answers), links = counter.New(options.Value.PasswordLinks), signIns = counter.New(options.Value.SignInLinks),
        subscriptions = counter.New(options.Value.Subscriptions), allSubscriptions = counter.New(options.Value.SubscriptionsFromEverywhere);
    private readonly SlidingCount allAnswers = counter.New(options.Value.AnswersFromEverywhere), atOnce = counter.New(options.Value.StoriesAtOnce),
        aDay = counter.New(options.Value.StoriesADay), everywhere = counter.New(options.Value.StoriesFromEverywhere),
        machines = counter.New(options.Value.Machines);
    /// <summary>Drafts that were counted when they were sent: sending one again is no other story.</summary>
    private readonly SlidingCount drafts = counter.New(new(1, 24 * 60));

    /// <summary>Counts a form that is about to be read.</summary>
    /// <returns>Null where it may be read; else what the person is to be told.</returns>
    public TooManyException? Count(HttpContext context, Counted what)
    {
        if (RequestCounter.IsStaff(context)) return null;

        var (count, sentence) = what switch
        {
            Counted.Form => (forms, "We have had very many forms from your network in a short time. Nothing is lost. Press the button again in {0}"),
            Counted.Answer =>
                (answers, "We have had very many answers from your network in a short time. Nothing you typed is lost. Press the button again in {0}"),
            Counted.PasswordLink =>
                (links, "We have been asked for many links from your network in a short time. Look for one that we have sent, or ask again in {0}"),
            Counted.SignInLink =>
                (signIns, "We have been asked for many links from your network in a short time. Look for one that we have sent, or ask again in {0}"),
            Counted.Subscription =>
                (subscriptions, "We have been asked to write to many addresses from your network. Nothing you typed is lost. Press the button again in {0}"),
        };
        var limit = what.ToString();
        var wait = counter.Try((key, now) =>
        {
            var network = what == Counted.Subscription ? Customer(key, context) : key.Of(context.Connection.RemoteIpAddress);
            if (count.Count(network, now) is { } soon) return soon;
            if (Everywhere(what) is not var (all, name, many) || all.Count(UInt128.Zero, now) is not { } later) return null;

            count.TakeBack(network);
            (limit, sentence) = (name, many);
            return later;
        });
        return wait is { } some ? counter.Refusal(context, limit, sentence, some) : null;
    }

    /// <summary>What is also counted from everywhere together; null where nothing is.</summary>
    private (SlidingCount All, string Limit, string Sentence)? Everywhere(Counted what) => what switch
    {
        Counted.Answer =>
            (allAnswers, "AnswersFromEverywhere", "We are getting very many answers just now. Nothing you typed is lost. Press the button again in {0}"),
        Counted.Form or Counted.PasswordLink or Counted.SignInLink or Counted.Subscription => null,
    };

    /// <summary>
    /// Counts, from everywhere together, that a form makes us write to the address in it: only once it keeps the rules, so that empty forms from many networks
    /// keep nobody out.
    /// </summary>
    /// <exception cref="TooManyException">There were too many.</exception>
    public void CountLetter(HttpContext context)
    {
        if (RequestCounter.IsStaff(context)) return;

        var wait = counter.Try((key, now) =>
        {
            if (allSubscriptions.Count(UInt128.Zero, now) is not { } later) return null;

            subscriptions.TakeBack(Customer(key, context));
            return later;
        });
        if (wait is not { } some) return;

        throw counter.Refusal(
            context, "SubscriptionsFromEverywhere",
            "Very many people ask us for letters just now. Nothing you typed is lost. Press the button again in {0}", some);
    }

    /// <summary>Counts an answer for a program, which is not among those that are kept.</summary>
    /// <returns>Null where it may be made; else what whoever runs the program is to be told.</returns>
    public TooManyException? CountMachine(HttpContext context)
    {
        var wait = counter.Try((key, now) => machines.Count(key.Of(context.Connection.RemoteIpAddress), now));
        return wait is { } some ? counter.Refusal(context, "Machines", "Ask again in {0}, and for more at a time", some) : null;
    }

    /// <summary>Counts a story that is about to be sent. One draft counts once a day, however often and at whatever moments it is sent.</summary>
    /// <returns>Null where it may be sent; else what the author is to be told.</returns>
    public TooManyException? Count(HttpContext context, DraftSecret draft)
    {
        if (RequestCounter.IsStaff(context)) return null;

        var many = "We have had many stories from your network in a short time.";
        var wait = counter.Try((key, now) =>
        {
            var (itself, network) = (key.Of(draft.Hash), key.Of(context.Connection.RemoteIpAddress));
            if (drafts.Of(itself, now) > 0) return null;
            if (aDay.Count(network, now) is { } tomorrow) return tomorrow;
            if (atOnce.Count(network, now) is { } soon)
            {
                aDay.TakeBack(network);
                return soon;
            }

            if (everywhere.Count(UInt128.Zero, now) is { } later)
            {
                aDay.TakeBack(network);
                atOnce.TakeBack(network);
                many = "We are getting very many stories just now.";
                return later;
            }

            drafts.Count(itself, now);
            return null;
        });
        if (wait is not { } some) return null;

        var close = some < TimeSpan.FromHours(1) ? "" : ". You can close this page and come back to it on this device for 7 days";
        return counter.Refusal(context, "Stories", $"{many} Nothing you typed is lost. Press “Send your story” again in {{0}}{close}", some);
    }

    private static UInt128 Customer(NetworkKey key, HttpContext context) => key.Of(context.Connection.RemoteIpAddress, Ipv6Bytes);
}
