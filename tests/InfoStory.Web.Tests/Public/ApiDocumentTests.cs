using System.Text.Json;
using System.Text.Json.Nodes;
using InfoStory.Web.Http;
using Json.Schema;
using Microsoft.OpenApi;

namespace InfoStory.Web.Tests.Public;

/// <summary>The OpenAPI document says what the API does, and so does the page that people read.</summary>
[Collection(nameof(LibrarySite))]
public sealed class ApiDocumentTests(LibrarySite site)
{
    private const string Address = "/api/v1/openapi.json", Components = "#/components/schemas/";

    private static readonly IEnumerable<PublicPage> Ours =
        PublicPages.All.Where(page => page.Route.StartsWith("/api/v1/", StringComparison.Ordinal) && page.Route != Address);

    [Fact]
    public async Task A_reader_of_openapi_finds_nothing_wrong_and_every_address_with_every_name()
    {
        using var reader = site.Browser();
        var text = await reader.Client.GetStringAsync(new Uri(Address, UriKind.Relative));

        var read = OpenApiDocument.Parse(text, "json");
        var document = read.Document!;

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal("https://localhost", Assert.Single(document.Servers!).Url);
        Assert.Equal(Ours.Select(page => page.Route).Order(), document.Paths.Keys.Order());
        foreach (var page in Ours)
        {
            var (method, operation) = Assert.Single(document.Paths[page.Route].Operations!);
            Assert.Equal(HttpMethod.Get, method);
            // The name that all tags once had is understood and not offered.
            Assert.Equal(
                page.Queries.Where(name => name != "tag").Order(),
                (operation.Parameters ?? []).Where(one => one.In == ParameterLocation.Query).Select(one => one.Name).Order());
            Assert.All(operation.Parameters ?? [], one => Assert.NotEmpty(one.Description!));
            Assert.NotEmpty(operation.Description!);
        }

        var named = document.Paths.Values.SelectMany(path => path.Operations!.Values).Select(operation => operation.OperationId).ToList();
        Assert.Equal(named.Distinct(), named);
    }

    [Fact]
    public async Task Every_answer_and_every_example_is_as_the_document_says()
    {
        using var reader = site.Browser();
        var document = await reader.Client.GetFromJsonNodeAsync(Address);
        var asked = (await site.PublicAddressesAsync()).Where(one => Ours.Contains(one.Page)).Select(one => (one.Page.Route, one.Address)).ToList();

        foreach (var (route, address) in asked)
        {
            var answers = document["paths"]![route]!["get"]!["responses"]!;
            var found = answers["200"]!["content"]!["application/json"]!;
            MustFit(document, found["schema"]!, found["example"]!);
            MustFit(document, found["schema"]!, await reader.Client.GetFromJsonNodeAsync(address));
            foreach (var (status, content) in answers.AsObject().Where(one => one.Key[0] == '4'))
                Assert.Equal("application/problem+json", Assert.Single(content!["content"]!.AsObject()).Key);
        }

        foreach (var (address, status) in (IEnumerable<(string, string)>)[("case-studies?limit=0", "400"), ("case-studies/never-there", "404")])
        {
            var answer = await reader.GetAsync($"/api/v1/{address}");
            var route = status == "400" ? "/api/v1/case-studies" : "/api/v1/case-studies/{slug}";
            MustFit(
                document, document["paths"]![route]!["get"]!["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!,
                JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
        }

        Assert.True(asked.Count >= 7, "Every address was asked.");
    }

    [Fact]
    public async Task The_page_for_people_names_every_address_every_name_and_every_part()
    {
        using var reader = site.Browser();
        var document = await reader.Client.GetFromJsonNodeAsync(Address);
        var named = (await reader.PageAsync("/api")).QuerySelectorAll("main code").Select(one => one.TextContent).ToHashSet();

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            Assert.Contains($"GET {path}", named);
            Assert.All(item!["get"]!["parameters"]?.AsArray() ?? [], one => Assert.Contains((string)one!["name"]!, named));
        }

        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject().Where(one => one.Key != "ProblemDetails"))
            Assert.All(schema!["properties"]!.AsObject(), one => Assert.True(named.Contains(one.Key), $"{name}: {one.Key}"));
    }

    private static void MustFit(JsonNode document, JsonNode schema, JsonNode answer)
    {
        var whole = schema.DeepClone().AsObject();
        whole["$defs"] = document["components"]!["schemas"]!.DeepClone();
        var rules = JsonSchema.FromText(whole.ToJsonString().Replace(Components, "#/$defs/", StringComparison.Ordinal));
        using var value = JsonDocument.Parse(answer.ToJsonString());
        var result = rules.Evaluate(value.RootElement, new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        Assert.True(result.IsValid, JsonSerializer.Serialize(result));
    }
}
