namespace InfoStory.Protection.Hints;

internal static class CheckDigit
{
    /// <summary>Ten digits of which the last is right: modulus 11 over the first nine, weighted 10 to 2 (NHS Data Dictionary, NHS NUMBER).</summary>
    public static bool IsNhsNumber(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToList();
        if (digits.Count != 10) return false;

        var check = 11 - (digits.Take(9).Select((digit, place) => digit * (10 - place)).Sum() % 11);
        return (check == 11 ? 0 : check) == digits[9];
    }
}
