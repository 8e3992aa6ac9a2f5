using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace InfoStory.Testing;

/// <summary>Files of pictures as people have them, red at their top left and blue elsewhere.</summary>
public static class Photograph
{
    /// <summary>What a camera writes beside the picture, and nobody is to read.</summary>
    public const string Canary = "quinquereme";

    public static byte[] Png(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Png);

    public static byte[] WebP(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Webp);

    /// <summary>With who took it, where, and how the camera was held (1 is upright, 6 and 8 lie on a side).</summary>
    public static byte[] Jpeg(int width, int height, ushort held = 1)
    {
        var jpeg = Encoded(width, height, SKEncodedImageFormat.Jpeg);
        var artist = Encoding.ASCII.GetBytes(Canary + "\0");
        // Big-endian TIFF: three entries, who took it (0x013B) after them, and then the place.
        byte[] exif =
        [
            .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 3,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, (byte)(held >> 8), (byte)held, 0, 0,
            0x01, 0x3B, 0, 2, 0, 0, 0, (byte)artist.Length, 0, 0, 0, 50,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 62,
            0, 0, 0, 0, .. artist, 0, 1, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
        ];
        var length = exif.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg.AsSpan(2)];
    }

    /// <summary>The head of a picture that says how large it is, and little after it.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var png = Png(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    /// <summary>Two pictures in one file, shown in turn.</summary>
    public static byte[] Moving()
    {
        byte[] frame = [.. "ANMF"u8, .. Sized([.. new byte[6], 7, 0, 0, 7, 0, 0, 100, 0, 0, 0, .. WebP(8, 8).AsSpan(12)])];
        byte[] body =
        [
            .. "WEBPVP8X"u8, .. Sized([0x02, 0, 0, 0, 7, 0, 0, 7, 0, 0]), .. "ANIM"u8, .. Sized([0, 0, 0, 0, 0, 0]), .. frame, .. frame,
        ];
        return [.. "RIFF"u8, .. Sized(body)];
    }

    /// <summary>So many pictures in one PNG (W3C, PNG 3), as it says itself.</summary>
    public static byte[] MovingPng(byte pictures)
    {
        var png = Png(8, 8);
        byte[] says = [.. "acTL"u8, 0, 0, 0, pictures, 0, 0, 0, 0];
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(says));
        return [.. png.AsSpan(0, 33), 0, 0, 0, 8, .. says, .. crc, .. png.AsSpan(33)];
    }

    /// <summary>A JPEG that says that so many layers more come.</summary>
    public static byte[] Layered(int layers) =>
        [.. Jpeg(64, 32).AsSpan()[..^2], .. Enumerable.Range(0, layers).SelectMany(_ => new byte[] { 0xFF, 0xDA, 0, 2 }), 0xFF, 0xD9];

    /// <summary>What no way of writing makes small.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        new Random(1).NextBytes(bitmap.GetPixelSpan());
        return Written(bitmap, SKEncodedImageFormat.Png);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }

    private static byte[] Sized(byte[] part)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, part.Length);
        return [.. size, .. part];
    }

    private static byte[] Encoded(int width, int height, SKEncodedImageFormat kind)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        using (var red = new SKPaint { Color = SKColors.Red })
        {
            canvas.Clear(SKColors.Blue);
            canvas.DrawRect(0, 0, width / 2f, height / 2f, red);
        }

        return Written(bitmap, kind);
    }

    private static byte[] Written(SKBitmap bitmap, SKEncodedImageFormat kind)
    {
        using var data = bitmap.Encode(kind, quality: 90);
        return data.ToArray();
    }
}
