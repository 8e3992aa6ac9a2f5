using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data.Markdown;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Web.Words;

namespace InfoStory.Web.Api;

/// <summary>What the services read, in the shapes that machines are given.</summary>
internal static class Shaping
{
    public static CaseStudyListed Listed(this LibraryRow row, SiteOptions site)
    {
        var entry = row.Entry;
        return new(
            site.KeyOf(entry.Id), entry.Slug, site.CaseStudyUrl(entry.Slug), entry.Title, entry.Summary, Kind(entry.Kind), entry.WhoIsTelling?.Title(),
            TermOf(entry.Service, entry.ServiceSlug), TermOf(entry.Place, entry.PlaceSlug), Tags(row.Tags), At(entry.PublishedAt), At(entry.UpdatedAt));
    }

    public static CaseStudyWhole Whole(this CaseStudyToRead study, SiteOptions site) => new(
        site.KeyOf(study.Id), study.Slug, site.CaseStudyUrl(study.Slug), study.Title, study.Summary, Kind(study.Kind), study.WhoIsTelling?.Title(),
        TermOf(study.Service, study.ServiceSlug), TermOf(study.Place, study.PlaceSlug), Tags(study.Tags),
        [
            .. CaseStudyWords.Sections(study).Prepend((CaseStudyWords.TheStory, study.TheStory))
                .Select(part => new Section(part.Item1, MarkdownText.Of(part.Item2))),
        ],
        [.. study.Figures.Select(figure => new Figure(
            figure.For.Title(), figure.What, figure.Before, figure.After, figure.Unit, figure.Period, figure.Source, figure.Link))],
        study.Quotes,
        [.. study.Pictures.Select(picture => new Picture(
            $"{site.Url}{Cards.Pictures.AddressOf(picture.Key)}", picture.Alt, picture.Caption, picture.Width, picture.Height))],
        [.. study.Chains.Select(chain => new HandOffChain(
            chain.Told, [.. chain.Steps.Select(step => new HandOff(step.Service, step.Channel?.Title(), step.Waited?.TitleForReaders(), step.ToldAgain))]))],
        study.NamesChanged, At(study.PublishedAt), At(study.UpdatedAt), study.ReviewedAt is { } reviewed ? At(reviewed) : null);

    public static OrganisationListed Listed(this PublicOrganisation row, SiteOptions site) =>
        new(row.Slug, $"{site.Url}/organisations/{row.Slug}", row.Name, TermOf(row.Service, row.ServiceSlug), row.IsClosed);

    public static PromiseListed Listed(this PromiseRow row, SiteOptions site) => new(
        row.Slug, $"{site.Url}/promises/{row.Slug}", row.What, row.Role, new(row.Organisation, row.OrganisationSlug), row.State.ToSlug(),
        row.State.Says(row.Due), row.Due, At(row.ChangedAt));

    public static GoneListed Listed(this GoneCaseStudy gone, SiteOptions site) => new(site.KeyOf(gone.Id), At(gone.At));

    public static DateTime At(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc);

    private static Term Kind(StoryKind kind) => new(kind.Title(), kind.ToSlug());

    private static Term? TermOf(string? name, string? slug) => name is null || slug is null ? null : new(name, slug);

    private static IReadOnlyList<TagTerm> Tags(IEnumerable<TagToRead> tags) =>
        [.. tags.Select(tag => new TagTerm(tag.Facet.InLibrary().Name(), tag.Name, tag.Slug))];
}
