using InfoStory.History;
using InfoStory.Web.Words;

namespace InfoStory.Web.Tests.Words;

public sealed class TrackWordsTests
{
    public static TheoryData<string> Seen => [.. HistoryAct.All.Where(act => act.ForAuthor).Select(act => act.Name)];

    [Theory, MemberData(nameof(Seen))]
    public void Whatever_the_author_should_see_has_words_for_them(string name)
    {
        var act = HistoryAct.Of(name);

        Assert.All((bool[])[true, false], seeFirst => Assert.NotEmpty(act.InWords(seeFirst)));
    }

    [Fact]
    public void What_only_the_team_needs_to_know_has_none() =>
        Assert.Throws<KeyNotFoundException>(() => HistoryAct.PassedOn.InWords(seeFirst: false));
}
