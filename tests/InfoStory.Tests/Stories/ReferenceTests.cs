using InfoStory.Stories;

namespace InfoStory.Tests.Stories;

/// <summary>A reference is known by how it begins, and no word is taken for one.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("IS-7F", "IS-7F22-22", "IS-7FZZ-ZZ")]
    [InlineData(" is7f3k9", "IS-7F3K-92", "IS-7F3K-9Z")]
    [InlineData("is-su", "IS-SU22-22", "IS-SUZZ-ZZ")]
    [InlineData("IS-7F3K-92", null, null)]
    [InlineData("IS-", null, null)]
    [InlineData("IS-1", null, null)]
    [InlineData("issue", null, null)]
    [InlineData("is 2 days", null, null)]
    [InlineData("7F3K", null, null)]
    public void What_begins_as_somebody_typed(string typed, string? first, string? last) =>
        Assert.Equal((first, last), (Reference.Begun(typed)?.First, Reference.Begun(typed)?.Last));
}
