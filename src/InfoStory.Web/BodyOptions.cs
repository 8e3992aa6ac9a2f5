using System.ComponentModel.DataAnnotations;
using InfoStory.Data;

namespace InfoStory.Web;

/// <summary>The public body that runs this site: who asks, and who is responsible for what is told.</summary>
public sealed class BodyOptions : IValidatableObject
{
    public const string Section = "Body";

    private const int Longest = 200;

    /// <summary>Empty where nobody has said it: pages say that it is missing, and letters are signed with the site's address alone.</summary>
    [StringLength(Longest, ErrorMessage = "Body:Name must have 200 letters or fewer")]
    public string Name { get; init => field = value.Trim(); } = "";

    /// <summary>Where post reaches it, on one line, with commas.</summary>
    [StringLength(Longest, ErrorMessage = "Body:Address must have 200 letters or fewer")]
    public string Address { get; init => field = value.Trim(); } = "";

    public string Email { get; init => field = value.Trim(); } = "";

    [StringLength(30, ErrorMessage = "Body:Telephone must have 30 letters or fewer")]
    public string Telephone { get; init => field = value.Trim(); } = "";

    public bool IsNamed => Name.Length > 0;

    /// <summary>Name, address and contact, on one line each; the foot of every letter. Empty where there is no name.</summary>
    public string Signature => IsNamed ? string.Join('\n', new[] { Name, Address, Email, Telephone }.Where(line => line.Length > 0)) : "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Email.Length > 0 && !EmailAddress.IsValid(Email)) yield return new("Body:Email must be an email address", [nameof(Email)]);
        if (Name.Length == 0 && (Address + Email + Telephone).Length > 0) yield return new("Body:Name is missing", [nameof(Name)]);
        if (Name.Length == 0) yield break;
        if (Address.Length == 0) yield return new("Body:Address is missing: it goes with Body:Name", [nameof(Address)]);
        if ((Email + Telephone).Length == 0) yield return new("Body:Email or Body:Telephone is missing: one of them goes with Body:Name", [nameof(Email)]);
    }
}
