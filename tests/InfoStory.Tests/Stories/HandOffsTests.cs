using FsCheck;
using FsCheck.Fluent;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Tests.Stories;

public sealed class HandOffsTests
{
    [Fact]
    public void The_sentence_counts_tellings_services_and_time()
    {
        HandOff[] steps =
        [
            Step(101, Waited.TwoWeeks, false), Step(102, Waited.TwoWeeks, true), Step(103, Waited.Week, true),
            Step(104, Waited.Week, true), Step(101, Waited.Week, true), Step(105, null, true),
        ];

        Assert.Equal("Told 6 times to 5 services in about 7 weeks.", HandOffs.InWords(steps));
    }

    [Theory]
    [InlineData("Told once.", null)]
    [InlineData("Told once.", Waited.NotAtAll)]
    [InlineData("Told once in about 10 minutes.", Waited.TenMinutes)]
    [InlineData("Told once in about 60 minutes.", Waited.Hour)]
    [InlineData("Told once in about 4 hours.", Waited.HalfADay)]
    [InlineData("Told once in about 24 hours.", Waited.Day)]
    [InlineData("Told once in about 3 days.", Waited.TwoOrThreeDays)]
    [InlineData("Told once in about 7 days.", Waited.Week)]
    [InlineData("Told once in about 2 weeks.", Waited.TwoWeeks)]
    [InlineData("Told once in about 4 weeks.", Waited.Month)]
    [InlineData("Told once in about 13 weeks.", Waited.ThreeMonths)]
    [InlineData("Told once in about 6 months.", Waited.HalfAYear)]
    [InlineData("Told once in about 12 months.", Waited.YearOrMore)]
    [InlineData("Told once, and one never came back.", Waited.NobodyCameBack)]
    public void One_step_says_how_long_it_took(string sentence, Waited? waited) =>
        Assert.Equal(sentence, HandOffs.InWords([new() { Channel = HandOffChannel.Telephone, Waited = waited }]));

    [Theory]
    [InlineData(1, 1, "Told once to 1 service.")]
    [InlineData(2, null, "Told twice.")]
    [InlineData(null, 3, "Told to 3 services.")]
    [InlineData(1, 5, "Told once.")]
    [InlineData(3, 4, "Told 3 times.")]
    [InlineData(5, 5, "Told 5 or more times to 5 or more services.")]
    public void Where_no_chain_is_told_the_quick_answers_make_the_sentence(int? told, int? services, string sentence) =>
        Assert.Equal(sentence, HandOffs.InWords(new StoryAnswers { TimesTold = told, ServicesTold = services }));

    [Theory]
    [InlineData(4, 3, "1", 0, "Told 4 times to 3 services.")]
    [InlineData(2, 1, "1 2 3", 2, "Told 3 times to 3 services.")]
    [InlineData(5, null, "1 2", 1, "Told 5 or more times to 2 services.")]
    [InlineData(5, 5, "1 2 3 4 5 6", 5, "Told 6 times to 6 services.")]
    [InlineData(2, 1, "1 1", 1, "Told twice to 1 service.")]
    [InlineData(null, 3, "1", 0, "Told to 3 services.")]
    [InlineData(null, 2, "1 2", 1, "Told twice to 2 services.")]
    [InlineData(1, 4, "1", 0, "Told once to 1 service.")]
    [InlineData(null, null, "1", 0, "Told once to 1 service.")]
    public void Where_a_chain_and_the_quick_answers_are_given_the_greater_of_each_number_counts(
        int? told, int? services, string named, int again, string sentence)
    {
        var answers = new StoryAnswers
        {
            TimesTold = told,
            ServicesTold = services,
            HandOffs = [.. named.Split(' ').Select((id, place) => Step(long.Parse(id, null), null, place > 0 && place <= again))],
        };

        Assert.Equal(sentence, HandOffs.InWords(answers));
    }

    [Theory]
    [InlineData(1, 1, "Told twice to 2 services in about 2 weeks.")]
    [InlineData(2, 2, "Told twice to 2 services in about 2 weeks.")]
    [InlineData(4, null, "Told 4 times to 2 services in about 2 weeks or more.")]
    [InlineData(5, 3, "Told 5 or more times to 3 services in about 2 weeks or more.")]
    public void What_the_steps_waited_is_a_part_where_more_was_told_than_they_tell(int? told, int? services, string sentence)
    {
        var answers = new StoryAnswers { TimesTold = told, ServicesTold = services, HandOffs = [Step(1, Waited.Week, null), Step(2, Waited.Week, true)] };

        Assert.Equal(sentence, HandOffs.InWords(answers));
    }

    [Theory]
    [InlineData(null, "1 2 2", 2L)]
    [InlineData(1L, "1 2 2", 1L)]
    [InlineData(7L, "1 2", 7L)]
    [InlineData(7L, "", 7L)]
    public void The_chain_fills_in_the_service_that_the_story_is_about_where_nobody_chose_one(long? chosen, string named, long about)
    {
        var answers = new StoryAnswers { ServiceId = chosen is { } key ? new Id<Tag>(key) : null };
        var draft = new Draft { KeyHash = "", StartedAt = default, ExpiresAt = default, Answers = answers };

        new DescribeHandOffs
        {
            Steps = [.. named.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new HandOff { ServiceId = Id<Tag>.Parse(id, null) })],
        }.WriteTo(draft);

