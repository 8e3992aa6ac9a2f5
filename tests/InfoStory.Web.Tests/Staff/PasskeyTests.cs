using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InfoStory.Web.Tests.Staff;

/// <summary>What a passkey was asked is answered once, whichever process is given a copy of the answer.</summary>
public sealed class PasskeyTests
{
    [Fact]
    public async Task A_copy_of_a_right_answer_opens_nothing_on_another_process_either()
    {
        using var one = new PasskeySite();
        await one.AddStaffAsync("passkey@example.org", Roles.Moderator);
        using var other = one.Twin();
        var asked = await AskAsync(one);

        var first = await AnswerAsync(one, asked, "right");
        var again = await AnswerAsync(one, asked, "right");
        var elsewhere = await AnswerAsync(other, asked, "right");

        Assert.Equal(("passkey@example.org", null, null), (first?.Email, again?.Email, elsewhere?.Email));
    }

    [Fact]
    public async Task Of_ten_copies_on_two_processes_at_once_one_opens_the_account()
    {
        using var one = new PasskeySite();
        await one.AddStaffAsync("passkey@example.org", Roles.Moderator);
        using var other = one.Twin();
        var asked = await AskAsync(one);

        var opened = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => AnswerAsync(number % 2 == 0 ? one : other, asked, "right"))));

        Assert.Single(opened, person => person is not null);
    }

    [Fact]
    public async Task Wrong_answers_write_nothing_however_many_there_are()
    {
        using var one = new PasskeySite();
        await one.AddStaffAsync("passkey@example.org", Roles.Moderator);

        for (var guess = 0; guess < 5; guess++) Assert.Null(await AnswerAsync(one, await AskAsync(one), "wrong"));

        Assert.Equal(0, await one.Get<InfoStoryContext>().Set<UsedUp>().CountAsync());
    }

    private static async Task<string> AskAsync(PasskeySite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var asked = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await scope.ServiceProvider.GetRequiredService<StaffPasskeys>().AskAsync(asked);
        return asked.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private static async Task<StaffMember?> AnswerAsync(PasskeySite site, string cookie, string credential)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var answer = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        answer.Request.Headers.Cookie = cookie;
        return await scope.ServiceProvider.GetRequiredService<StaffPasskeys>().WhoAsync(answer, credential);
    }

    /// <summary>The site with an authenticator whose answer is right where it says so.</summary>
    private sealed class PasskeySite : TestSite
    {
        public PasskeySite Twin() => new() { File = File };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Scoped<IPasskeyHandler<StaffMember>, Authenticator>()));
        }
    }

    private sealed class Authenticator(UserManager<StaffMember> staff) : IPasskeyHandler<StaffMember>
    {
        private static int asked;

        public Task<PasskeyRequestOptionsResult> MakeRequestOptionsAsync(StaffMember? user, HttpContext httpContext) =>
            Task.FromResult(new PasskeyRequestOptionsResult { RequestOptionsJson = "{}", AssertionState = $"challenge {Interlocked.Increment(ref asked)}" });

        public async Task<PasskeyAssertionResult<StaffMember>> PerformAssertionAsync(PasskeyAssertionContext context) =>
            context.CredentialJson == "right" && await staff.FindByEmailAsync("passkey@example.org") is { } person
                ? PasskeyAssertionResult.Success(
                    new UserPasskeyInfo([1, 2, 3], [4], A.Tuesday, 0, [], true, true, true, [], []), person)
                : PasskeyAssertionResult.Fail<StaffMember>(new("It is not right."));

        public Task<PasskeyCreationOptionsResult> MakeCreationOptionsAsync(PasskeyUserEntity userEntity, HttpContext httpContext) =>
            throw new NotSupportedException();

        public Task<PasskeyAttestationResult> PerformAttestationAsync(PasskeyAttestationContext context) => throw new NotSupportedException();
    }
}
