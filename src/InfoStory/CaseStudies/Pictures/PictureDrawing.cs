using SkiaSharp;

namespace InfoStory.CaseStudies.Pictures;

/// <summary>A picture as it was drawn anew.</summary>
public sealed record DrawnPicture(byte[] Bytes, int Width, int Height);

/// <summary>
/// Draws a picture anew from the file that somebody chose, upright, on white, and no larger than a page needs it. Nothing of the file is left but what is
/// seen: not where it was taken, nor when, nor by what.
/// </summary>
public static class PictureDrawing
{
    /// <summary>The most that a file holds, in bytes.</summary>
    public const int MaxFile = 10 * 1024 * 1024;

    /// <summary>The most that a picture may come to once it is unpacked.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>How wide and how high it is drawn at most.</summary>
    public const int MaxSide = 1280;

    /// <summary>The most bytes of what is drawn.</summary>
    public const int MaxBytes = 150 * 1024;

    /// <summary>Why a file cannot be drawn, beside its field.</summary>
    public const string None = "Choose a picture",
        TooLarge = "The file must be 10 MB or smaller. Make the picture smaller, then choose it again",
        OtherKind = "The file must be a JPEG, a PNG or a WebP picture",
        TooManyPixels = "The picture must have 40 million pixels or fewer. Make it smaller, then choose it again",
        Moving = "The picture must stand still. This one moves",
        Broken = "The picture cannot be opened. The file may be damaged. Choose another one";

    private const float Smaller = 0.75f;

    private static readonly int[] Qualities = [80, 65, 50, 35];

    /// <summary>Draws it anew.</summary>
    /// <param name="file">What somebody chose, whatever its name says that it is.</param>
    /// <returns>The picture; or null, and why not.</returns>
    public static (DrawnPicture? Drawn, string? WhyNot) Draw(byte[] file)
    {
        if (file.Length == 0) return (null, None);
        if (file.Length > MaxFile) return (null, TooLarge);
        if (!IsKnown(file)) return (null, OtherKind);
        if (SaysThatItMoves(file)) return (null, Moving);

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null) return (null, Broken);
        // Read from the head of the file, before anything of it is unpacked.
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels) return (null, TooManyPixels);
        if (codec.FrameCount > 1) return (null, Moving);

        using var unpacked = Unpack(codec);
        if (unpacked is null) return (null, Broken);

        using var picture = SKImage.FromBitmap(unpacked);
        return (Small(picture, codec.EncodedOrigin), null);
    }

    /// <summary>By the first bytes: nothing else is handed on.</summary>
    private static bool IsKnown(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'])
        || (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8));

    /// <summary>
    /// By the flag in the head of a WebP (RFC 9649, 2.7): of one with 100,000 frames each would be looked at before their number is known.
    /// </summary>
    private static bool SaysThatItMoves(ReadOnlySpan<byte> file) =>
        file.StartsWith("RIFF"u8) && file.Length > 20 && file[12..].StartsWith("VP8X"u8) && (file[20] & 0b10) != 0;

    /// <summary>In the colours of the web; some kinds of file can be unpacked smaller than they are.</summary>
    private static SKBitmap? Unpack(SKCodec codec)
    {
        var wanted = Math.Min(1, 1.5f * Scale(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(wanted);
        using var web = SKColorSpace.CreateSrgb();
        var picture = new SKBitmap();
        if (picture.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, web))
            && codec.GetPixels(picture.Info, picture.GetPixels()) == SKCodecResult.Success)
        {
            // Else each image made from it is a copy.
            picture.SetImmutable();
            return picture;
        }

        picture.Dispose();
        return null;
    }

    private static float Scale(int width, int height) => Math.Min(1, (float)MaxSide / Math.Max(width, height));

    /// <summary>As good as fits into <see cref="MaxBytes"/>.</summary>
    private static DrawnPicture Small(SKImage picture, SKEncodedOrigin origin)
    {
        for (var scale = Scale(picture.Width, picture.Height); ; scale *= Smaller)
        {
            using var surface = Upright(picture, origin, scale);
            using var pixels = surface.PeekPixels();
            foreach (var quality in Qualities)
            {
                using var drawn = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality));
                if (drawn?.Size <= MaxBytes) return new(drawn.ToArray(), pixels.Width, pixels.Height);
            }
        }
    }

    private static SKSurface Upright(SKImage picture, SKEncodedOrigin origin, float scale)
    {
        var (width, height) = (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        // Without a space of colours none is written into the file.
        var surface = SKSurface.Create(
            new SKImageInfo(lies ? height : width, lies ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.SetMatrix(Turn(origin, width, height));
        surface.Canvas.DrawImage(picture, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface;
    }

    /// <summary>What turns a picture upright that is so wide and so high as it lies in its file.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
