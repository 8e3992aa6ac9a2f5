using System.Globalization;

namespace InfoStory.Data.Time;

/// <summary>Bank holidays of England and Wales, from the data in bank-holidays.txt beside this file.</summary>
public static class BankHolidays
{
    private static readonly HashSet<DateOnly> Days = Read();

    public static IReadOnlyCollection<DateOnly> All => Days;

    public static bool Includes(DateOnly day) => Days.Contains(day);

    private static HashSet<DateOnly> Read()
    {
        using var data = new StreamReader(typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.txt")!);
        HashSet<DateOnly> days = [];
        while (data.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') days.Add(DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return days;
    }
}
