using InfoStory.Protection.Flags;

namespace InfoStory.Tests.Protection.Flags;

public sealed class FlagFinderTests
{
    [Theory]
    [InlineData("identity.phone", "She said to ring 0161 496 0000 after five.", "0161 496 0000")]
    [InlineData("identity.email", "Write to joan@example.org about it.", "joan@example.org")]
    [InlineData("identity.name", "Then I asked Joan Whitfield for help.", "Joan Whitfield")]
    [InlineData("self-harm.overdose", "He took an overdose of 30 paracetamol that night.", "took an overdose of 30 paracetamol")]
    [InlineData("self-harm.overdose", "She swallowed a whole packet of paracetamol.", "swallowed a whole packet of paracetamol")]
    [InlineData("self-harm.hanging", "My brother hanged himself in March.", "hanged himself")]
    [InlineData("self-harm.cutting", "She had cut her wrists again.", "cut her wrists")]
    [InlineData("self-harm.jumping", "He jumped off the motorway bridge.", "jumped off the motorway bridge")]
    [InlineData("blame.role", "The social worker lied to the court about it.", "The social worker lied")]
    [InlineData("blame.role", "I was bullied by my manager for a year.", "bullied by my manager")]
    [InlineData("blame.name", "Doctor Whitfield was drunk again.", "Doctor Whitfield was drunk")]
    [InlineData("link", "It is all on www.example.com/help for you.", "www.example.com/help")]
    public void A_rule_names_the_words_it_saw(string rule, string text, string words)
    {
        var found = FlagFinder.InPublic(text, FlagPlace.PublicText);

        var flag = Assert.Single(found, flag => flag.Rule.Name == rule);
        Assert.Equal(words, flag.Words);
        Assert.Equal(text.IndexOf(words, StringComparison.Ordinal), flag.Start);
        Assert.NotEmpty(flag.Rule.Version);
    }

    [Theory]
    [InlineData("I was left hanging on the telephone for an hour, and then they hung up on me.")]
    [InlineData("She cut her hours so that she could care for him, and we had to cut our losses.")]
    [InlineData("They jumped from one team to the next. He took the tablets that his doctor gave him.")]
    [InlineData("The train was late, so I missed the appointment and stood in front of the desk for an hour.")]
    [InlineData("The nurse was kind. The social worker listened and rang back the same day.")]
    [InlineData("The receptionist could not find my letter. Nobody told the manager that it was lost.")]
    [InlineData("I took two tablets a day for a month and nobody asked how I was.")]
    [InlineData("We walked to the bridge and back while we waited for the doctor to ring.")]
    public void A_clean_text_raises_no_flag_of_harm_or_blame(string text)
    {
        var found = FlagFinder.InPublic(text, FlagPlace.PublicText);

        Assert.DoesNotContain(found, flag => flag.Rule.Kind is FlagKind.SelfHarmMethod or FlagKind.Blame);
    }

    [Fact]
    public async Task Selling_repeating_and_shouting_look_like_spam_and_a_story_does_not()
    {
        await using var database = await TestDatabase.NewAsync();

        Assert.Contains("spam.selling", await RulesOnAsync(database, "Buy cheap pills now. Click here for 100% guaranteed weight loss pills."));
        Assert.Contains("spam.repeated", await RulesOnAsync(database, string.Concat(Enumerable.Repeat("Call us for the best deal. ", 6))));
        Assert.Contains("spam.shouted", await RulesOnAsync(database, string.Concat(Enumerable.Repeat("NOBODY EVER RINGS BACK WHEN WE ASK THEM ", 3))));
        Assert.DoesNotContain(
            await RulesOnAsync(
                database, "I rang the council three times about my mother's care. Each time I told it again from the start. They said they would ring back."),
            rule => rule.StartsWith("spam", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_rule_place_and_words_are_the_same_flag_and_another_place_is_not()
    {
        var first = Assert.Single(FlagFinder.InPublic("Ring 0161 496 0000 now.", FlagPlace.PublicText));
        var again = Assert.Single(FlagFinder.InPublic("They said: ring 01614960000.", FlagPlace.PublicText));
        var title = Assert.Single(FlagFinder.InPublic("Ring 0161 496 0000 now.", FlagPlace.PublicTitle));

        Assert.Equal(first.Key, again.Key);
        Assert.NotEqual(first.Key, title.Key);
    }

    private static async Task<List<string>> RulesOnAsync(TestDatabase database, string told)
    {
        var story = await database.Given(A.Story().Told(told));
        return [.. (await database.Get<FlagsOfStory>().ShowAsync(story.Reference, A.Moderator(), default)).Open.Select(flag => flag.Rule)];
    }
}
