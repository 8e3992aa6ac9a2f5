using System.Text;
using InfoStory.CaseStudies.Pictures;
using SkiaSharp;

namespace InfoStory.Tests.CaseStudies.Pictures;

/// <summary>What is left of a file that somebody chose: what is seen, and nothing else.</summary>
public sealed class PictureDrawingTests
{
    [Fact]
    public void Each_kind_becomes_a_small_WebP()
    {
        foreach (var file in new[] { Photograph.Jpeg(2000, 1000), Photograph.Png(2000, 1000), Photograph.WebP(2000, 1000) })
        {
            var drawn = Drawn(file);

            Assert.Equal((1280, 640), (drawn.Width, drawn.Height));
            Assert.StartsWith("RIFF", Encoding.ASCII.GetString(drawn.Bytes, 0, 4), StringComparison.Ordinal);
            using var codec = SKCodec.Create(SKData.CreateCopy(drawn.Bytes));
            Assert.Equal((SKEncodedImageFormat.Webp, 1280, 640), (codec.EncodedFormat, codec.Info.Width, codec.Info.Height));
        }
    }

    [Fact]
    public void A_small_one_stays_as_small_as_it_is() => Assert.Equal((40, 30), (Drawn(Photograph.Png(40, 30)).Width, Drawn(Photograph.Png(40, 30)).Height));

    [Fact]
    public void Nothing_that_stands_beside_the_picture_is_left()
    {
        var file = Photograph.Jpeg(64, 32);
        Assert.Contains(Photograph.Canary, Encoding.Latin1.GetString(file), StringComparison.Ordinal);

        var drawn = Encoding.Latin1.GetString(Drawn(file).Bytes);

        Assert.All([Photograph.Canary, "Exif", "EXIF", "XMP ", "ICCP", "VP8X"], mark => Assert.DoesNotContain(mark, drawn, StringComparison.Ordinal));
    }

    /// <summary>Its red corner, which lies at the top left of the file, stands where whoever held the camera saw it.</summary>
    [Theory]
    [InlineData(1, 64, 32, 0, 0)]
    [InlineData(2, 64, 32, 1, 0)]
    [InlineData(3, 64, 32, 1, 1)]
    [InlineData(4, 64, 32, 0, 1)]
    [InlineData(5, 32, 64, 0, 0)]
    [InlineData(6, 32, 64, 1, 0)]
    [InlineData(7, 32, 64, 1, 1)]
    [InlineData(8, 32, 64, 0, 1)]
    public void It_stands_upright_however_the_camera_was_held(ushort held, int width, int height, int right, int down)
    {
        var drawn = Drawn(Photograph.Jpeg(64, 32, held));

        Assert.Equal((width, height), (drawn.Width, drawn.Height));
        using var picture = SKBitmap.Decode(drawn.Bytes);
        for (var x = 0; x < 2; x++)
        {
            for (var y = 0; y < 2; y++)
            {
                var colour = picture.GetPixel((width / 4) + (x * width / 2), (height / 4) + (y * height / 2));
                Assert.Equal((x, y) == (right, down), colour.Red > colour.Blue);
            }
        }
    }

    [Fact]
    public void One_that_could_move_and_does_not_is_drawn_and_so_is_one_with_much_behind_its_end()
    {
        Assert.Equal(8, Drawn(Photograph.MovingPng(1)).Width);
        Assert.Equal(64, Drawn([.. Photograph.Jpeg(64, 32), .. Photograph.Layered(200)]).Width);
    }

    [Fact]
    public void What_was_see_through_is_white()
    {
        using var clear = new SKBitmap(8, 8);
        using var png = clear.Encode(SKEncodedImageFormat.Png, quality: 100);

        using var picture = SKBitmap.Decode(Drawn(png.ToArray()).Bytes);

        Assert.InRange(picture.GetPixel(4, 4).Red, 250, 255);
    }

    [Fact]
    public void What_does_not_get_small_is_drawn_smaller()
    {
        var drawn = Drawn(Photograph.Noise(1000, 1000));

        Assert.InRange(drawn.Bytes.Length, 1, PictureDrawing.MaxBytes);
        Assert.InRange(drawn.Width, 200, 999);
    }

    [Fact]
    public void What_cannot_be_drawn_says_why()
    {
        var (jpeg, layered) = (Photograph.Jpeg(200, 100), Photograph.Layered(100));
        // A mark without a length (TEM) stands before the layers, which are 402 bytes with the end.
        byte[] marked = [.. layered[..^402], 0xFF, 1, .. layered[^402..]];
        var refused = new Dictionary<string, byte[][]>
        {
            [PictureDrawing.None] = [[]],
            [PictureDrawing.TooLarge] = [[.. jpeg, .. new byte[PictureDrawing.MaxFile]]],
            [PictureDrawing.OtherKind] =
                [Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"), [.. "GIF89a"u8, .. new byte[40]], [.. "BM"u8, 1, 2], [0xFF]],
            [PictureDrawing.TooManyPixels] = [Photograph.Bomb(50_000, 50_000), Photograph.Bomb(8_000, 5_001)],
            [PictureDrawing.Moving] = [Photograph.Moving(), Photograph.Moving()[..30], Photograph.MovingPng(2)],
            [PictureDrawing.TooManyLayers] = [layered, marked],
            [PictureDrawing.Broken] =
            [
                jpeg[..(jpeg.Length / 2)], Photograph.Png(64, 64)[..60], Photograph.WebP(64, 64)[..40], Photograph.Bomb(0, 8),
                Photograph.Bomb(int.MaxValue, 1), [0xFF, 0xD8, 0xFF, 1],
            ],
        };

        foreach (var (why, files) in refused)
            Assert.All(files, file => Assert.Equal((null, why), PictureDrawing.Draw(file)));
    }

    [Fact]
    public void No_bytes_whatever_do_more_than_be_refused()
    {
        var random = new Random(20261128);
        byte[][] whole = [Photograph.Jpeg(64, 32, 6), Photograph.Png(64, 32), Photograph.WebP(64, 32), Photograph.Moving()];
        for (var run = 0; run < 500; run++)
        {
            var file = (byte[])whole[run % whole.Length].Clone();
            // Some keep their head, some are noise from the first byte on.
            for (var change = random.Next(1, 20); change > 0; change--) file[random.Next(run % 7 == 0 ? 0 : 4, file.Length)] = (byte)random.Next(256);
            if (run % 5 == 0) file = file[..random.Next(file.Length)];

            var (drawn, whyNot) = PictureDrawing.Draw(file);

            Assert.True(drawn is null != whyNot is null);
            if (drawn is not null) Assert.InRange(drawn.Bytes.Length, 1, PictureDrawing.MaxBytes);
        }
    }

    private static DrawnPicture Drawn(byte[] file)
    {
        var (drawn, whyNot) = PictureDrawing.Draw(file);
        Assert.Null(whyNot);
        return drawn!;
    }
}
