using InfoStory.CaseStudies;
using InfoStory.Data.Access;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Replies;
using InfoStory.Moderation.Safeguarding;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Places;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Redaction;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Forms;

/// <summary>The closed lists as choices; values are keys or names of enum members.</summary>
public static class SelectLists
{
    /// <summary>Who may hear a story, with what each one means.</summary>
    public static IEnumerable<Choice> Audiences => Enum.GetValues<Audience>()
        .Select(audience => new Choice(ConsentWording.Of(audience).Question, audience.ToString(), ConsentWording.Of(audience).Meaning));

    public static IEnumerable<SelectListItem> Months =>
        Consent.Lengths.Reverse().Select(months => new SelectListItem(Length(months), months.ToString()));

    /// <summary>How long a permission lasts, as people say it.</summary>
    public static string Length(int months) => months % 12 == 0 ? (months / 12).Of("year", "years") : months.Of("month", "months");

    /// <summary>1, 2, 3, 4, 5 or more, and nothing, so that a mistake can be undone.</summary>
    public static IEnumerable<SelectListItem> QuickCounts =>
        Enumerable.Range(1, HandOffs.MostQuick)
            .Select(count => new SelectListItem(count == HandOffs.MostQuick ? $"{count} or more" : $"{count}", $"{count}")).Append(new("Not sure", ""));

    public static IEnumerable<SelectListItem> AskAgain =>
        AnswerIntruder.Lengths.Select(months => new SelectListItem(months == 12 ? "1 year" : $"{months} months", months.ToString()));

    public static IEnumerable<SelectListItem> FiguresFor => Of<FigureFor>(person => person.Title());

    public static IEnumerable<SelectListItem> WhyTakenDown => Of<WhyTakenDown>(why => why.Title());

    public static IEnumerable<SelectListItem> YesNo => [new("Yes", "True"), new("No", "False")];

    public static IEnumerable<SelectListItem> Kinds => Of<StoryKind>(kind => kind.Title());

    public static IEnumerable<SelectListItem> KindsBySlug => Enum.GetValues<StoryKind>().Select(kind => new SelectListItem(kind.Title(), kind.ToSlug()));

    public static IEnumerable<SelectListItem> WhoIsTelling => Of<WhoIsTelling>(who => who.TitleWhenAsked());

    public static IEnumerable<SelectListItem> When => Of<WhenItHappened>(when => when.Title());

    public static IEnumerable<SelectListItem> WhoNeedsToHear => Of<WhoNeedsToHear>(who => who.Title());

    public static IEnumerable<SelectListItem> HandOffChannels => Of<HandOffChannel>(channel => channel.Title());

    public static IEnumerable<SelectListItem> Waits => Of<Waited>(waited => waited.Title());

    public static IEnumerable<SelectListItem> Existed => Of<DidItExist>(existed => existed.Title());

    /// <summary>How a story that the team enters was told.</summary>
    public static IEnumerable<SelectListItem> EntryChannels => EnterStory.Channels.Select(channel => new SelectListItem(channel.Title(), channel.ToString()));

    public static IEnumerable<SelectListItem> Criticalities => Of<Criticality>(score => score.Title());

    public static IEnumerable<SelectListItem> SubscriberAudiences => Of<SubscriberAudience>(audience => audience.Title());

    public static IEnumerable<SelectListItem> BriefingReaders =>
        Briefing.Audiences.Select(audience => new SelectListItem(audience.Readers(), audience.ToString()));

    public static IEnumerable<SelectListItem> Rhythms => Of<Rhythm>(rhythm => rhythm.Title());

    public static IEnumerable<SelectListItem> LawfulBases => Of<LawfulBasis>(basis => basis.Title());

    public static IEnumerable<SelectListItem> ContactReasons => Of<ContactReason>(why => why.Title());

    public static IEnumerable<Choice> GoldenRules => Enum.GetValues<GoldenRule>().Select(rule => new Choice(rule.Title(), rule.ToString()));

    public static IEnumerable<SelectListItem> SafeguardingDecisions => Of<SafeguardingDecision>(decision => decision.Title());

    /// <summary>What a member of the team may write down of a promise.</summary>
    public static IEnumerable<SelectListItem> PromiseEvents => RecordPromise.Kinds.Select(kind => new SelectListItem(kind.Title(), kind.ToString()));

    public static IEnumerable<SelectListItem> BulkKinds => Of<BulkKind>(kind => kind.Title());

    public static IEnumerable<SelectListItem> ReplyKinds => Of<ReplyKind>(kind => kind.Title());

    /// <summary>What the team may write down of an ask.</summary>
    public static IEnumerable<SelectListItem> AskEvents => RecordAsk.Kinds.Select(kind => new SelectListItem(kind.Title(), kind.ToString()));

    /// <summary>What a responder may tell the team of an ask.</summary>
    public static IEnumerable<SelectListItem> Tellings => TellTeam.Kinds.Select(kind => new SelectListItem(kind.InTheirWords(), kind.ToString()));

    public static IEnumerable<SelectListItem> WhyExtended => Of<WhyExtended>(why => why.Title());

    public static IEnumerable<SelectListItem> WhyCorrected => Of<WhyCorrected>(why => why.Title());

    public static IEnumerable<SelectListItem> Facets => Of<Facet>(facet => facet.Title());

    /// <summary>The roles, each with what it is for.</summary>
    public static IEnumerable<Choice> Roles =>
        Enum.GetValues<Roles>().Where(role => role != Data.Access.Roles.None).Select(role => new Choice(role.Title(), role.ToString(), role.Means()));

    /// <summary>Every value in these words, under its name as addresses write it.</summary>
    public static IEnumerable<SelectListItem> InAddress<T>(Func<T, string> words) where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => new SelectListItem(words(value), value.ToString().ToLowerInvariant()));

    public static IEnumerable<SelectListItem> ByKey(this IEnumerable<TagChoice> tags) =>
        tags.Select(tag => new SearchedItem(tag.Name, tag.Id.ToString()) { Words = tag.Synonyms });

    public static IEnumerable<SelectListItem> BySlug(this IEnumerable<TagChoice> tags) => tags.Select(tag => new SelectListItem(tag.Name, tag.Slug));

    /// <summary>Countries and regions first, then authorities under their region or country.</summary>
    public static IEnumerable<SelectListItem> ByKey(this IEnumerable<PlaceChoice> places) => Grouped(places, place => place.Id.ToString());

    public static IEnumerable<SelectListItem> BySlug(this IEnumerable<PlaceChoice> places) => Grouped(places, place => place.Slug);

    /// <summary>What can be said instead of words that are replaced; <paramref name="region"/> is that of the story's place.</summary>
    public static IEnumerable<SelectListItem> Replacements(string? region) =>
        from kind in Offers.For(region)
        let heading = new SelectListGroup { Name = kind.Name }
        from offer in kind.Offers
        select new SelectListItem(offer, offer) { Group = heading };

    private static IEnumerable<SelectListItem> Of<T>(Func<T, string> words) where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => new SelectListItem(words(value), value.ToString()));

    private static IEnumerable<SelectListItem> Grouped(IEnumerable<PlaceChoice> places, Func<PlaceChoice, string> value) =>
        from heading in places.ByHeading()
        let list = new SelectListGroup { Name = heading.Key }
        from place in heading
        select new SearchedItem(place.Name, value(place)) { Group = list, IsPlace = true };
}
