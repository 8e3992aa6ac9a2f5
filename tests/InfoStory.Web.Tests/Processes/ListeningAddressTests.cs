using InfoStory.Web.Setup;
using Microsoft.AspNetCore.Builder;

namespace InfoStory.Web.Tests.Processes;

/// <summary>Where links lead, by where the site listens and what somebody has set.</summary>
public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("Development", "http://127.0.0.1:5810", null, "http://127.0.0.1:5810")]
    [InlineData("Development", "http://localhost:5810/;http://localhost:5811", null, "http://localhost:5810")]
    [InlineData("Development", "http://127.0.0.1:5810", "https://stories.example.org", "https://stories.example.org")]
    [InlineData("Development", "http://127.0.0.1:0", null, "http://localhost:5080")]
    [InlineData("Development", "http://*:5810", null, "http://localhost:5080")]
    [InlineData("Production", "http://127.0.0.1:5810", null, "http://localhost:5080")]
    public async Task In_Development_links_lead_to_where_it_listens_unless_somebody_has_set_another_address(
        string environment, string listens, string? isSet, string links)
    {
        var folder = Directory.CreateTempSubdirectory("infostory-address-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), """{ "Site": { "Url": "http://localhost:5080" } }""");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--urls", listens, .. isSet is null ? Array.Empty<string>() : ["--Site:Url", isSet]],
            ContentRootPath = folder.FullName,
            EnvironmentName = environment,
        });

        builder.Configuration.UseListeningAddress(builder.Environment);

        Assert.Equal(links, builder.Configuration["Site:Url"]);
        folder.Delete(recursive: true);
    }
}
