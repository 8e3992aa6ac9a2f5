using InfoStory.Data;
using InfoStory.Moderation.Suggesting;
using InfoStory.Tags;
using InfoStory.Testing.Tags;
using Xunit.Abstractions;

namespace InfoStory.Tests.Moderation.Suggesting;

/// <summary>How good suggested tags are on made stories, none of whose sentences were learned from. The figures are in docs/tags.md.</summary>
public sealed class TagMeasureTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Id<Tag>> Keys = [];

    [Fact]
    public void Three_suggestions_hit_far_oftener_than_the_three_commonest_tags()
    {
        var figures = TagMeasure.Between(Told(TagCorpus.ToLearn(900)), Told(TagCorpus.HeldOut(300)));

        foreach (var line in figures.Lines) output.WriteLine(line);
        Assert.Equal((900, 300), (figures.LearnedFrom, figures.Suggestions.Stories));
        Assert.True(figures.Suggestions.Accuracy >= 0.75, $"{figures.Suggestions.Accuracy:0.000}");
        Assert.True(figures.Suggestions.Precision >= 0.70, $"{figures.Suggestions.Precision:0.000}");
        Assert.True(figures.Suggestions.Accuracy >= figures.Commonest.Accuracy + 0.2, $"{figures.Commonest.Accuracy:0.000}");
        Assert.True(figures.Suggestions.Precision >= figures.Commonest.Precision * 2, $"{figures.Commonest.Precision:0.000}");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(2000)]
    public void With_few_stories_to_learn_from_there_are_fewer_suggestions_not_worse_ones(int learned)
    {
        var figures = TagMeasure.Between(Told(TagCorpus.ToLearn(learned)), Told(TagCorpus.HeldOut(300)));

        foreach (var line in figures.Lines) output.WriteLine(line);
        Assert.True(figures.Suggestions.Precision >= 0.6, $"{figures.Suggestions.Precision:0.000}");
    }

    [Fact]
    public void Learned_and_held_out_stories_have_no_sentence_in_common()
    {
        var (learned, heldOut) = (Sentences(TagCorpus.ToLearn(900)), Sentences(TagCorpus.HeldOut(300)));

        Assert.True(learned.Count > 100 && heldOut.Count > 60);
        Assert.Empty(learned.Intersect(heldOut));
    }

    private static List<TaggedStory> Told(IReadOnlyList<LabelledStory> stories) =>
        [.. stories.Select(story => new TaggedStory([story.Told], [.. story.Tags.Select(Key)]))];

    private static Id<Tag> Key(string tag)
    {
        lock (Keys) return Keys.TryGetValue(tag, out var key) ? key : Keys[tag] = new(Keys.Count + 1);
    }

    private static HashSet<string> Sentences(IReadOnlyList<LabelledStory> stories) => [.. stories.SelectMany(story => story.Told.Split(". "))];
}
