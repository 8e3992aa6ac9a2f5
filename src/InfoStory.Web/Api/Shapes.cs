using System.ComponentModel;
using System.Text.Json.Serialization;
using InfoStory.Web.Feeds;

namespace InfoStory.Web.Api;

/// <summary>A name, and how addresses write it.</summary>
public sealed record Term(
    [property: Description("As people read it.")] string Name,
    [property: Description("As addresses and filters write it.")] string Slug);

/// <summary>A tag of a case study.</summary>
public sealed record TagTerm(
    [property: Description("The filter that finds it: area, problem, barrier, enabler, service or outcome.")] string Facet,
    [property: Description("As people read it.")] string Name,
    [property: Description("As addresses and filters write it.")] string Slug);

/// <summary>A case study in a list, or on a line of a file.</summary>
public sealed record CaseStudyListed(
    [property: Description("Its key. It stays the same whatever its address becomes, and no word stands in it.")] string Id,
    [property: Description("The last part of its address today.")] string Slug,
    [property: Description("The address of its page.")] string Address,
    string Title,
    string Summary,
    [property: Description("The kind of story.")] Term Kind,
    [property: Description("Who told it, coarsely; null where that is not said.")] string? ToldBy,
    [property: Description("The service that it is about; null where that is not said.")] Term? Service,
    [property: Description("Where; null where that is not said.")] Term? Place,
    [property: Description("Its tags of every facet.")] IReadOnlyList<TagTerm> Tags,
    [property: Description("When it was first published.")] DateTime PublishedAt,
    [property: Description("When it was last changed.")] DateTime UpdatedAt);

/// <summary>A page of case studies.</summary>
public sealed record CaseStudyPage(
    [property: Description("How many the filter leaves; where words are looked for, 1,000 at most.")] int Found,
    [property: Description("Newest first.")] IReadOnlyList<CaseStudyListed> CaseStudies,
    [property: Description("The address of the next page; null on the last.")] string? Next);

/// <summary>A section of a case study.</summary>
public sealed record Section(
    [property: Description("Its heading.")] string Heading,
    [property: Description("Plain words, in lines.")] string Text);

/// <summary>A number that says what changed.</summary>
public sealed record Figure(
    [property: Description("For whom: The person, Staff or The system.")] string For,
    [property: Description("What is counted.")] string What,
    [property: Description("Before; null where that is not known.")] decimal? Before,
    [property: Description("Now.")] decimal After,
    string Unit,
    string Period,
    [property: Description("Who counted it.")] string Source,
    [property: Description("Where the source can be read; null where nowhere.")] string? Link);

/// <summary>A picture that a case study shows.</summary>
public sealed record Picture(
    [property: Description("Where its bytes are, a WebP. It is gone when the case study is.")] string Address,
    [property: Description("What it shows, for people who do not see it.")] string Alt,
    [property: Description("What stands under it; null where nothing does.")] string? Caption,
    [property: Description("In pixels.")] int Width,
    [property: Description("In pixels.")] int Height);

/// <summary>One contact of the story with a service.</summary>
public sealed record HandOff(
    [property: Description("The service; null where it is not named.")] string? Service,
    [property: Description("How it was reached.")] string? Channel,
    [property: Description("How long somebody waited.")] string? Waited,
    [property: Description("Whether they had to tell it again.")] bool? ToldAgain);

/// <summary>How often a story was told.</summary>
public sealed record HandOffChain(
    [property: Description("In one sentence; null where that is not known.")] string? Told,
    [property: Description("Step by step.")] IReadOnlyList<HandOff> Steps);

/// <summary>One case study, whole.</summary>
public sealed record CaseStudyWhole(
    [property: Description("Its key. It stays the same whatever its address becomes, and no word stands in it.")] string Id,
    [property: Description("The last part of its address today.")] string Slug,
    [property: Description("The address of its page.")] string Address,
    string Title,
    string Summary,
    [property: Description("The kind of story.")] Term Kind,
    [property: Description("Who told it, coarsely; null where that is not said.")] string? ToldBy,
    [property: Description("The service that it is about; null where that is not said.")] Term? Service,
    [property: Description("Where; null where that is not said.")] Term? Place,
    [property: Description("Its tags of every facet.")] IReadOnlyList<TagTerm> Tags,
    [property: Description("The story first, then what else is told.")] IReadOnlyList<Section> Sections,
    [property: Description("What changed, in numbers.")] IReadOnlyList<Figure> Figures,
    [property: Description("Words of the story that stand out.")] IReadOnlyList<string> Quotes,
    [property: Description("What it shows, in its order.")] IReadOnlyList<Picture> Pictures,
    [property: Description("How often each of its stories was told, where everyone may see that.")] IReadOnlyList<HandOffChain> HandOffs,
    [property: Description("Whether names have been changed.")] bool NamesChanged,
    [property: Description("When it was first published.")] DateTime PublishedAt,
    [property: Description("When it was last changed.")] DateTime UpdatedAt,
    [property: Description("When we last asked whether somebody could be recognised; null where we have not.")] DateTime? ReviewedAt);

