using System.ComponentModel.DataAnnotations;

namespace InfoStory.Web.Staff;

/// <summary>What is asked of members of staff.</summary>
public sealed class StaffOptions
{
    public const string Section = "Staff";

    private const string Required = "Required";

    /// <summary>
    /// Required: nobody works on the desk without a second factor. Optional: whoever has set one up is asked for it. Required outside Development unless it is
    /// said.
    /// </summary>
    [RegularExpression("Required|Optional", ErrorMessage = "Staff:SecondFactor must be Required or Optional")]
    public string? SecondFactor { get; set; }

    public bool IsSecondFactorRequired => SecondFactor == Required;

    internal void DefaultTo(bool required) => SecondFactor ??= required ? Required : "Optional";
}
