using System.Net;
using System.Net.Sockets;
using InfoStory.People;
using InfoStory.Web.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace InfoStory.Web.Tests.Processes;

/// <summary>What the program says when it starts, read from its console.</summary>
public sealed class StartUpTests
{
    [Fact]
    public async Task In_Development_a_first_start_says_each_step_a_second_what_is_left_to_do_and_Production_refuses_what_they_made()
    {
        await using var site = await RealSite.StartAsync("--environment", "Development");
        await site.SaysAsync("Password: ");

        AssertInOrder(
            site.Output,
            $"Preparing the database {site.File}: 15 migration(s) to run",
            $"The database {site.File} is ready",
            "Filling the empty database with demonstration content: 15 stories",
            "Demonstration content: 3 of 15 stories",
            "Demonstration content: 15 of 15 stories",
            $"InfoStory is at {Bare(site)}",
            "To add staff, type in a second terminal: dotnet run --no-build --project src/InfoStory.Web -- staff add you@example.org Publisher",
            $"Sign in at {Bare(site)}/sign-in as {DemonstrationAccount.Email}, who has every role",
            "Password: ");
        Assert.DoesNotContain(site.Output, line => line.Contains(" WRN ", StringComparison.Ordinal) || line.Contains(" ERR ", StringComparison.Ordinal));
        using var developer = site.Browser();
        var password = Password(site);
        await developer.SubmitAsync("/sign-in", new() { ["Form.Email"] = DemonstrationAccount.Email, ["Form.Password"] = password });
        foreach (var desk in (string[])["/moderation", "/moderation/case-studies", "/moderation/safeguarding", "/moderation/staff"])
            Assert.Equal(HttpStatusCode.OK, (await developer.GetAsync(desk)).StatusCode);
        Assert.DoesNotContain(password, await site.LogAsync(), StringComparison.Ordinal);
        site.Terminate();
        await site.EndAsync();
        var before = site.Output.Count;

        await site.StartAgainAsync();

        await site.SaysAsync("Password: ", before);
        var second = site.Output.Skip(before).ToList();
        Assert.EndsWith(password, second.Single(line => line.Contains("Password: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(second, line => line.Contains("Preparing", StringComparison.Ordinal) || line.Contains("Filling", StringComparison.Ordinal));
        site.Terminate();
        await site.EndAsync();

        var code = await site.RunAgainAsync("--environment", "Production");

        Assert.Equal(1, code);
        Assert.Contains("This database holds demonstration content. Use an empty one outside Development.", site.Output);
    }

    [Fact]
    public async Task A_start_in_Production_says_its_steps_makes_no_account_and_says_no_password()
    {
        await using var site = await RealSite.StartAsync(
            "--Body:Name", "Office of the Tests", "--Body:Address", "2 Proof Road, Testham", "--Body:Email", "office@example.org");
        await site.SaysAsync("docs/running.md");
        await site.SaysAsync("Safeguarding leads cannot be told of danger: Mail:Host, Mail:Notify:ApiKey and Mail:Folder are empty");

        AssertInOrder(
            site.Output,
            $"Preparing the database {site.File}: 15 migration(s) to run",
            $"The database {site.File} is ready",
            $"InfoStory is at {Bare(site)}",
            "To add staff, run InfoStory.Web beside it with the words: staff add you@example.org Administrator",
            "let nobody else read it or its backups (docs/running.md)");
        Assert.DoesNotContain(site.Output, line => line.Contains(" WRN ", StringComparison.Ordinal) || line.Contains("emonstration", StringComparison.Ordinal)
            || line.Contains("assword", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync(site, "SELECT COUNT(*) FROM Staff"));
        Assert.Contains("InfoStory is at", await site.LogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_something_else_listens_already_it_says_so_in_one_sentence_and_ends()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, output) = await RealSite.RunAsync("--urls", $"http://{other.LocalEndpoint}");

        Assert.Equal(1, code);
        Assert.Contains(
            $"InfoStory cannot listen there. Failed to bind to address http://{other.LocalEndpoint}: address already in use. "
            + "Start it at another address, such as: --urls http://localhost:5081", output);
        Assert.DoesNotContain(output, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outside_Development_no_account_is_made_even_in_a_database_that_is_marked()
    {
        await using var site = new TestSite();
        site.Get<DemonstrationMark>().Set();

        var password = await site.Get<DemonstrationAccount>().OpenAsync();

        Assert.Null(password);
        Assert.Null(await site.Get<UserManager<StaffMember>>().FindByEmailAsync(DemonstrationAccount.Email));
    }

    private static void AssertInOrder(IEnumerable<string> output, params string[] said)
    {
        var left = new Queue<string>(output);
        foreach (var line in said)
        {
            while (left.TryPeek(out var other) && !other.Contains(line, StringComparison.Ordinal)) left.Dequeue();
            Assert.True(left.TryDequeue(out _), $"“{line}” is not said, or not at its place, in:\n{string.Join('\n', output)}");
        }
    }

    private static string Password(RealSite site) =>
        site.Output.Select(line => line.Split("Password: ")).Single(parts => parts.Length == 2)[1];

    private static string Bare(RealSite site) => site.Address.ToString().TrimEnd('/');

    private static async Task<long> CountAsync(RealSite site, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={site.File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
