using InfoStory.Data;
using InfoStory.Data.Access;

namespace InfoStory.Stories.PersonalData;

/// <summary>
/// One for each room that holds something of a story or of whoever told it. Rights asks all of them and knows none; a test over the model fails where an
/// entity has a story's or a contact's key and nobody answers for it.
/// </summary>
public interface IPersonalDataHolder
{
    /// <summary>The entities for which this room answers, with what they own.</summary>
    IReadOnlyCollection<Type> Entities { get; }

    /// <summary>Adds what the author may have a copy of (UK GDPR, article 15). Only reads. Nothing where the room holds nothing that is shown.</summary>
    Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Forgets on the context what is asked; whoever asks saves once, for all rooms.</summary>
    Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation);
}

/// <summary>Every key under which a room may hold something of one story.</summary>
/// <param name="SendKey">The key of the draft and of the contact too.</param>
public sealed record StoryKeys(Id<Story> Id, string Reference, string SendKey)
{
    public static StoryKeys Of(Story story) => new(story.Id, story.Reference, story.SendKey);
}

/// <summary>What is to be forgotten, for whom and when.</summary>
/// <param name="Story">Tracked, and not changed yet by anyone but its own room.</param>
/// <param name="Erases">True where nothing may be left; false where the author takes the story back, which leaves what docs/decisions/0007 lists.</param>
public sealed record Forgetting(Story Story, bool Erases, Actor By, DateTime Now)
{
    public StoryKeys Keys { get; } = StoryKeys.Of(Story);
}

/// <summary>A copy of what is held under one receipt, in parts that the rooms add.</summary>
public sealed class DataExport
{
    private readonly List<object> parts = [];

    public IReadOnlyList<object> Parts => parts;

    public void Add(object part) => parts.Add(part);

    public void AddRange(IEnumerable<object> more) => parts.AddRange(more);

    /// <summary>The parts of one kind, in the order in which they were added.</summary>
    public IReadOnlyList<T> All<T>() => [.. parts.OfType<T>()];
}