/// <summary>What case studies are about, and how many are.</summary>
public sealed record Theme(
    [property: Description("The filter that finds it: area, problem, barrier, enabler, service or outcome.")] string Facet,
    [property: Description("As people read it.")] string Name,
    [property: Description("As addresses and filters write it.")] string Slug,
    [property: Description("How many public case studies have it.")] int Count);

/// <summary>Every theme.</summary>
public sealed record ThemeList([property: Description("Facet by facet.")] IReadOnlyList<Theme> Themes);

/// <summary>How many there are with one value.</summary>
public sealed record ValueCount(
    [property: Description("As people read it.")] string Name,
    [property: Description("As addresses and filters write it.")] string Slug,
    [property: Description("How many there would be with it; null where more hold the words than are counted.")] int? Count);

/// <summary>A filter with its values.</summary>
public sealed record FacetCount(
    [property: Description("Its name in addresses.")] string Facet,
    [property: Description("As people read it.")] string Title,
    [property: Description("Only those that find something, or are asked for.")] IReadOnlyList<ValueCount> Values);

/// <summary>How many case studies a filter leaves, and how many with each value beside it.</summary>
public sealed record Counts(
    [property: Description("How many the filter leaves; where words are looked for, 1,000 at most.")] int Found,
    [property: Description("Filter by filter.")] IReadOnlyList<FacetCount> Facets);

/// <summary>An organisation.</summary>
public sealed record OrganisationListed(
    string Slug,
    [property: Description("The address of its page.")] string Address,
    string Name,
    [property: Description("The service that it gives; null where that is not said.")] Term? Service,
    [property: Description("True where it exists no more.")] bool IsClosed);

/// <summary>A page of organisations.</summary>
public sealed record OrganisationList(
    [property: Description("In no order that means anything.")] IReadOnlyList<OrganisationListed> Organisations,
    [property: Description("The address of the next page; null on the last.")] string? Next);

/// <summary>What an organisation promised because of a case study.</summary>
public sealed record PromiseListed(
    string Slug,
    [property: Description("The address of its page.")] string Address,
    [property: Description("What is promised.")] string What,
    [property: Description("Who there sees to it, by role.")] string Role,
    Term Organisation,
    [property: Description("What became of it, as the filter writes it.")] string State,
    [property: Description("What became of it, in a sentence.")] string Says,
    [property: Description("The day by which it is to be made, in London.")] DateOnly Due,
    [property: Description("When something about it last changed.")] DateTime ChangedAt);

/// <summary>A page of promises.</summary>
public sealed record PromisePage(
    [property: Description("Changed last first.")] IReadOnlyList<PromiseListed> Promises,
    [property: Description("The address of the next page; null on the last.")] string? Next);

/// <summary>A case study that was public and is not.</summary>
public sealed record GoneListed(
    [property: Description("The key that it had. Please delete what you keep under it.")] string Id,
    [property: Description("Since when it is gone, or later.")] DateTime GoneAt);

/// <summary>A page of what is gone.</summary>
public sealed record GonePage(
    [property: Description("Gone last first, for 90 days.")] IReadOnlyList<GoneListed> Gone,
    [property: Description("The address of the next page; null on the last.")] string? Next);

/// <summary>How each of them is written, worked out when the program is built.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CaseStudyPage))]
[JsonSerializable(typeof(CaseStudyWhole))]
[JsonSerializable(typeof(ThemeList))]
[JsonSerializable(typeof(Counts))]
[JsonSerializable(typeof(OrganisationList))]
[JsonSerializable(typeof(PromisePage))]
[JsonSerializable(typeof(GonePage))]
[JsonSerializable(typeof(JsonFeedAnswer))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;
