using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Jobs;
using InfoStory.Web.Http;
using InfoStory.Web.Keys;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Web.Testing;

/// <summary>The whole site as in Production, on a fresh SQLite file. Antiforgery, cookies and caching are on.</summary>
public class TestSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infostory-site-");

    public TestSite()
    {
        ClientOptions.BaseAddress = new("https://localhost");
        File = Path.Combine(folder.FullName, "infostory.db");
    }

    public FakeTimeProvider Clock { get; private init; } = new SiteClock();

    /// <summary>The file of the database.</summary>
    public string File { get; protected init; }

    public string Connection => $"Data Source={File}";

    /// <summary>The folder in which the site writes its log; empty for none.</summary>
    protected virtual string LogFolder => "";

    /// <summary>Every limit so many times over. Most tests send far more than one network may; 1 is the site as it is.</summary>
    protected virtual int LimitsTimes => 100_000;

    /// <summary>Whether nobody works on the desk without a second factor, as in Production. Most tests are about something else.</summary>
    protected virtual bool SecondFactorRequired => false;

    /// <summary>Whether passwords and six words are hashed as slowly as in Production. Most tests are about something else.</summary>
    protected virtual bool HashesSlowly => false;

    /// <summary>Who runs the site, by the names of the settings.</summary>
    protected virtual IReadOnlyDictionary<string, string> Body { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Name"] = "Office of the Tests",
        ["Address"] = "2 Proof Road, Testham",
        ["Email"] = "office@example.org",
        ["Telephone"] = "01632 960002",
    };

    private bool HasOwnFile => Path.GetDirectoryName(File) == folder.FullName;

    /// <summary>Another process of the same site: it shares the database and the clock, and nothing in memory.</summary>
    public TestSite Beside() => new() { File = File, Clock = Clock };

    /// <summary>A service in a scope of its own.</summary>
    public T Get<T>() where T : notnull => Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    public Task<GivenStory> Given(StoryBuilder story) => story.BuildAsync(Get<IServiceProvider>());

    /// <summary>A browser of its own: cookies kept, redirects not followed.</summary>
    public TestBrowser Browser(CookieContainer? cookies = null)
    {
        cookies ??= new();
        return new(CreateDefaultClient(ClientOptions.BaseAddress, new CookieContainerHandler(cookies)), cookies);
    }

    /// <summary>A second browser with what the first one's cookies are now; what either does next is its own.</summary>
    public TestBrowser Copy(TestBrowser of)
    {
        var cookies = new CookieContainer();
        foreach (Cookie cookie in of.Cookies.GetAllCookies()) cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain) { Secure = true });
        return Browser(cookies);
    }

    /// <summary>A browser in which an author has opened a story with its six words.</summary>
    public async Task<TestBrowser> Opened(string receipt)
    {
        var browser = Browser();
        var answer = await browser.SubmitAsync("/my-story", new() { ["Form.Receipt"] = receipt });
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Opening a story answered {(int)answer.StatusCode}.");

        return browser;
    }

    /// <summary>Every public page with an address at which there is something to read.</summary>
    public async Task<IReadOnlyList<(PublicPage Page, string Address)>> PublicAddressesAsync()
    {
        List<(PublicPage, string)> addresses = [];
        foreach (var page in PublicPages.All)
        {
            var first = await page.AddressesAsync(Get<IServiceProvider>(), CancellationToken.None).FirstOrDefaultAsync()
                ?? throw new InvalidOperationException($"This site has nothing at {page.Route}.");
            addresses.Add((page, first.Address));
        }

        return addresses;
    }

    /// <summary>Every value of every row of every table but those named.</summary>
    public Task<string> DumpAsync(params string[] except) => Dump.OfAsync(Get<InfoStoryContext>(), except);

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
        if (HasOwnFile) Databases.NewSqliteFileOfSiteAsync(folder.FullName).GetAwaiter().GetResult();
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:InfoStory", Connection);
        builder.UseSetting("Site:Url", "https://localhost");
        foreach (var (key, value) in Body) builder.UseSetting($"Body:{key}", value);
        builder.UseSetting("Logging:Folder", LogFolder);
        builder.UseSetting("Limits:Times", LimitsTimes.ToString());
        if (!SecondFactorRequired) builder.UseSetting("Staff:SecondFactor", "Optional");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.ConfigureDbContext<InfoStoryContext>(options => options.AddInterceptors(new UnseenChanges()));
            if (!HashesSlowly) HashFast(services);
            // A test says itself when new stories are looked at, and when is learned from decided ones.
            foreach (var job in services.Where(service => service.ImplementationType == typeof(FlagStories) || service.ImplementationType == typeof(LearnTags))
                    .ToList())
                services.Remove(job);
        });
    }

    private static void HashFast(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = TestDatabase.FewRounds);
        services.Replace(ServiceDescriptor.Singleton(provider =>
            ReceiptKeys.Load(provider.GetRequiredService<Secrets>(), provider.GetRequiredService<IDataProtectionProvider>()) with
            {
                Rounds = TestDatabase.FewRounds,
            }));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !folder.Exists) return;

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(Connection)) Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        folder.Delete(recursive: true);
        folder.Refresh();
    }
}
