using InfoStory.Protection.Redaction;

namespace InfoStory.Tests.Protection.Redaction;

public sealed class RedactTests
{
    [Theory]
    [InlineData("I saw Joan. Joan's bag was Joan’s own.", "Joan", "[a colleague]", "I saw [a colleague]. [A colleague]'s bag was [a colleague]’s own.", 3)]
    [InlineData("Joanna and Joan-Marie and O'Joan know Joan.", "Joan", "[a colleague]", "Joanna and Joan-Marie and O'Joan know [a colleague].", 1)]
    [InlineData("May I ask? In may, JOAN and May came.", "May", "[a friend]", "[A friend] I ask? In may, JOAN and [a friend] came.", 2)]
    [InlineData("JOAN SAID joan said Joan said", "Joan", "[someone]", "[Someone] SAID joan said [someone] said", 2)]
    [InlineData("The nurse rang. I rang the Nurse.", "the nurse", "[a colleague]", "[A colleague] rang. I rang [a colleague].", 2)]
    [InlineData("At Joan\nWhitfield's desk sat Joan  Whitfield.", "Joan Whitfield", "[a manager]", "At [a manager]'s desk sat [a manager].", 2)]
    [InlineData("Ring (0161) 496 0000 now", "(0161) 496 0000", "[a telephone number]", "Ring [a telephone number] now", 1)]
    [InlineData("“Joan” and 'Joan' and Joan, Joan.", "Joan", "a friend", "“A friend” and 'a friend' and a friend, a friend.", 4)]
    [InlineData("Nothing here.", "Joan", "x", "Nothing here.", 0)]
    [InlineData("Nothing here.", "  ", "x", "Nothing here.", 0)]
    public void Whole_words_are_replaced_everywhere_and_what_belongs_to_them_stays(string text, string words, string with, string after, int places)
    {
        var replaced = Redact.In(text, words, with);

        Assert.Equal(new(after, places), replaced);
    }

    [Fact]
    public void A_town_is_offered_in_the_region_of_the_story_and_none_where_it_has_no_place()
    {
        Assert.Contains("[a town in the South West]", Offers.For("South West").SelectMany(group => group.Offers));
        Assert.Contains("[a town in Yorkshire and The Humber]", Offers.For("Yorkshire and The Humber").SelectMany(group => group.Offers));
        Assert.DoesNotContain(Offers.For(null).SelectMany(group => group.Offers), offer => offer.Contains(" in ", StringComparison.Ordinal));
    }
}
