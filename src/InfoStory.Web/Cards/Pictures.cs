using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Web.Http;

namespace InfoStory.Web.Cards;

/// <summary>The addresses of the pictures that public case studies show; each goes with its case study (docs/decisions/0096).</summary>
public static class Pictures
{
    /// <summary>What a picture is, whatever it was when somebody chose it.</summary>
    public const string Kind = "image/webp";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPictures(this IEndpointRouteBuilder app) => app.MapMethods("/pictures/{key}", Reading, WriteAsync);

    /// <summary>Where everyone finds the picture of this key.</summary>
    public static string AddressOf(string key) => $"/pictures/{key}";

    private static async Task WriteAsync(HttpContext context, string key, PublicPictures pictures, CancellationToken cancellation)
    {
        var picture = await pictures.ReadAsync(key.ToLowerInvariant(), cancellation);
        context.IsMadeOf(EditionSubject.CaseStudy(picture.Of.Value));
        context.Response.ContentType = Kind;
        await context.Response.Body.WriteAsync(picture.Bytes, cancellation);
    }
}
