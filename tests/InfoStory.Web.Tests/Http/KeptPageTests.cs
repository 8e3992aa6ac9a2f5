using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;
using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Http;

public sealed class KeptPageTests
{
    private static readonly EditionSubject One = EditionSubject.CaseStudy(1), Two = EditionSubject.CaseStudy(2);

    [Fact]
    public void What_is_kept_never_takes_more_than_its_room()
    {
        var clock = new SiteClock();
        using var pages = new KeptPages(clock);
        var state = PublicState.Unknown with { Until = DateTime.MaxValue };
        var largest = 0L;

        for (var number = 0; number < 3_000; number++)
        {
            var page = Page(RandomNumberGenerator.GetBytes(50_000), state);
            pages.Keep($"/{number}", page);
            if (page.In("br").IsNew) pages.Resize($"/{number}", page);
            largest = Math.Max(largest, pages.Size);
        }

        Assert.InRange(largest, KeptPages.Most / 2, KeptPages.Most);
        Assert.InRange(pages.Count, 1, KeptPages.Most / 50_000);
    }

    [Theory]
    [InlineData("br", "gzip", "", "br")]
    [InlineData("gzip", "br", "gzip", "")]
    [InlineData("", "br", "gzip", "")]
    public void One_body_gives_all_encodings_each_made_once_and_only_those_that_were_asked_for_take_room(params string[] asked)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3_000).Select(number => $"<p>They rang {number} times.</p>")));
        var page = Page(text, PublicState.Unknown);
        HashSet<string> made = asked[0].Length == 0 ? [""] : [];

        foreach (var encoding in asked)
        {
            var (body, isNew) = page.In(encoding);
            Assert.Equal(made.Add(encoding), isNew);
            Assert.Equal(text, Unpacked(body, encoding));
            Assert.Same(body, page.In(encoding).Body);
            if (made.Count == 1) Assert.Equal(encoding.Length == 0, page.Size >= text.Length);
        }
    }

    [Fact]
    public void What_is_read_often_is_compressed_once_as_small_as_it_gets()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(number => $"<p>They rang {number} times.</p>")));
        var page = Page(text, PublicState.Unknown);
        var quick = page.In("br").Body;

        var often = Enumerable.Range(0, 20).Count(_ => page.IsReadOften());
        page.Squeeze();

        Assert.Equal(1, often);
        Assert.True(page.In("br").Body.Length < quick.Length);
        Assert.Equal(text, Unpacked(page.In("br").Body, "br"));
    }

    [Fact]
    public void What_is_kept_stands_until_something_that_it_is_made_of_changes_or_a_moment_comes()
    {
        var (now, until) = (new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc));
        var begun = PublicState.Unknown.After(new(7, null), until);

        var two = begun.After(new(8, new HashSet<EditionSubject> { Two }), until);
        Assert.Equal((true, false, false, false), (two.Keeps(begun, [One], now), two.Keeps(begun, [One, Two], now), two.Keeps(begun, null, now),
            two.Keeps(begun, [EditionSubject.AnyCaseStudy], now)));
        Assert.Equal((true, false), (two.Keeps(begun, [], now), two.Keeps(begun, [], until)));
        Assert.True(two.Keeps(two, null, now) && two.Keeps(two, [Two], now));
        Assert.True(two.After(new(8, new HashSet<EditionSubject>()), until).Keeps(two, null, now));

        var all = two.After(new(9, null), until);
        Assert.False(all.Keeps(two, [One], now) || all.Keeps(begun, [], now));
        Assert.False(two.After(new(9, new HashSet<EditionSubject> { EditionSubject.AnyCaseStudy }), until).Keeps(two, [One], now));
        // A database from a copy of before.
        Assert.False(all.After(new(3, null), until).Keeps(all, null, now));
    }

    private static KeptPage Page(byte[] body, PublicState begun) => new(new("/"), 200, [], body) { Begun = begun, Subjects = [One], Numbers = "", MadeAt = 0 };

    private static byte[] Unpacked(byte[] body, string encoding)
    {
        using Stream packed = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => new MemoryStream(body),
        };
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