        Assert.Equal(new Id<Tag>(about), answers.ServiceId);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(7L, 7L)]
    public void Steps_that_are_taken_out_take_along_only_the_service_that_they_filled_in(long? chosen, long? left)
    {
        var answers = new StoryAnswers { ServiceId = chosen is { } key ? new Id<Tag>(key) : null };
        var draft = new Draft { KeyHash = "", StartedAt = default, ExpiresAt = default, Answers = answers };

        new DescribeHandOffs { Steps = [Step(1, null, null)] }.WriteTo(draft);
        Assert.Equal((chosen ?? 1, chosen is not null), (answers.ServiceId!.Value.Value, answers.AsksService));
        new DescribeHandOffs { Steps = [new()] }.WriteTo(draft);

        Assert.Equal(left, answers.ServiceId?.Value);
        Assert.True(answers.AsksService);
    }

    [Fact]
    public void A_service_that_was_chosen_beside_the_chain_stays_when_the_place_is_answered_and_goes_back_to_the_chain_when_it_is_emptied()
    {
        var answers = new StoryAnswers { ServiceId = new Id<Tag>(7), HandOffs = [Step(1, null, null)] };
        var draft = new Draft { KeyHash = "", StartedAt = default, ExpiresAt = default, Answers = answers };

        SayWhere.Of(answers).WriteTo(draft);
        Assert.Equal(7, answers.ServiceId!.Value.Value);
        new SayWhere().WriteTo(draft);

        Assert.Equal((1L, false), (answers.ServiceId!.Value.Value, answers.AsksService));
    }

    [Fact]
    public void Steps_that_say_nothing_make_no_sentence() => Assert.Null(HandOffs.InWords([new(), new() { Happened = " " }]));

    [Fact]
    public void No_chain_is_told_more_often_than_it_has_steps_nor_less_than_once()
    {
        var step = from service in Gen.Choose(0, 4)
                   from waited in Gen.Elements([.. Enum.GetValues<Waited>().Cast<Waited?>(), null])
                   from again in Gen.Elements(true, false, (bool?)null)
                   select Step(service == 0 ? null : service, waited, again);

        Prop.ForAll(Gen.ListOf(step).Select(steps => steps.Take(HandOff.Most).ToList()).ToArbitrary(), steps =>
        {
            var (told, said) = (HandOffs.TimesTold(steps), steps.Count(step => !step.IsBlank));
            return told <= said && told >= Math.Min(said, 1) && (HandOffs.InWords(steps) is null) == (said == 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Steps_and_what_was_missing_come_with_the_story_and_blank_steps_do_not()
    {
        await using var database = await TestDatabase.NewAsync();
        var housing = (await database.Get<TagCatalogue>().InAsync(Facet.Service, default)).First(tag => tag.Name == "Housing").Id;
        var secret = await database.DraftAsync(A.Story());
        await database.Get<Drafts>().SaveAsync(secret, new DescribeHandOffs
        {
            Steps = [new() { ServiceId = housing, Waited = Waited.Week }, new(), new() { Happened = " They rang off. ", ToldAgain = true }]
        },
            database.Get<FluentValidation.IValidator<DescribeHandOffs>>(), default);
        await database.Get<Drafts>().SaveAsync(secret, new SayWhatWasMissing { Needed = "The new address", HeldBy = housing, Existed = DidItExist.Yes },
            database.Get<FluentValidation.IValidator<SayWhatWasMissing>>(), default);

        var sent = await database.Get<StorySender>().SendAsync(secret, default);

        var story = await database.Get<StoryDesk>().ShowAsync(sent.Reference, default);
        Assert.Equal(
            [(1, (Id<Tag>?)housing, null), (2, null, "They rang off.")], story.Answers.HandOffs.Select(step => (step.Step, step.ServiceId, step.Happened)));
        Assert.Equal(
            ("The new address", (Id<Tag>?)housing, DidItExist.Yes),
            (story.Answers.Missing!.Needed, story.Answers.Missing.HeldById, story.Answers.Missing.Existed));
    }

    [Fact]
    public async Task A_story_that_is_taken_back_keeps_no_step_and_nothing_of_what_was_missing()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story());
        await database.Get<Drafts>().SaveAsync(
            secret, new DescribeHandOffs { Steps = [new() { Happened = "They rang off." }] },
            database.Get<FluentValidation.IValidator<DescribeHandOffs>>(), default);
        await database.Get<Drafts>()
            .SaveAsync(secret, new SayWhatWasMissing { Needed = "The new address" }, database.Get<FluentValidation.IValidator<SayWhatWasMissing>>(), default);
        var sent = await database.Get<StorySender>().SendAsync(secret, default);
        var id = (await database.Get<MyStory>().OpenAsync(sent.Receipt, default))!.Value;
        var before = await database.Get<StoryDesk>().ShowAsync(sent.Reference, default);

        await database.Get<Withdrawal>().WithdrawAsync(id, default);

        var (after, left) = (await database.Get<StoryDesk>().ShowAsync(sent.Reference, default), await database.DumpAsync());
        Assert.Equal(("They rang off.", "The new address"), (before.Answers.HandOffs.Single().Happened, before.Answers.Missing!.Needed));
        Assert.Equal((0, null), (after.Answers.HandOffs.Count, after.Answers.Missing));
        Assert.DoesNotContain("They rang off.", left, StringComparison.Ordinal);
        Assert.DoesNotContain("The new address", left, StringComparison.Ordinal);
    }

    private static HandOff Step(long? service, Waited? waited, bool? toldAgain) =>
        new() { ServiceId = service is { } id ? new Id<Tag>(id) : null, Waited = waited, ToldAgain = toldAgain };
}
