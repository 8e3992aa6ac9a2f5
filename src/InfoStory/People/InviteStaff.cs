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
    public InviteStaffRules(InfoStoryContext db)
    {
        RuleFor(command => command.Email).Cascade(CascadeMode.Stop)
            .Must(email => EmailAddress.IsValid(EmailAddress.Tidy(email))).WithMessage(EmailAddress.Wrong)
            .Must(email => EmailAddress.OfAccount(email) is not null)
            .WithMessage("Enter an email address that has only plain letters before the @: accounts can have no other")
            .MustAsync(async (email, cancellation) => await HolderAsync(db, email!, cancellation) is not { Open: true })
            .WithMessage("This address has an account already")
            .MustAsync(async (email, cancellation) => await HolderAsync(db, email!, cancellation) is null)
            .WithMessage("This address has a closed account. Open that one again");
        RuleFor(command => command.Roles).Must(roles => roles.Together() != Roles.None).WithMessage("Choose at least one role");
    }

    private static async Task<Holder?> HolderAsync(InfoStoryContext db, string email, CancellationToken cancellation)
    {
        var known = EmailAddress.OfAccount(email)!.ToUpperInvariant();
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
