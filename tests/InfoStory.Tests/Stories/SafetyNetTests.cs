using System.Diagnostics;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using InfoStory.Testing.Safety;

namespace InfoStory.Tests.Stories;

public sealed class SafetyNetTests
{
    [Theory]
    [InlineData("I’m going to kill myself if they put me on hold again.", SafeguardingLevel.ImmediateDanger)]
    [InlineData("She says she doesn't want to live any more.", SafeguardingLevel.ImmediateDanger)]
    [InlineData("The children are not safe in that house.", SafeguardingLevel.ImmediateDanger)]
    [InlineData("He said he will kill her.", SafeguardingLevel.ImmediateDanger)]
    [InlineData("Nobody does anything and he still hits her.", SafeguardingLevel.Concern)]
    [InlineData("The girl still lives with him.", SafeguardingLevel.Concern)]
    [InlineData("She's cutting herself and the waiting list is a year.", SafeguardingLevel.Concern)]
    [InlineData("He is going to kill me.", SafeguardingLevel.ImmediateDanger)]
    [InlineData("He will kill me", SafeguardingLevel.ImmediateDanger)]
    [InlineData("He's going to kill her", SafeguardingLevel.ImmediateDanger)]
    [InlineData("he tried to kill me last night", SafeguardingLevel.ImmediateDanger)]
    [InlineData("I want to die", SafeguardingLevel.ImmediateDanger)]
    [InlineData("I am suicidal", SafeguardingLevel.ImmediateDanger)]
    [InlineData("my daughter is being abused", SafeguardingLevel.ImmediateDanger)]
    [InlineData("he is hitting me", SafeguardingLevel.Concern)]
    [InlineData("I will jump at the chance", SafeguardingLevel.None)]
    [InlineData("They are going to jump the queue", SafeguardingLevel.None)]
    [InlineData("They don't want to live in a hostel", SafeguardingLevel.None)]
    [InlineData("They are at risk of homelessness", SafeguardingLevel.None)]
    [InlineData("The wait was killing me.", SafeguardingLevel.None)]
    [InlineData("I was dying to tell someone, and the music on hold could kill you.", SafeguardingLevel.None)]
    [InlineData("Years ago a man hurt her. The police and the housing team shared what they knew and she is safe.", SafeguardingLevel.None)]
    [InlineData("They hit us with one form after another.", SafeguardingLevel.None)]
    public void Words_that_mean_danger_now_are_seen_and_others_are_let_be(string text, SafeguardingLevel level) => Assert.Equal(level, SafetyNet.Level(text));

    [Theory]
    [InlineData("danger.txt", 200, 150)]
    [InlineData("danger-held-out.txt", 80, 60)]
    [InlineData("danger-first-sight.txt", 80, 60)]
    public void Ordinary_sentences_of_danger_are_seen_and_those_that_only_look_like_them_are_let_be(string set, int dangerous, int harmless)
    {
        var measured = DangerMeasure.Of(set);

        Assert.True(measured.Positive >= dangerous && measured.Negative >= harmless, $"{measured}");
        Assert.True(measured is { Recall: >= 0.97, Precision: >= 0.9 }, $"{measured}");
    }

    [Theory]
    [InlineData("He hanged himself with a belt in the garden.", "SelfHarm, Bereavement")]
    [InlineData("She’d swallowed a whole packet of paracetamol.", "SelfHarm")]
    [InlineData("HE CUT HIS WRISTS", "SelfHarm")]
    [InlineData("I rang three times.", "")]
    public void A_text_is_noted_for_what_it_may_bring_up(string text, string notes) =>
        Assert.Equal(notes, string.Join(", ", SafetyNet.Notes(text).Order()));

    [Theory]
    [InlineData("1")]
    [InlineData("a")]
    [InlineData("i ")]
    [InlineData("9 my ")]
    [InlineData("he hits me ")]
    [InlineData("they will kill myself ")]
    [InlineData("i am going to tell them that he is ")]
    [InlineData("who-")]
    [InlineData("who-is-")]
    public void Time_is_proportional_to_a_text_however_hostile(string part)
    {
        const int Often = 16;

        // The best of some, so that what else the machine does counts little: what is not proportional takes 256 times as long every time.
        Assert.Contains(Enumerable.Range(0, 5), _ => Milliseconds(1_000 * Often) / Milliseconds(1_000) <= 4 * Often);

        double Milliseconds(int length)
        {
            var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
            return Enumerable.Range(0, 3).Min(_ =>
            {
                var begun = Stopwatch.GetTimestamp();
                _ = SafetyNet.Signs(text).Count + SafetyNet.Notes(text).Count;
                return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            });
        }
    }

