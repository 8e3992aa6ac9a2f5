namespace InfoStory.Protection.Hints;

/// <summary>What could show who somebody is.</summary>
public enum HintKind
{
    Name,
    Phone,
    Email,
    Url,
    Nhs,
    Ni,
    Date,
    Address,
    Postcode,
    Vehicle,
    Case,
    Role,
    Place,
}

/// <summary>A place in a text that could show who somebody is: UTF-16 code units, <paramref name="End"/> not included.</summary>
public sealed record Hint(int Start, int End, HintKind Kind);
