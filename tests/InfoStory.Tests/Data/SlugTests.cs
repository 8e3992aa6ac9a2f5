using FsCheck;
using FsCheck.Fluent;
using InfoStory.Data;

namespace InfoStory.Tests.Data;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Told \"we can't share that\"", "told-we-cant-share-that")]
    [InlineData("Ŵyl y Ffôn", "wyl-y-ffon")]
    [InlineData("!!!", "untitled")]
    [InlineData("  A – B  ", "a-b")]
    public void A_title_becomes_an_address(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void Any_text_becomes_a_short_address_of_plain_letters() =>
        Prop.ForAll<NonNull<string>>(title => Slug.From(title.Get) is { Length: <= Slug.MaxLength } slug
            && slug.Split('-').All(word => word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))))
            .QuickCheckThrowOnFailure();
}
