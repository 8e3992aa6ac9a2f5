using InfoStory.Data;

namespace InfoStory.Web.Demonstration;

/// <summary>Whether the database at hand holds demonstration content, which every page then says.</summary>
public sealed class DemonstrationMark(Secrets secrets)
{
    private const string Name = "demonstration";
    private bool? on;

    public bool IsOn => on ??= secrets.Has(Name);

    /// <summary>From now on the database is marked for good.</summary>
    public void Set()
    {
        secrets.GetOrAdd(Name, () => "This database holds demonstration content.");
        on = true;
    }
}
