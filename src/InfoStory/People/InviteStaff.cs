using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>A new account: whose, and what they may do.</summary>
public sealed record InviteStaff
{
    public string? Email { get; init; }

    public List<Roles> Roles { get; init; } = [];
}

/// <summary>Other roles for an account.</summary>
public sealed record ChangeRoles
{
    public List<Roles> Roles { get; init; } = [];

    /// <summary>The roles that were on the screen.</summary>
    public Roles Seen { get; init; }
}

public sealed class InviteStaffRules : AbstractValidator<InviteStaff>
{
    private const int LongestAddress = 256;

    public InviteStaffRules(InfoStoryContext db)
    {
        RuleFor(command => command.Email).Cascade(CascadeMode.Stop)
            .Must(IsAddress).WithMessage("Type a whole email address, such as name@example.org")
            .MustAsync(async (email, cancellation) => await HolderAsync(db, email!, cancellation) is not { Open: true })
            .WithMessage("This address has an account already")
            .MustAsync(async (email, cancellation) => await HolderAsync(db, email!, cancellation) is null)
            .WithMessage("This address has a closed account. Open that one again");
        RuleFor(command => command.Roles).Must(roles => roles.Together() != Roles.None).WithMessage("Choose at least one role");
    }

    /// <summary>ASCII only: an address that looks like another one is then another one.</summary>
    private static bool IsAddress(string? email) =>
        email is { Length: <= LongestAddress } && email.Trim().Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && email.Trim().All(letter => letter is > ' ' and < (char)127);

    private static async Task<Holder?> HolderAsync(InfoStoryContext db, string email, CancellationToken cancellation)
    {
        var known = email.Trim().ToUpperInvariant();
        return await db.Staff.Where(staff => staff.NormalizedEmail == known)
            .Select(staff => new Holder(staff.ClosedAt == null)).FirstOrDefaultAsync(cancellation);
    }

    private sealed record Holder(bool Open);
}

public sealed class ChangeRolesRules : AbstractValidator<ChangeRoles>
{
    public ChangeRolesRules() => RuleFor(command => command.Roles).Must(roles => roles.Together() != Roles.None).WithMessage("Choose at least one role");
}

public static class RoleSums
{
    /// <summary>The single roles that are held together.</summary>
    public static List<Roles> Apart(this Roles roles) => [.. Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role))];

    /// <summary>What they come to together; no role where there are none.</summary>
    public static Roles Together(this IEnumerable<Roles> roles) => roles.Aggregate(Roles.None, (all, role) => all | role);
}
