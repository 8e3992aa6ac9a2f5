namespace InfoStory.Web.Forms;

/// <summary>One answer out of several, by its name in an address.</summary>
internal static class OneName
{
    /// <summary>Null where it is none of them; two with a comma between them, which .NET adds up to a third, are none.</summary>
    public static T? Of<T>(string? name) where T : struct, Enum =>
        name?.Contains(',', StringComparison.Ordinal) == false && Enum.TryParse<T>(name, ignoreCase: true, out var found) && Enum.IsDefined(found)
            ? found
            : null;
}
