using InfoStory.Protection.Redaction;

namespace InfoStory.Tests.Protection.Redaction;

public sealed class RedactTests
{
    [Theory]
    [InlineData("I saw Joan. Joan's bag was Joan’s own.", "Joan", "[a colleague]", "I saw [a colleague]. [A colleague]'s bag was [a colleague]’s own.", 3)]
    [InlineData("Joanna and Joan-Marie and O'Joan know Joan.", "Joan", "[a colleague]", "Joanna and Joan-Marie and O'Joan know [a colleague].", 1)]
    [InlineData("May I ask? In may, JOAN and May came.", "May", "[a friend]", "[A friend] I ask? In may, JOAN and [a friend] came.", 2)]
    [InlineData("JOAN SAID joan said Joan said", "Joan", "[someone]", "[Someone] SAID [someone] said [someone] said", 3)]
    [InlineData("The nurse rang. I rang the Nurse.", "the nurse", "[a colleague]", "[A colleague] rang. I rang [a colleague].", 2)]
    [InlineData("At Joan\nWhitfield's desk sat Joan  Whitfield.", "Joan Whitfield", "[a manager]", "At [a manager]'s desk sat [a manager].", 2)]
    [InlineData("Ring (0161) 496 0000 now", "(0161) 496 0000", "[a telephone number]", "Ring [a telephone number] now", 1)]
    [InlineData("“Joan” and 'Joan' and Joan, Joan.", "Joan", "a friend", "“A friend” and 'a friend' and a friend, a friend.", 4)]
    [InlineData("Nothing here.", "Joan", "x", "Nothing here.", 0)]
    [InlineData("Nothing here.", "  ", "x", "Nothing here.", 0)]
    public void Whole_words_are_replaced_everywhere_and_what_belongs_to_them_stays(string text, string words, string with, string after, int places)
    {
        var replaced = Redact.In(text, words, with);

        Assert.Equal((after, places), (replaced.Text, replaced.Places));
    }

    [Theory]
    [InlineData("Zoë Núñez", "Zoe\u0308 Nu\u0301n\u0303ez")]
    [InlineData("Zoe\u0308 Nu\u0301n\u0303ez", "Zoë Núñez")]
    [InlineData("Zoë Núñez", "ZOË\u00a0NÚÑEZ")]
    [InlineData("Siobhan O'Brien", "Siobhan O’Brien")]
    [InlineData("Siobhan O’Brien", "Siobhan O‘Brien")]
    [InlineData("Siobhan O’Brien", "Siobhan Oʼ\u200bBrien")]
    [InlineData("Siobhan O'Brien", "siobhan o`brien")]
    [InlineData("Anne-Marie Whitfield", "Anne‑Marie Whit\u00adfield")]
    [InlineData("Anne–Marie Whitfield", "ANNE-MARIE WHITFIELD")]
    [InlineData("Joan Whitfield", "Joan\u2009 \r\n Whitfield")]
    [InlineData("Joan Whitfield", "Jo\u200ban\u2060 Whitfield\ufe0f")]
    [InlineData("Joan Whitfield", "Ｊｏａｎ Whitfield")]
    [InlineData("Joan Whitfield", "Jоаn Whitfiеld")]
    public void A_name_is_replaced_in_every_form_and_nothing_of_it_is_left(string sought, string written)
    {
        var replaced = Redact.In($"I saw {written}. {written}’s bag, {written}'s coat.", sought, "[a colleague]");

        Assert.Equal("I saw [a colleague]. [A colleague]’s bag, [a colleague]'s coat.", replaced.Text);
        Assert.Empty(replaced.Near);
    }

    [Theory]
    [InlineData("Whitfield rang, and so did Joan.", "Whitfield,Joan")]
    [InlineData("I told Jaon and Witfield.", "Jaon,Witfield")]
    [InlineData("JoanWhitfield and the Whitfields", "JoanWhitfield,Whitfields")]
    [InlineData("Joan-Marie came with O'Joan.", "Joan-Marie,O'Joan")]
    [InlineData("A Whit-\nfield, a Whit field, J o a n, J.o.a.n", "Whit-\nfield,Whit field,J o a n,J.o.a.n")]
    [InlineData("J0an, Whitf1eld and the whitfields car", "J0an,Whitf1eld,whitfields")]
    [InlineData("ᴊᴏᴀɴ ꓪhitfield’s, Jo￼an", "ᴊᴏᴀɴ,Whitfield's,Jo\ufffcan")]
    [InlineData("The loan was due. My joints ache. On 12 1 0 days I sat. Jo and I", "")]
    public void What_is_left_of_a_name_is_told_at_once(string text, string near)
    {
        var replaced = Redact.In($"Joan Whitfield. {text}", "Joan Whitfield", "[someone]");

        Assert.Equal(near, string.Join(',', replaced.Near));
    }

    [Fact]
    public void A_name_without_its_accent_is_near_it()
    {
        var replaced = Redact.In("Zoë rang. Zoe rang. zoe rang.", "Zoë", "[someone]");

        Assert.Equal("[Someone] rang. Zoe rang. zoe rang.", replaced.Text);
        Assert.Equal(["Zoe", "zoe"], replaced.Near);
    }

    [Fact]
    public void A_town_is_offered_in_the_region_of_the_story_and_none_where_it_has_no_place()
    {
        Assert.Contains("[a town in the South West]", Offers.For("South West").SelectMany(group => group.Offers));
        Assert.Contains("[a town in Yorkshire and The Humber]", Offers.For("Yorkshire and The Humber").SelectMany(group => group.Offers));
        Assert.DoesNotContain(Offers.For(null).SelectMany(group => group.Offers), offer => offer.Contains(" in ", StringComparison.Ordinal));
    }
}
