namespace InfoStory.Web.Tests.Access;

/// <summary>
/// Every form that needs no account of staff, with what it leaves behind and what keeps that from growing for ever. A form that is added tomorrow has to
/// be added here. <c>GrowthTests</c> of the service layer sends those of an author a hundred times.
/// </summary>
public sealed class WhatGrowsTests
{
    private const string Draft = "a draft: forms are counted, all drafts together are, and each goes after seven days", Nothing = "nothing",
        Turn = "a message: one for each question or text that the team sends", Password = "a count on the account",
        Later = "one entry of history for a story a day: an answer takes the place of the one before",
        Change = "ten answers of a story, and the same again is none", Told = "three messages of a story",
        Kept = "ten answers of a story to a promise each time that it is made, and the same again is none";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["/share/story"] = Draft,
        ["/share/kind"] = Draft,
        ["/share/teller"] = Draft,
        ["/share/where"] = Draft,
        ["/share/when"] = Draft,
        ["/share/hears"] = Draft,
        ["/share/hand-offs"] = Draft,
        ["/share/hand-offs Add"] = Draft,
        ["/share/hand-offs Remove"] = Draft,
        ["/share/missing"] = Draft,
        ["/share/permission"] = Draft,
        ["/share/contact"] = $"{Draft}, and one contact with it",
        ["/share/check"] = "a story: counted by network, by day and from everywhere",
        ["/share/sent More"] = "a session: twenty of one story at once, and each goes when it has ended",
        ["/share/cleared Clear"] = Nothing,
        ["/here-too/{slug}"] = "a row of four short columns: once a day for each network and case study, and counted by network and from everywhere",
        ["/here-too/{slug} Add"] = "nothing but what that row has room for",
        ["/promises/{slug}/fixed"] = "a row of four numbers: once for each network and time that it was made, 4,096 of them at most",
        ["/i/{code}"] = Draft,
        ["/kept/{link}"] = Kept,
        ["/changed/{link}"] = Change,
        ["/changed/{link} Tell"] = Told,
        ["/my-story/open Changed"] = Change,
        ["/my-story/open Tell"] = Told,
        ["/called-back/{link}"] = "a date on rows that are there: once for a link",
        ["/briefings/{link}"] = "one entry of history for a copy an hour",
        ["/subscribe"] = "an address that waits: counted by network, three letters to a mailbox in seven days, and each goes after seven days",
        ["/subscribe/confirm/{link}"] = "once for a link",
        ["/subscribe/preferences/{link}"] = "the row that is there, and one entry of history for it a day",
        ["/subscribe/preferences/{link} Download"] = "one entry of history a day",
        ["/subscribe/address/{link}"] = "one new address that waits: counted by network, three letters to a mailbox in seven days",
        ["/subscribe/leave/{link}"] = "once for a subscription",
        ["/respond"] = "a letter to a responder: one in ten minutes, and links are counted by network",
        ["/respond/sign-in/{link}"] = "a session and a hash: once for a link, and each goes when it has ended",
        ["/respond/invitation/{link}"] = "one person: once for an invitation",
        ["/respond/home/invite/{organisation:long}"] = "an invitation: twenty of one organisation at once, and each goes when it has ended",
        ["/respond/home Close"] = "one entry of history for each colleague",
        ["/respond/asks/{id:long} Save"] = "one draft for an ask",
        ["/respond/asks/{id:long} Send"] = "one answer for an ask that waits; every other one was read by us",
        ["/respond/asks/{id:long}/tell"] = "one holding reply, three questions and one word of whose it is for an ask",
        ["/respond/promises/{slug}"] = "one report for a promise that waits; every other one was read by us",
        ["/respond/home SignOut"] = Nothing,
        ["/my-story"] = "a session: twenty of one story at once, and each goes when it has ended",
        ["/my-story/open/more/{question}"] = Later,
        ["/my-story/open/more/{question} Add"] = Later,
        ["/my-story/open/more/{question} Remove"] = Later,
        ["/my-story/open/permission"] = "the ledger and the history: thirty changes of a story a day, and the same again is none",
        ["/my-story/open/contact"] = "one contact for a story",
        ["/my-story/open/data Download"] = "one entry of history for a story a day",
        ["/my-story/open Answer"] = Turn,
        ["/my-story/open/sign-off SignOff"] = "one entry of history for each text that the team sends",
        ["/my-story/open/sign-off Change"] = Turn,
        ["/my-story/open/take-back"] = "once for a story",
        ["/my-story/open Close"] = Nothing,
        ["/my-story/open Kept"] = Kept,
        ["/sign-in"] = Password,
        ["/sign-in Ask"] = Nothing,
        ["/sign-in Passkey"] = Nothing,
        ["/sign-in/second-factor"] = Password,
        ["/sign-in/second-factor Recover"] = Password,
        ["/sign-in/forgotten"] = "a letter to a member of staff: one in ten minutes, and links are counted by network",
        ["/sign-in/choose-password"] = "once for a link",
    };

    [Fact]
    public void Every_form_without_an_account_is_known_with_what_bounds_it()
    {
        var forms = AccessTable.Rows
            .Where(row => row.Method == "POST" && !row.Route.StartsWith("/moderation", StringComparison.Ordinal)
                && !row.Route.StartsWith("/account", StringComparison.Ordinal) && row.Route != "/sign-out")
            .Select(row => row.Route).Distinct();

        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), forms.Order(StringComparer.Ordinal));
    }
}
