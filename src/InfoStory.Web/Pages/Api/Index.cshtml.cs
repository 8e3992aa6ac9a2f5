using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InfoStory.Web.Pages.Api;

/// <summary>What programs can ask for, made of the document that programs read.</summary>
public sealed class IndexModel(IOpenApiDocumentProvider documents) : PageModel
{
    public OpenApiDocument Document { get; private set; } = null!;

    public IEnumerable<(string Path, OpenApiOperation Operation)> Operations =>
        Document.Paths.SelectMany(path => path.Value.Operations ?? [], (path, operation) => (path.Key, operation.Value));

    public async Task OnGetAsync(CancellationToken cancellation) => Document = await documents.GetOpenApiDocumentAsync(cancellation);

    /// <summary>What each status means that is not what was asked for.</summary>
    public IEnumerable<(string Status, string? Words)> Problems => Operations.SelectMany(one => one.Operation.Responses ?? [])
        .Where(answer => answer.Key != "200").Select(answer => (answer.Key, answer.Value.Description)).Distinct()
        .OrderBy(answer => answer.Key, StringComparer.Ordinal);

    /// <summary>The name of what it answers with.</summary>
    public static string Holds(OpenApiOperation operation) =>
        operation.Responses?["200"].Content?.Values.Select(form => form.Schema).OfType<IOpenApiSchema>().Select(TypeOf).FirstOrDefault() ?? "";

    /// <summary>What it is for; of one that may be null it stands within.</summary>
    public static string? About(IOpenApiSchema schema) => schema.Description ?? schema.OneOf?.Select(one => one.Description).OfType<string>().FirstOrDefault();

    /// <summary>What kind of value it is, in a word or two.</summary>
    public static string TypeOf(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference { Reference.Id: { } name } => name,
        { OneOf: { Count: > 0 } some } => string.Join(" or ", some.Select(TypeOf)),
        { Items: { } one } => $"list of {TypeOf(one)}",
        { Type: { } type } => string.Join(
            " or ", Enum.GetValues<JsonSchemaType>().Where(one => type.HasFlag(one)).Select(one => one.ToString().ToLowerInvariant())),
        _ => "",
    };
}
