using System.Buffers.Binary;
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
        Busy = "Other pictures are being drawn. Try again in a minute",
        TooManyLayers = "The picture is saved in too many layers. Save it once more as a JPEG or PNG, then choose it again",
        Broken = "The picture cannot be opened. The file may be damaged. Choose another one";

    /// <summary>A JPEG that gets sharper while it comes has some ten layers; each is unpacked over all of its pixels.</summary>
    private const int MostLayers = 100;

    private const float Smaller = 0.75f;

    private static readonly int[] Qualities = [80, 65, 50, 35];

    /// <summary>How much work a picture is, from the head of its file: nothing of it is unpacked.</summary>
    /// <param name="file">What somebody chose, whatever its name says that it is.</param>
    /// <returns>How many pixels it has, and why it cannot be drawn; null where it may.</returns>
    public static (long Pixels, string? WhyNot) Look(byte[] file)
    {
        if (file.Length == 0) return (0, None);
        if (file.Length > MaxFile) return (0, TooLarge);
        if (!IsKnown(file)) return (0, OtherKind);
        if (SaysThatItMoves(file)) return (0, Moving);
        if (file[0] == 0xFF && LayersOf(file) > MostLayers) return (0, TooManyLayers);

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null) return (0, Broken);

        var pixels = (long)codec.Info.Width * codec.Info.Height;
        return (pixels, pixels > MaxPixels ? TooManyPixels : codec.FrameCount > 1 ? Moving : null);
    }

    /// <summary>Draws it anew.</summary>
    /// <param name="file">What somebody chose, whatever its name says that it is.</param>
    /// <returns>The picture; or null, and why not.</returns>
    public static (DrawnPicture? Drawn, string? WhyNot) Draw(byte[] file)
    {
        if (Look(file).WhyNot is { } whyNot) return (null, whyNot);

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
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
    /// By the flag in the head of a WebP (RFC 9649, 2.7): of one with 100,000 frames each would be looked at before their number is known. Or by the part of
    /// a PNG that says so, which stands before the picture (W3C, PNG 3, 11.3.6): who draws PNGs knows only the first.
    /// </summary>
    private static bool SaysThatItMoves(ReadOnlySpan<byte> file) => file[0] == 'R'
        ? file.Length > 20 && file[12..].StartsWith("VP8X"u8) && (file[20] & 0b10) != 0
        : file[0] == 0x89 && file.Length > 8 && PngMoves(file[8..]);

    /// <summary>How many layers a JPEG has. What stands in other parts of it, such as a smaller picture, or after its end does not count.</summary>
    private static int LayersOf(ReadOnlySpan<byte> file)
    {
        var (layers, at) = (0, 2);
        while (at + 4 <= file.Length && layers <= MostLayers)
        {
            if (file[at] != 0xFF || file[at + 1] is 0xFF or 0 or 1 or (>= 0xD0 and <= 0xD7))
            {
                // What is drawn in a layer.
                if (file[(at + 1)..].IndexOf((byte)0xFF) is not (>= 0 and var next)) break;

                at += 1 + next;
                continue;
            }

            if (file[at + 1] == 0xD9) break;
            if (file[at + 1] == 0xDA) layers++;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return layers;
    }

    private static bool PngMoves(ReadOnlySpan<byte> parts)
    {
        while (parts.Length >= 12 && !parts[4..].StartsWith("IDAT"u8))
        {
            if (parts[4..].StartsWith("acTL"u8)) return BinaryPrimitives.ReadUInt32BigEndian(parts[8..]) > 1;

            var length = BinaryPrimitives.ReadUInt32BigEndian(parts);
            if (length > parts.Length - 12) return false;

            parts = parts[(12 + (int)length)..];
        }

        return false;
    }

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
