using InfoStory.People;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InfoStory.Testing;

/// <summary>The whole site as in Production, on a fresh SQLite file. Antiforgery, cookies and caching are on.</summary>
public class TestSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infostory-site-");

    public TestSite() => ClientOptions.BaseAddress = new("https://localhost");

    public FixedClock Clock { get; } = new();

    public string Connection => $"Data Source={Path.Combine(folder.FullName, "infostory.db")}";

    /// <summary>A service in a scope of its own.</summary>
    public T Get<T>() where T : notnull => Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    public Task<GivenStory> Given(StoryBuilder story) => story.BuildAsync(Get<IServiceProvider>());

    /// <summary>A browser of its own: cookies kept, redirects not followed.</summary>
    public TestBrowser Browser() => new(CreateClient(new() { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser in which a member of staff with these roles has signed in.</summary>
    public async Task<TestBrowser> SignedIn(Roles roles, string? email = null)
    {
        email ??= $"{roles.ToString().Replace(", ", "-", StringComparison.Ordinal)}@example.org";
        await AddStaffAsync(email, roles);
        var browser = Browser();
        var answer = await browser.SubmitAsync("/sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = A.Password });
        if ((int)answer.StatusCode is not (302 or 303)) throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");

        return browser;
    }

    public async Task AddStaffAsync(string email, Roles roles)
    {
        var accounts = Get<StaffAccounts>();
        await accounts.SetPasswordAsync(await accounts.AddAsync(email, roles), A.Password);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Databases.NewSqliteFileAsync(folder.FullName).GetAwaiter().GetResult();
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:InfoStory", Connection);
        builder.UseSetting("Site:Url", "https://localhost");
        builder.UseSetting("Logging:Folder", "");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !folder.Exists) return;

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        folder.Refresh();
    }
}
