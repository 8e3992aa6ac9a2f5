namespace InfoStory.Web.Http;

/// <summary>What somebody asked for, as a header may carry it: the server throws on any other letter.</summary>
public static class Sendable
{
    /// <summary>The address with what is not ASCII escaped.</summary>
    public static string Address(string address) =>
        string.Concat(address.EnumerateRunes().Select(letter => letter.IsAscii ? $"{letter}" : Uri.EscapeDataString($"{letter}")));
}
