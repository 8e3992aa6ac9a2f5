using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Commands;
using InfoStory.Web.Staff;

namespace InfoStory.Web.Tests.Staff;

/// <summary>Somebody can always administer the site, whatever two people do at once and however often a stranger guesses.</summary>
public sealed class LastAdministratorTests : IDisposable
{
    private const string First = "first@example.org", Second = "second@example.org";

    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task The_last_one_cannot_be_closed_and_cannot_lose_the_role()
    {
        var first = await AddAsync(First);
        await site.Get<StaffAccounts>().AddAsync("invited@example.org", Roles.Administrator);
        using var said = new StringWriter();

        var closing = await Assert.ThrowsAsync<ConflictException>(() => CloseAsync(first));
        await Assert.ThrowsAsync<ConflictException>(() => site.Get<StaffAccounts>()
            .ChangeRolesAsync(first, new() { Roles = [Roles.Moderator], Seen = Roles.Administrator }, A.Administrator(), default));
        var code = await CommandLine.RunAsync(site.Services, ["staff", "close", First], said, said);

        Assert.StartsWith("This is the only administrator who can sign in.", closing.Message, StringComparison.Ordinal);
        Assert.Equal((1, Roles.Administrator), (code, (await site.Get<StaffList>().ReadAsync(first, default)).Roles));
        Assert.Equal("Open", (await site.Get<StaffList>().ReadAsync(first, default)).State);
    }

    [Fact]
    public async Task One_of_two_can_go_and_then_the_other_is_the_last()
    {
        var (first, second) = (await AddAsync(First), await AddAsync(Second));

        await CloseAsync(first);

        await Assert.ThrowsAsync<ConflictException>(() => CloseAsync(second));
        await site.Get<StaffAccounts>()
            .ChangeRolesAsync(second, new() { Roles = [Roles.Administrator, Roles.Moderator], Seen = Roles.Administrator }, A.Administrator(), default);
        Assert.Equal(Roles.Administrator | Roles.Moderator, (await site.Get<StaffList>().ReadAsync(second, default)).Roles);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_who_send_each_other_away_at_once_do_not_both_succeed(bool byClosing)
    {
        for (var round = 0; round < 10; round++)
        {
            var (first, second) = (await AddAsync(First), await AddAsync(Second));

            var refused = await Task.WhenAll(IsRefusedAsync(first, byClosing), IsRefusedAsync(second, byClosing));

            Assert.Single(refused, one => one);
            Assert.Single((await site.Get<StaffList>().PageAsync(null, default)).Rows, row => row.State == "Open" && row.Roles.HasFlag(Roles.Administrator));
        }
    }

    [Fact]
    public async Task Wrong_passwords_do_not_lock_the_last_one_out_but_another_is_locked()
    {
        await AddAsync(First);
        await GuessAsync(First);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(First)).StatusCode);

        await AddAsync(Second);
        await GuessAsync(Second);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(Second)).StatusCode);
        await GuessAsync(First);

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(First)).StatusCode);
    }

    private async Task<long> AddAsync(string email)
    {
        await site.AddStaffAsync(email, Roles.Administrator);
        return (await site.Get<StaffAccounts>().FindAsync(email)).Id;
    }

    private Task<bool> IsRefusedAsync(long id, bool byClosing) => Task.Run(async () =>
    {
        try
        {
            await (byClosing ? CloseAsync(id) : site.Get<StaffAccounts>().ChangeRolesAsync(
                id, new() { Roles = [Roles.Moderator], Seen = (await site.Get<StaffList>().ReadAsync(id, default)).Roles }, A.Administrator(), default));
            return false;
        }
        catch (ConflictException)
        {
            return true;
        }
    });

    private Task CloseAsync(long id) => site.Get<StaffAccounts>().CloseAsync(id, A.Administrator(), default);

    private async Task GuessAsync(string email)
    {
        for (var attempt = 0; attempt < 5; attempt++) await SignInAsync(email, "wrong");
    }

    private async Task<HttpResponseMessage> SignInAsync(string email, string password = A.Password)
    {
        using var browser = site.Browser();
        return await browser.SubmitAsync("/sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password });
    }
}
