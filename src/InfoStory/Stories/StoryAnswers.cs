using System.Text.Json;
using System.Text.Json.Serialization;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Stories;

/// <summary>
/// What somebody answered about their story: the one shape that draft, entry, desk and “my data” share. Everything may be left empty but the words,
/// which are empty until they are told and again when the story is withdrawn.
/// </summary>
public sealed class StoryAnswers
{
    private static readonly JsonSerializerOptions Written = new() { IgnoreReadOnlyProperties = true };

    public StoryKind? Kind { get; set; }

    public string? Told { get; set; }

    /// <summary>At most <see cref="HandOff.Most"/>, in their order.</summary>
    public List<HandOff> HandOffs { get; set => field = value ?? []; } = [];

    /// <summary>How many times it was told, from 1 to <see cref="Stories.HandOffs.MostQuick"/>; the chain may say more.</summary>
    public int? TimesTold { get; set; }

    /// <summary>To how many services, in the same way.</summary>
    public int? ServicesTold { get; set; }

    public MissingInformation? Missing { get; set; }

    public WhoIsTelling? WhoIsTelling { get; set; }

    public Id<Tag>? ServiceId { get; set; }

    public Id<Place>? PlaceId { get; set; }

    public WhenItHappened? When { get; set; }

    public WhoNeedsToHear? WhoNeedsToHear { get; set; }

    /// <summary>Every text that its author wrote, one by one.</summary>
    [JsonIgnore]
    public IEnumerable<string> OwnWords => new[] { Told }.Concat(Beside).Concat(HandOffs.Select(step => step.Happened)).OfType<string>();

    /// <summary>What its author wrote beside the words as told and the steps.</summary>
    [JsonIgnore]
    public IEnumerable<string> Beside => new[] { Missing?.Needed, Missing?.ReasonGiven, Missing?.WouldHaveChanged }.OfType<string>();

    /// <summary>The services that the chain and what was missing name.</summary>
    [JsonIgnore]
    public IEnumerable<Id<Tag>> ServicesNamed => HandOffs.Select(step => step.ServiceId).Append(Missing?.HeldById).OfType<Id<Tag>>();

    /// <summary>
    /// The service that the story is about, as the chain of hand-offs tells it: the one that was chosen, where the chain names it, else the one that it
    /// names most often, the first of them; null where it names none.
    /// </summary>
    [JsonIgnore]
    public Id<Tag>? ServiceOfChain
    {
        get
        {
            if (IsServiceOfChain) return ServiceId;

            var named = HandOffs.Select(step => step.ServiceId).OfType<Id<Tag>>().ToList();
            return named.Count == 0 ? null : named.GroupBy(service => service).MaxBy(steps => steps.Count())!.Key;
        }
    }

    /// <summary>The service that the story is about is one that the chain names.</summary>
    [JsonIgnore]
    public bool IsServiceOfChain => ServiceId is { } chosen && HandOffs.Exists(step => step.ServiceId == chosen);

    /// <summary>The service is asked for by itself: the chain names none, or another one was chosen.</summary>
    [JsonIgnore]
    public bool AsksService => ServiceOfChain is null || (ServiceId is not null && !IsServiceOfChain);

    /// <summary>The answers that a story keeps; kind, service and place are what the team has made of them since.</summary>
    public static StoryAnswers Of(Story story) => new()
    {
        Kind = story.Kind,
        Told = story.Told,
        HandOffs = [.. story.HandOffs.OrderBy(step => step.Step)],
        TimesTold = story.TimesTold,
        ServicesTold = story.ServicesTold,
        Missing = story.Missing,
        WhoIsTelling = story.WhoIsTelling,
        ServiceId = story.ServiceId,
        PlaceId = story.PlaceId,
        When = story.When,
        WhoNeedsToHear = story.WhoNeedsToHear,
    };

    /// <summary>Only what was chosen from a list, for whoever may not read what was written.</summary>
    public StoryAnswers WithoutWords() => new()
    {
        Kind = Kind,
        TimesTold = TimesTold,
        ServicesTold = ServicesTold,
        WhoIsTelling = WhoIsTelling,
        ServiceId = ServiceId,
        PlaceId = PlaceId,
        When = When,
        WhoNeedsToHear = WhoNeedsToHear,
    };

    /// <summary>The same with the services by which those that were merged go now.</summary>
    internal StoryAnswers As(Successors today)
    {
        var said = (StoryAnswers)MemberwiseClone();
        (said.HandOffs, said.Missing, said.ServiceId) = (HandOffs.ConvertAll(step => step.As(today)), Missing?.As(today), today.Of(ServiceId));
        return said;
    }

    /// <summary>Whether both say the same in everything that the team cannot change afterwards.</summary>
    internal bool SaysTheSameAs(StoryAnswers other) => AsSaid() == other.AsSaid();

    /// <summary>The columns of a draft and of a story, which have the same names.</summary>
    internal static void MapColumns(IMutableEntityType holder)
    {
        Choice(nameof(Kind), 20);
        Choice(nameof(WhoIsTelling), 30);
        Choice(nameof(When), 20, "WhenItHappened");
        Choice(nameof(WhoNeedsToHear), 30);
        Column(nameof(Told));
        Column(nameof(TimesTold));
        Column(nameof(ServicesTold));
        Column(nameof(ServiceId));
        Column(nameof(PlaceId));

        IMutableProperty Column(string name, string? column = null)
        {
            var property = holder.FindProperty(name)!;
            property.SetColumnName(column ?? name);
            return property;
        }

        void Choice(string name, int length, string? column = null)
        {
            var property = Column(name, column);
            property.SetProviderClrType(typeof(string));
            property.SetMaxLength(length);
        }
    }

    /// <summary>The steps that are not blank, in their order.</summary>
    [JsonIgnore]
    internal IEnumerable<HandOff> StepsSaid => HandOffs.Where(step => !step.IsBlank).Select((step, place) => step.At(place + 1));

    private string AsSaid()
    {
        var said = (StoryAnswers)MemberwiseClone();
        (said.Kind, said.ServiceId, said.PlaceId, said.HandOffs) = (null, null, null, [.. StepsSaid]);
        return JsonSerializer.Serialize(said, Written);
    }
}