    /// <summary>It would hold an engine that goes back up for hours.</summary>
    [Theory]
    [InlineData("who ", "is ", "getting ")]
    [InlineData("he", "-is", "-getting")]
    public async Task No_text_holds_the_rules_up(string who, string first, string then)
    {
        var text = who + string.Concat(Enumerable.Repeat(first, 1_600)) + string.Concat(Enumerable.Repeat(then, 800)) + " x. He will kill me.";

        var signs = await Task.Run(() => SafetyNet.Signs(text)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Contains(signs, sign => sign.Words.Contains("will kill me", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_quoted_is_quoted_as_it_was_written()
    {
        var sign = Assert.Single(SafetyNet.Signs("“I’m”, she said. ‘I don’t feel  safe’ – so I rang."));

        Assert.Equal("don’t feel safe", sign.Words);
    }

    [Fact]
    public void A_sign_names_the_words_the_rule_and_its_version()
    {
        var sign = Assert.Single(SafetyNet.Signs("It went on.\nHe said he will kill her. I rang again."));

        Assert.Equal("He said he will kill her", sign.Words);
        Assert.Equal(("threat to kill", SafetyNet.Version), (sign.Rule, sign.Version));
    }

    [Theory]
    [InlineData("Her father died and I rang four offices.", "Samaritans, Cruse Bereavement Support")]
    [InlineData("He took an overdose.", "Samaritans, NHS")]
    [InlineData(
        "The child was abused.",
        "Samaritans, National Domestic Abuse Helpline, Domestic Abuse and Forced Marriage "
        + "Helpline, Live Fear Free, Domestic and Sexual Abuse Helpline, NSPCC, Childline")]
    [InlineData("My daughter waited for a school place.", "")]
    [InlineData("I rang three times.", "")]
    [InlineData("We found stable housing.", "")]
    [InlineData("I want to die", "Samaritans, NHS")]
    public void Help_is_named_where_a_text_is_hard(string text, string names) =>
        Assert.Equal(names, string.Join(", ", SafetyNet.Signposts(text).Select(post => post.Name)));

    [Fact]
    public async Task A_story_with_such_words_waits_for_a_safeguarding_lead_and_not_in_the_queue()
    {
        await using var database = await TestDatabase.NewAsync();

        var story = await database.Given(A.Story().Told("I rang five times. She says she doesn't want to live any more."));

        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal((StoryState.OnHold, SafeguardingLevel.ImmediateDanger), (shown.State, shown.Safeguarding));
        Assert.Equal("Put on hold", shown.History[^1].Act.Name);
        var (closed, lead) = (await database.Get<StoryDesk>().ShowAsync(story.Reference, A.Moderator(), default),
            await database.Get<StoryDesk>().ShowAsync(story.Reference, A.SafeguardingLead(), default));
        Assert.Equal((true, "", false), (closed.IsClosed, closed.Told, lead.IsClosed));
        Assert.StartsWith("I rang five times.", lead.Told, StringComparison.Ordinal);
        Assert.Empty((await database.Get<StoryQueue>().ListAsync(new() { State = StoryState.Received }, A.Moderator(), null, default)).Rows);
    }

    [Fact]
    public async Task A_story_whose_author_ticks_it_waits_there_too()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story());
        await database.Get<Drafts>().SaveAsync(secret, new TellStory { Told = "Nobody rang back.", SomeoneAtRisk = true }, new TellStoryRules(), default);

        var sent = await database.Get<StorySender>().SendAsync(secret, default);

        var shown = await database.Get<StoryDesk>().ShowAsync(sent.Reference, default);
        Assert.Equal((StoryState.OnHold, SafeguardingLevel.Concern), (shown.State, shown.Safeguarding));
    }
}
