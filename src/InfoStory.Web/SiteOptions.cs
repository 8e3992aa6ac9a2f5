using System.ComponentModel.DataAnnotations;
using InfoStory.CaseStudies;
using InfoStory.Data;

namespace InfoStory.Web;

/// <summary>What InfoStory must be told about where it stands.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The address under which the public finds the site, without a slash at the end. Never taken from a request.</summary>
    [Required(ErrorMessage = "Site:Url is missing")]
    [Url(ErrorMessage = "Site:Url must be a whole address, such as https://stories.example.org")]
    [RegularExpression(".*[^/]$", ErrorMessage = "Site:Url must not end with a slash")]
    public required string Url { get; init; }

    /// <summary>How many proxies stand in front and say in X-Forwarded-For who asked them; 0 believes nobody.</summary>
    [Range(0, 10, ErrorMessage = "Site:TrustForwardedFor must be from 0 to 10")]
    public int TrustForwardedFor { get; init; }

    /// <summary>How many addresses a sitemap holds before it becomes an index of several; sitemaps.org allows 50,000.</summary>
    [Range(2, Library.SitemapSize, ErrorMessage = "Site:SitemapSize must be from 2 to 50,000")]
    public int SitemapSize { get; init; } = Library.SitemapSize;

    /// <summary>The address as people read and type it: https goes without saying.</summary>
    public string Plainly(string path) => (Url + path).Replace("https://", "", StringComparison.Ordinal);

    /// <summary>The key of a case study for whoever keeps a copy (RFC 4151): no word stands in it, and it never changes.</summary>
    public string KeyOf(Id<CaseStudy> study) => $"tag:{new Uri(Url).Host},2026:case-study-{study}";

    public string CaseStudyUrl(string slug) => $"{Url}/case-studies/{slug}";

    public string InvitationUrl(string code) => $"{Url}/i/{code}";
}

/// <summary>Which database, and how to reach it.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    [Required, RegularExpression("Sqlite|SqlServer", ErrorMessage = "Database:Provider must be Sqlite or SqlServer")]
    public string Provider { get; init; } = "Sqlite";

    /// <summary>How many statements are sent to the database at once; empty is EF Core's own choice.</summary>
    [Range(1, 1000, ErrorMessage = "Database:MaxBatchSize must be from 1 to 1,000")]
    public int? MaxBatchSize { get; init; }
}
