namespace InfoStory.Letters;

/// <summary>What may stand in the heads of letters that many get.</summary>
internal static class LetterList
{
    public const int MaxId = 50, MaxAddress = 500;

    public const string NoId = "The name of a list is small letters, digits and hyphens, such as digest.";

    public const string NoAddress = "The address that ends a list is absolute, and in ASCII.";

    public static bool IsId(string id) =>
        id.Length is > 0 and <= MaxId && id[0] != '-' && id[^1] != '-'
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static bool IsAddress(string address) =>
        address.Length <= MaxAddress && address.All(letter => letter is > ' ' and < '\u007F' and not ('<' or '>' or ',' or '"'))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
