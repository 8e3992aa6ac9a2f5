using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Moderation.Queue;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>A part of the queue as its address names it, such as ?lane=someone&amp;service=housing.</summary>
public sealed record QueueQuery
{
    private static readonly string[] Names =
        ["lane", "state", "kind", "service", "place", "tag", "campaign", "channel", "criticality", "flag", "late", "words"];

    /// <summary>The field in which a form of a story carries the part of the queue on, so that what comes after a button knows it too.</summary>
    public const string Field = "Part";

    public Lane? Lane { get; init; }

    public StoryState? State { get; init; }

    public string? Kind { get; init; }

    public string? Service { get; init; }

    public string? Place { get; init; }

    public string? Tag { get; init; }

    public string? Campaign { get; init; }

    public Channel? Channel { get; init; }

    public Criticality? Criticality { get; init; }

    public FlagKind? Flag { get; init; }

    /// <summary>Only what should have been read or decided by now.</summary>
    public bool? Late { get; init; }

    public string? Words { get; init; }

    /// <summary>The whole reference of a story that is looked for outside a lane, whatever else is set; null where anything else is asked.</summary>
    public string? Whole =>
        this is { Lane: null or InfoStory.Moderation.Queue.Lane.All, Words: { } words } ? Reference.Of(words) : null;

    /// <summary>True where something narrows the lane or the state.</summary>
    public bool HasFilter =>
        (Kind ?? Service ?? Place ?? Tag ?? Campaign ?? Words) is not null || Channel is not null || Criticality is not null || Flag is not null
            || Late is true;

    /// <summary>What the address means; null where it names something that is not there.</summary>
    public QueueFilter? Resolve(IReadOnlyList<TagChoice> tags, IReadOnlyList<PlaceChoice> places, IReadOnlyList<CampaignRow> campaigns)
    {
        var filter = new QueueFilter
        {
            Lane = Lane ?? default,
            State = State,
            Kind = StoryWords.KindOf(Kind),
            Service = tags.FirstOrDefault(tag => tag.Facet == Facet.Service && Is(tag.Slug, Service))?.Id,
            Tag = tags.FirstOrDefault(tag => Is(tag.Slug, Tag))?.Id,
            Place = places.FirstOrDefault(place => Is(place.Slug, Place))?.Id,
            Campaign = campaigns.FirstOrDefault(campaign => Is(campaign.Slug, Campaign))?.Id,
            Channel = Channel,
            Criticality = Criticality,
            Flag = Flag,
            Late = Late is true,
            Words = Words,
        };

        (string? Asked, bool Found)[] all =
        [
            (Kind, filter.Kind is not null), (Service, filter.Service is not null), (Tag, filter.Tag is not null),
            (Place, filter.Place is not null), (Campaign, filter.Campaign is not null)
        ];
        return all.All(part => part.Asked is null || part.Found) ? filter : null;
    }

    /// <summary>What is set, as the address and forms name it.</summary>
    public IEnumerable<(string Name, string Value)> Parts => new (string Name, string? Value)[]
    {
        ("lane", State is null ? Lane?.ToString().ToLowerInvariant() : null),
        ("state", State?.ToString().ToLowerInvariant()), ("kind", Kind), ("service", Service), ("place", Place),
        ("tag", Tag), ("campaign", Campaign), ("channel", Channel?.ToString().ToLowerInvariant()),
        ("criticality", Criticality?.ToString().ToLowerInvariant()), ("flag", Flag?.ToString().ToLowerInvariant()),
        ("late", Late is true ? "true" : null), ("words", Words),
    }.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!));

    /// <summary>What narrows it besides a lane and words.</summary>
    public IEnumerable<(string Name, string Value)> Chosen => Parts.Where(part => part.Name is not ("lane" or "words"));

    /// <summary>The address of this part without some of what was chosen, in every lane where that was a state.</summary>
    public string Without(params IEnumerable<string> names) => QueryString.Create(
        (State is not null && names.Contains("state") ? Parts.Prepend((Name: "lane", Value: "all")) : Parts)
            .Where(part => !names.Contains(part.Name)).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value))).ToString();

    /// <summary>The part of the queue from which a page was come to, as its address or its form carries it; empty, or a query string.</summary>
    public static string Carried(HttpRequest request) =>
        request.HasFormContentType && request.Form[Field].ToString() is { Length: > 0 } part
            ? Carried(new QueryCollection(QueryHelpers.ParseQuery(part)))
            : Carried(request.Query);

    /// <inheritdoc cref="Carried(HttpRequest)"/>
    public static string Carried(IQueryCollection query) => QueryString.Create(
        Names.Where(name => query.ContainsKey(name)).Select(name => KeyValuePair.Create(name, (string?)query[name].ToString()))).ToString();

    /// <summary>The same with something more to ask for, such as open=true.</summary>
    public static string CarriedWith(HttpRequest request, string more) => Carried(request) is { Length: > 0 } carried ? $"{carried}&{more}" : $"?{more}";

    /// <summary>What such a query string names; null where it is none of ours.</summary>
    public static QueueQuery? Of(string carried)
    {
        var asked = QueryHelpers.ParseQuery(carried);
        var understood = true;
        T? Named<T>(string name) where T : struct, Enum
        {
            if (!asked.TryGetValue(name, out var value)) return null;
            if (OneName.Of<T>(value) is { } found) return found;

            understood = false;
            return null;
        }

        string? Said(string name) => asked.TryGetValue(name, out var value) ? value.ToString() : null;
        QueueQuery query = new()
        {
            Lane = Named<Lane>("lane"),
            State = Named<StoryState>("state"),
            Kind = Said("kind"),
            Service = Said("service"),
            Place = Said("place"),
            Tag = Said("tag"),
            Campaign = Said("campaign"),
            Channel = Named<Channel>("channel"),
            Criticality = Named<Criticality>("criticality"),
            Flag = Named<FlagKind>("flag"),
            Late = Said("late") == "true" ? true : null,
            Words = Said("words"),
        };
        return understood ? query : null;
    }

    /// <summary>The query string of this part of the queue, or empty. A story's page that carries it leads back here and on to the next.</summary>
    public string At(Cursor? after = null)
    {
        var parts = Parts.Select(part => KeyValuePair.Create(part.Name, (string?)part.Value));
        return QueryString.Create(after is null ? parts : parts.Append(new("after", after.ToString()))).ToString();
    }

    private static bool Is(string slug, string? asked) => string.Equals(slug, asked, StringComparison.OrdinalIgnoreCase);
}
