using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Tests.Data;

public sealed class LinkKeyTests
{
    private readonly FakeTimeProvider clock = new(A.Tuesday);

    private readonly LinkKey key;

    public LinkKeyTests() => key = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)], clock);

    [Fact]
    public void A_link_says_whose_it_is_and_which_version()
    {
        var link = key.Sign(LinkPurpose.Subscription, 7_000_000_000, 3);

        var said = key.Open(LinkPurpose.Subscription, link);

        Assert.Equal((LinkKey.Length, new SignedLink(7_000_000_000, 3)), (link.Length, said));
    }

    [Fact]
    public void A_link_opens_nothing_of_another_purpose_and_nothing_under_another_key()
    {
        var link = key.Sign(LinkPurpose.ConfirmSubscription, 7, 0);

        var elsewhere = Enum.GetValues<LinkPurpose>().Where(purpose => key.Open(purpose, link) is not null);

        Assert.Equal([LinkPurpose.ConfirmSubscription], elsewhere);
        Assert.Null(new LinkKey(new byte[32], clock).Open(LinkPurpose.ConfirmSubscription, link));
    }

    [Fact]
    public void A_link_ends_at_its_moment()
    {
        var link = key.Sign(LinkPurpose.SignIn, 7, 0, clock.UtcNow.AddMinutes(15));

        clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        var before = key.Open(LinkPurpose.SignIn, link);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(before);
        Assert.Null(key.Open(LinkPurpose.SignIn, link));
    }

    [Fact]
    public void A_link_that_differs_in_one_character_opens_nothing()
    {
        var link = key.Sign(LinkPurpose.Briefing, 7, 0);

        var forged = Enumerable.Range(0, link.Length)
            .SelectMany(at => "ABZaz09-_ =.\n😀".Where(other => other != link[at]).Select(other => link[..at] + other + link[(at + 1)..]));

        Assert.All([.. forged, "", link[1..], link + "A", null], text => Assert.Null(key.Open(LinkPurpose.Briefing, text)));
    }
}
