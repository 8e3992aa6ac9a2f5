using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Http;

namespace InfoStory.Web.Cards;

/// <summary>The address of the picture of each case study; it is made once and kept until that changes (docs/decisions/0094-share-cards.md).</summary>
public static class ShareCards
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapShareCards(this IEndpointRouteBuilder app) => app.MapMethods("/cards/{slug}", Reading, WriteAsync);

    /// <summary>Where the picture of the case study at this address is.</summary>
    public static string AddressOf(string slug) => $"/cards/{slug}";

    private static async Task WriteAsync(HttpContext context, string slug, Library library, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        var study = await library.ReadAsync(slug, cancellation);
        context.IsMadeOf(EditionSubject.CaseStudy(study.Id.Value));
        if (study.Slug != slug)
        {
            context.Response.Redirect(AddressOf(study.Slug), permanent: true);
            return;
        }

        context.Response.ContentType = "image/png";
        await context.Response.Body.WriteAsync(ShareCard.Draw(study), cancellation);
    }
}
