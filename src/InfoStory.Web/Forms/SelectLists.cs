using System.Text.Json;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Replies;
using InfoStory.Places;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Redaction;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Forms;

/// <summary>The closed lists as choices; values are keys or names of enum members.</summary>
public static class SelectLists
{
    /// <summary>Who may hear a story, with what each one means.</summary>
    public static IEnumerable<Choice> Audiences => Enum.GetValues<Audience>()
        .Select(audience => new Choice(ConsentWording.Of(audience).Question, audience.ToString(), ConsentWording.Of(audience).Meaning));

    public static IEnumerable<SelectListItem> Months =>
        Consent.Lengths.Reverse().Select(months => new SelectListItem(months == 6 ? "6 months" : months == 12 ? "1 year" : "2 years", months.ToString()));

    public static IEnumerable<SelectListItem> BulkKinds =>
        [new("Add a tag", nameof(BulkKind.Tag)), new("Give them to a colleague", nameof(BulkKind.Assign)), new(
            "Decline them as spam", nameof(BulkKind.DeclineAsSpam))];

    public static IEnumerable<SelectListItem> ReplyKinds =>
        [new("When a story is declined", nameof(ReplyKind.Decline)), new("When the author is asked", nameof(ReplyKind.Question))];

    public static IEnumerable<SelectListItem> YesNo => [new("Yes", "True"), new("No", "False")];

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<StoryKind>().Select(kind => new SelectListItem(kind.InWords(), kind.ToString()));

    public static IEnumerable<SelectListItem> Criticalities =>
        Enum.GetValues<Criticality>().Select(score => new SelectListItem(score.InWords(), score.ToString()));

    public static IEnumerable<SelectListItem> KindsBySlug => Enum.GetValues<StoryKind>().Select(kind => new SelectListItem(kind.InWords(), kind.ToSlug()));

    public static IEnumerable<SelectListItem> When => Enum.GetValues<WhenItHappened>().Select(when => new SelectListItem(when.InWords(), when.ToString()));

    public static IEnumerable<SelectListItem> WhoNeedsToHear =>
        Enum.GetValues<WhoNeedsToHear>().Select(who => new SelectListItem(who.InWords(), who.ToString()));

    public static IEnumerable<SelectListItem> HandOffChannels =>
        Enum.GetValues<HandOffChannel>().Select(channel => new SelectListItem(channel.InWords(), channel.ToString()));

    public static IEnumerable<SelectListItem> Waits => Enum.GetValues<Waited>().Select(waited => new SelectListItem(waited.InWords(), waited.ToString()));

    public static IEnumerable<SelectListItem> ContactReasons => Enum.GetValues<ContactReason>()
        .Select(why => new SelectListItem(string.Concat(why.InWords()[..1].ToUpperInvariant(), why.InWords()[1..]), why.ToString()));

    public static IEnumerable<SelectListItem> Existed =>
        Enum.GetValues<DidItExist>().Select(existed => new SelectListItem(existed.InWords(), existed.ToString()));

    public static IEnumerable<SelectListItem> WhoIsTelling => Enum.GetValues<WhoIsTelling>().Select(who => new SelectListItem(who.InWords(), who.ToString()));

    /// <summary>A kind as addresses name it, such as nearly-failed.</summary>
    public static string ToSlug(this StoryKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of that slug; null where there is none.</summary>
    public static StoryKind? KindOf(string? slug) =>
        Enum.GetValues<StoryKind>().Where(kind => string.Equals(kind.ToSlug(), slug, StringComparison.OrdinalIgnoreCase))
            .Select(kind => (StoryKind?)kind).FirstOrDefault();

    public static IEnumerable<SelectListItem> ByKey(this IEnumerable<TagChoice> tags) => tags.Select(tag => new SelectListItem(tag.Name, tag.Id.ToString()));

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

    private static IEnumerable<SelectListItem> Grouped(IEnumerable<PlaceChoice> places, Func<PlaceChoice, string> value)
    {
        var groups = new Dictionary<string, SelectListGroup>(StringComparer.Ordinal);
        SelectListGroup Group(string name) => groups.TryGetValue(name, out var group) ? group : groups[name] = new() { Name = name };

        return places
            .OrderBy(place => place.Kind != PlaceKind.Authority ? "" : place.Within, StringComparer.Ordinal)
            .Select(place =>
                new SelectListItem(place.Name, value(place)) { Group = Group(place.Kind == PlaceKind.Authority ? place.Within! : "Countries and regions") });
    }
}
