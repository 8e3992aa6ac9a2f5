using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.People;

namespace InfoStory.Tests.People;

public sealed class SecondFactorsTests : IAsyncLifetime
{
    private readonly byte[] key = Totp.NewKey();
    private TestDatabase database = null!;
    private long person;

    private string Code => AuthenticatorApp.CodeAt(key, database.Clock.UtcNow);

    public async Task InitializeAsync()
    {
        database = await TestDatabase.NewAsync();
        var db = database.Get<InfoStoryContext>();
        var staff = new StaffMember { UserName = "a@example.org", Email = "a@example.org", Roles = Roles.Moderator, PasswordHash = "x" };
        staff.EndSessions();
        db.Add(staff);
        await db.SaveChangesAsync();
        person = staff.Id;
    }

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    [Fact]
    public async Task An_app_is_taken_only_with_a_code_that_shows_that_it_has_the_key()
    {
        await Assert.ThrowsAsync<ValidationException>(() =>
            Factors().SetUpAppAsync(person, key, AuthenticatorApp.CodeAt(Totp.NewKey(), DateTime.UnixEpoch), default));

        var codes = await Factors().SetUpAppAsync(person, key, Code, default);

        Assert.Equal(10, codes.Distinct().Count());
        Assert.True(await Factors().OfAsync(person, default) is { HasApp: true, RecoveryCodes: 10 });
        var dump = await database.DumpAsync();
        Assert.DoesNotContain(Convert.ToBase64String(key), dump, StringComparison.Ordinal);
        Assert.All(codes, code => Assert.DoesNotContain(code, dump, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_code_counts_once_also_the_one_that_set_the_app_up_and_none_before_it_counts_later()
    {
        await Factors().SetUpAppAsync(person, key, Code, default);
        Assert.Equal(CodeAnswer.Wrong, await Factors().TryCodeAsync(person, Code));

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var (code, earlier) = (Code, AuthenticatorApp.CodeAt(key, database.Clock.UtcNow.AddSeconds(-30)));

        Assert.Equal(CodeAnswer.Right, await Factors().TryCodeAsync(person, code));
        Assert.Equal(CodeAnswer.Wrong, await Factors().TryCodeAsync(person, code));
        Assert.Equal(CodeAnswer.Wrong, await Factors().TryCodeAsync(person, earlier));
    }

    [Fact]
    public async Task Of_twenty_who_send_the_same_code_at_once_one_comes_in()
    {
        await Factors().SetUpAppAsync(person, key, Code, default);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Code;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Factors().TryCodeAsync(person, code))));

        Assert.Single(answers, answer => answer == CodeAnswer.Right);
    }

    [Fact]
    public async Task Five_codes_are_tried_then_none_for_a_quarter_of_an_hour_however_many_come_at_once()
    {
        await Factors().SetUpAppAsync(person, key, Code, default);
        database.Clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Factors().TryCodeAsync(person, "not one"))));

        Assert.Equal(SecondFactors.MostCodes, answers.Count(answer => answer == CodeAnswer.Wrong));
        Assert.Equal(CodeAnswer.TooMany, await Factors().TryCodeAsync(person, Code));
        database.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(CodeAnswer.Right, await Factors().TryCodeAsync(person, Code));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_however_it_is_typed_and_only_its_own_account()
    {
        var codes = await Factors().SetUpAppAsync(person, key, Code, default);
        var typed = codes[3].ToUpperInvariant().Replace('-', ' ');

        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Factors().TryRecoveryCodeAsync(person, typed))));

        Assert.Single(tries, right => right);
        Assert.False(await Factors().TryRecoveryCodeAsync(person + 1, codes[4]));
        foreach (var wrong in new[] { null, "", "aaaa-aaaa-aaaa-aaaa" }) Assert.False(await Factors().TryRecoveryCodeAsync(person, wrong));
        Assert.Equal(9, (await Factors().OfAsync(person, default)).RecoveryCodes);
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones()
    {
        var old = await Factors().SetUpAppAsync(person, key, Code, default);

        var made = await Factors().NewRecoveryCodesAsync(person, default);

        Assert.False(await Factors().TryRecoveryCodeAsync(person, old[0]));
        Assert.True(await Factors().TryRecoveryCodeAsync(person, made[0]));
    }

    [Fact]
    public async Task The_last_second_factor_stays_where_one_is_required_and_a_reset_takes_all()
    {
        await Factors().SetUpAppAsync(person, key, Code, default);
        await Assert.ThrowsAsync<ConflictException>(() => Factors().RemoveAppAsync(person, keepOne: true, default));

        await Factors().ResetAsync(person, A.Administrator(), default);

        Assert.True(await Factors().OfAsync(person, default) is { IsSetUp: false, RecoveryCodes: 0 });
        Assert.Equal(
            ("Second factor reset", "administrator@example.org"),
            (await database.Get<StaffHistory>().OfAsync(person, default)) is [var last, ..] ? (last.Act, last.By) : default);
        await Assert.ThrowsAsync<NotFoundException>(() => Factors().ResetAsync(999, A.Administrator(), default));
    }

    private SecondFactors Factors() => database.Get<SecondFactors>();
}
