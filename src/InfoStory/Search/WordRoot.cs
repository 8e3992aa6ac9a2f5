namespace InfoStory.Search;

/// <summary>What different forms of an English word have in common.</summary>
public static class WordRoot
{
    private const int Shortest = 3;

    /// <summary>Without what a plural, a past or an -ing adds. Not always a word, always the same for the same word.</summary>
    /// <param name="word">Small letters without accents and apostrophes.</param>
    public static string Of(string word)
    {
        word = Without(word, "ies", "y") ?? (word.EndsWith("ss", StringComparison.Ordinal) ? word : Without(word, "s", "") ?? word);
        word = Without(word, "ing", "") ?? Without(word, "ed", "") ?? word;
        // Care is no car.
        if (word.Length > Shortest + 1) word = Without(word, "e", "") ?? word;
        if (word.Length > Shortest && word[^1] == word[^2]) word = word[..^1];
        return Without(word, "y", "i") ?? word;
    }

    private static string? Without(string word, string ending, string instead) =>
        word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] + instead : null;
}
