using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>One site for the tests of a class; every visitor has cookies of their own.</summary>
public class Stage : IAsyncLifetime
{
    private readonly List<Visitor> visitors = [];
    private int staff;
    private IBrowser? browser;

    public Stage() : this(new JourneySite())
    {
    }

    protected Stage(JourneySite site) => Site = site;

    public JourneySite Site { get; }

    public virtual async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        Site.StartServer();
        browser = await OneBrowser.Browser;
    }

    public async Task<Visitor> VisitorAsync(Way way = Way.Desktop)
    {
        var visitor = await Visitor.ComeAsync(browser!, Site.Url, way);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>An address of a new member of staff with these roles, whose password is <see cref="A.Password"/>.</summary>
    public async Task<string> StaffAsync(Roles roles)
    {
        var email = $"staff{++staff}@example.org";
        await Site.AddStaffAsync(email, roles);
        return email;
    }

    public async Task DisposeAsync()
    {
        List<string> faults = [];
        foreach (var visitor in visitors) faults.AddRange(await visitor.LeaveAsync());
        await Site.DisposeAsync();
        Assert.Empty(faults);
    }
}

/// <summary>A stage on which nobody works on the desk without a second factor.</summary>
public sealed class StrictStage() : Stage(new StrictJourneySite());

/// <summary>A stage on the evening before a Friday.</summary>
public sealed class EveningStage() : Stage(new EveningSite());

/// <summary>A stage on such an evening, on which letters can be read.</summary>
public sealed class PostStage() : Stage(new PostSite())
{
    public PostSite Post => (PostSite)Site;
}
