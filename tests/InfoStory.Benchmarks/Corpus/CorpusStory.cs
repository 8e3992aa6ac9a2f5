using InfoStory.Stories;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>One story of the corpus. Service, place and tags are places in their lists, the most used first.</summary>
internal sealed record CorpusStory(
    int Number, string Reference, StoryState State, StoryKind Kind, WhoIsTelling WhoIsTelling, DateTime ReceivedAt, string Title, string Told,
    IReadOnlyList<string> Sections, int Service, int Place, IReadOnlyList<int> Tags)
{
    public bool IsPublished => State == StoryState.Published;

    /// <summary>Where the story ends, the summary of a case study drawn from it is cut, as the service does.</summary>
    public string Summary => Told.Length <= 200 ? Told.ReplaceLineEndings(" ") : $"{Told[..Told.LastIndexOf(' ', 200)].ReplaceLineEndings(" ")}…";
}
