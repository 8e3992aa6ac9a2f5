using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace InfoStory.Web.Api;

/// <summary>The API in OpenAPI 3.1, made of its endpoints and of <see cref="ApiNotes"/>.</summary>
public static class ApiDocument
{
    public const string Address = ApiEndpoints.Root + "/openapi.json";

    private const string Name = "v1", Json = "application/json", Problem = "application/problem+json";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.AddScoped<LibraryAsking>().AddSingleton(provider => provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name));
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.ActionDescriptor.EndpointMetadata.OfType<ApiNotes>().Any();
            options.AddDocumentTransformer(Complete);
            options.AddOperationTransformer(Describe);
        });
    }

    internal static void WithNotes(this RouteHandlerBuilder endpoint, ApiNotes notes)
    {
        endpoint.WithMetadata(notes).WithTags("InfoStory").ProducesProblem(StatusCodes.Status429TooManyRequests);
        if (notes.Parameters.Count > 0) endpoint.ProducesProblem(StatusCodes.Status400BadRequest);
        if (notes == ApiNotes.CaseStudy)
            endpoint.ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone).Produces(StatusCodes.Status301MovedPermanently);
    }

    internal static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapMethods(Address, Reading, WriteAsync).ExcludeFromDescription();

    private static async Task WriteAsync(
        HttpContext context, IOpenApiDocumentProvider documents, CancellationToken cancellation)
    {
        var document = await documents.GetOpenApiDocumentAsync(cancellation);
        context.Response.ContentType = "application/vnd.oai.openapi+json;version=3.1";
        await context.Response.WriteAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation), cancellation);
    }

    private static Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new()
        {
            Title = "InfoStory",
            Version = "1",
            Description = "What everyone may read of InfoStory, for programs. No key is needed. Every answer has an ETag: ask with If-None-Match.",
        };
        document.Servers = [new() { Url = context.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value.Url }];
        // Whoever may read may ask for the head.
        foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var notes = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiNotes>().Single();
        (operation.OperationId, operation.Summary, operation.Description) = (notes.Id, notes.Summary, notes.Description);
        operation.Parameters ??= [];
        foreach (var slug in operation.Parameters.OfType<OpenApiParameter>()) slug.Description = "The last part of its address.";
        foreach (var parameter in notes.Parameters) operation.Parameters.Add(Written(parameter));
        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            answer.Description = Means(status);
            if (answer.Content is not { } content || !content.Remove(Json, out var form)) continue;

            // A problem is no answer in any other form.
            content[status[0] == '4' ? Problem : Json] = form;
            if (status[0] == '2') form.Example = JsonSerializer.SerializeToNode(notes.Example, notes.Example.GetType(), json);
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Written(ApiParameter parameter)
    {
        var one = new OpenApiSchema { Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String };
        JsonNode example = parameter.IsNumber ? int.Parse(parameter.Example, null) : parameter.Example;
        return new()
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = parameter.IsMany ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
            Example = parameter.IsMany ? new JsonArray(example) : example,
        };
    }

    private static string Means(string status) => status switch
    {
        "200" => "What was asked for.",
        "301" => "It has another address now.",
        "400" => "Something in the address means nothing; “parameter” names it.",
        "404" => "There is nothing at this address, and there never was.",
        "410" => "It was public and is gone. Please delete your copy.",
        "429" => "Your network asked for very many. Retry-After says how long to wait.",
        _ => "",
    };
}
