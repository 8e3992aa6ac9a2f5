using System.Text;

namespace InfoStory.Dissemination.Briefings;

/// <summary>Who has a copy, as it is sealed: the address, and the name on the line below.</summary>
internal static class CopySeal
{
    public static byte[] Write(CopyHolder holder) => Encoding.UTF8.GetBytes($"{holder.Email}\n{holder.Name}");

    public static CopyHolder Read(byte[] opened)
    {
        var lines = Encoding.UTF8.GetString(opened).Split('\n', 2);
        return new(lines[0], lines[^1]);
    }
}
