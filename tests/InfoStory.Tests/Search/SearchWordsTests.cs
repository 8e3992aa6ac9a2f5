using InfoStory.Search;
using InfoStory.Sqlite;

namespace InfoStory.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("kettle kettle ward", "kettle ward")]
    [InlineData("kettle ward Kettle ward's ward", "kettle ward ward")]
    [InlineData("\"the ward\" kettle \"The Ward\" tea", "\"the ward\" kettle tea")]
    public void A_word_that_is_typed_twice_is_looked_for_once(string typed, string looked) => Assert.Equal(Query(looked), Query(typed));

    [Fact]
    public void Of_a_whole_word_and_the_same_half_typed_the_whole_is_looked_for() =>
        Assert.Equal("{Title Body} : (\"kettle\")", Query("kettle kettle"));

    private static string Query(string typed) => SqliteFullText.QueryOf(SearchWords.Parse(typed)!, []);
}
