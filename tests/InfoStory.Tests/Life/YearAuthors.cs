using InfoStory.Authors;
using InfoStory.Organisations.Promises;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Stories;

namespace InfoStory.Tests.Life;

/// <summary>What authors do in a year.</summary>
internal sealed class YearAuthors(YearWorld world)
{
    public static readonly Audience[] Others = [Audience.NamedService, Audience.PolicyMakers, Audience.Training, Audience.Press];

    public IEnumerable<YearAct> Acts =>
    [
        new("change the permission", 8, PermitAsync),
        new("say whether it was kept", 8, SayAsync),
        new("leave an address", 3, () => ReachAsync(isThere: true)),
        new("take the address away", 1, () => ReachAsync(isThere: false)),
        new("take back", 2, TakeBackAsync),
        new("erase", 1, EraseAsync),
    ];

    private IEnumerable<YearStory> Living => world.Model.Stories.Where(story => !story.IsTakenBack);

    private async Task<string?> PermitAsync()
    {
        if (world.Pick(Living) is not { } story) return null;

        List<Audience> audiences = [.. Others.Where(_ => world.Chance(60))];
        if (world.Chance(80)) audiences.Add(Audience.Website);
        var months = world.One(Consent.Lengths);
        await world.Get<Permissions>().ChangeAsync(story.Given.Id, new() { Audiences = audiences, Nobody = audiences.Count == 0, Months = months }, default);
        world.Model.Permit(story, audiences, months, world.Now);
        return $"of “{story.Title}” to {string.Join(", ", audiences)} for {months} months";
    }

    private async Task<string?> SayAsync()
    {
        var made = world.Model.Promises.Where(one => one is { MadeAt: not null, IsDropped: false } && one.Story.IsPublic(world.Now));
        if (world.Pick(made) is not { } promise) return null;

        var answer = world.One(Enum.GetValues<KeptAnswer>());
        await world.Get<PromiseAnswers>().AnswerAsync(promise.Story.Given.Id, promise.Slug, answer, default);
        // They may leave the address only afterwards.
        if (answer == KeptAnswer.TooEarly && promise.Answer != answer)
            world.Model.Owe($"author-{world.Model.Stories.IndexOf(promise.Story)}@example.org", YearPost.Kept);
        promise.Answer = answer;
        return $"{answer} of “{promise.What}”";
    }

    private async Task<string?> ReachAsync(bool isThere)
    {
        if (world.Pick(Living.Where(story => story.Email is null == isThere)) is not { } story) return null;

        var email = isThere ? $"author-{world.Model.Stories.IndexOf(story)}@example.org" : null;
        await world.Get<ContactBook>().ChangeAsync(story.Given.Id, new() { Email = email }, default);
        (story.Email, story.EmailSince) = (email, isThere ? world.Now : null);
        return $"of “{story.Title}”";
    }

    private async Task<string?> TakeBackAsync()
    {
        if (world.Pick(Living) is not { } story || world.Chance(50)) return null;

        await world.Get<Withdrawal>().WithdrawAsync(story.Given.Id, default);
        world.Model.TakeBack(story, world.Now);
        return $"“{story.Title}”";
    }

    private async Task<string?> EraseAsync()
    {
        if (world.Pick(world.Model.Stories.Where(story => !story.IsErased)) is not { } story || world.Chance(50)) return null;

        await world.Get<Withdrawal>().EraseAsync(story.Given.Id, default);
        world.Model.Erase(story, world.Now);
        return $"“{story.Title}”";
    }
}
