using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Protection.Hints;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;

namespace InfoStory.Web.Commands;

/// <summary>What the program does when it is started with words instead of as a site.</summary>
public static class CommandLine
{
    private const string Usage = """
        Say one of:
          staff add EMAIL ROLE [--password-from-env NAME]   open an account, or give it one more role (Moderator, Publisher, SafeguardingLead, Administrator)
          staff close EMAIL                                 close an account and end its sessions
          staff reset-second-factor EMAIL                   take away the second factor of somebody who has lost it
          database migrate                                  bring the database up to date
          retention report                                  say what the rules of retention would erase now, and change nothing
          retention run                                     erase it now instead of at its daily time
          history verify [--head NUMBER:HASH]               check that no entry of the history was changed, deleted, moved or put in
          hints measure FILE                                measure the identity hints on labelled texts (docs/hints.md)
          tags measure                                      measure the suggested tags on decided stories that nothing was learned from (docs/tags.md)
        """;

    /// <returns>0 when done, 1 when refused, 2 when the words make no sense.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] words, TextWriter output, TextWriter errors)
    {
        try
        {
            switch (words)
            {
                case ["database", "migrate"]:
                    await services.MigrateDatabaseAsync(CancellationToken.None);
                    await output.WriteLineAsync("The database is up to date.");
                    return 0;
                case ["retention", "report" or "run"]:
                    await KeepNoLongerAsync(services, words[1] == "run", output);
                    return 0;
                case ["history", "verify", .. var options]:
                    return await HistoryCommand.VerifyAsync(services, options, output, errors);
                case ["hints", "measure", var file] when File.Exists(file):
                    foreach (var line in HintMeasure.Report(File.ReadLines(file))) await output.WriteLineAsync(line);
                    return 0;
                case ["hints", "measure", var file]:
                    await errors.WriteLineAsync($"There is no file {file}.");
                    return 1;
                case ["tags", "measure"]:
                    await TagsCommand.MeasureAsync(services, output);
                    return 0;
                case ["staff", "add", var email, var role, .. var rest] when email.Contains('@')
                    && Enum.TryParse<Roles>(role, ignoreCase: true, out var roles) && roles != Roles.None && IsName(role):
                    return await AddStaffAsync(services, email, roles, rest, output, errors);
                case ["staff", "close", var email]:
                    await services.PrepareDatabaseAsync(CancellationToken.None);
                    await WithAccountAsync(
                        services, email, (provider, id) => provider.GetRequiredService<StaffAccounts>().CloseAsync(id, Actor.System, CancellationToken.None));
                    await output.WriteLineAsync($"The account of {email} is closed and its sessions have ended.");
                    return 0;
                case ["staff", "reset-second-factor", var email]:
                    await services.PrepareDatabaseAsync(CancellationToken.None);
                    await WithAccountAsync(
                        services, email, (provider, id) => provider.GetRequiredService<SecondFactors>().ResetAsync(id, Actor.System, CancellationToken.None));
                    await output.WriteLineAsync($"The account of {email} has no second factor any more, and its sessions have ended.");
                    return 0;
                default:
                    await errors.WriteLineAsync(Usage);
                    return 2;
            }
        }
        catch (Exception refused) when (refused is ConflictException or NotFoundException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task WithAccountAsync(IServiceProvider services, string email, Func<IServiceProvider, long, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().FindAsync(email);
        await act(scope.ServiceProvider, person.Id);
    }

    private static async Task KeepNoLongerAsync(IServiceProvider services, bool run, TextWriter output)
    {
        await services.PrepareDatabaseAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var retention = scope.ServiceProvider.GetRequiredService<Retention>();

        foreach (var line in await retention.ReportAsync(CancellationToken.None)) await output.WriteLineAsync($"{line.Stories,6}  {line.Rule}");
        await output.WriteLineAsync(run ? $"Erased {await retention.RunAsync(CancellationToken.None)} stories." : "Nothing was changed.");
        foreach (var line in await retention.ErasedAsync(CancellationToken.None))
            await output.WriteLineAsync($"{line.Month}: {line.Stories} {line.State.InWords()}, erased {(line.ByAuthor ? "by their authors" : "by the rules")}");
    }

    private static async Task<int> AddStaffAsync(IServiceProvider services, string email, Roles role, string[] rest, TextWriter output, TextWriter errors)
    {
        var password = rest is ["--password-from-env", var name] ? Environment.GetEnvironmentVariable(name) : null;
        if (rest.Length > 0 && password is null)
        {
            await errors.WriteLineAsync(rest is ["--password-from-env", var missing] ? $"The environment variable {missing} is not set." : Usage);
            return 2;
        }

        await services.PrepareDatabaseAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        var person = await accounts.AddAsync(email, role);

        if (password is not null) await accounts.SetPasswordAsync(person, password);
        await output.WriteLineAsync(password is null
            ? $"{email} is now {role.InWords()}. Choose the password here, once, within a day:\n{await accounts.PasswordLinkAsync(person)}"
            : $"{email} is now {role.InWords()}.");
        return 0;
    }

    private static bool IsName(string role) => !int.TryParse(role, out _) && !role.Contains(',');
}
