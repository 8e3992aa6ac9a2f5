using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Organisations.Responders;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Forms;

/// <summary>What somebody typed: where it was sent, path and query, and every field but tokens, passwords, codes and receipts.</summary>
public sealed record TypedForm(string Address, Dictionary<string, string?[]> Fields)
{
    /// <summary>It was being typed, and nobody has sent it.</summary>
    public bool WhileTyping { get; init; }

    public string Path => Address.Split('?')[0];
}

/// <summary>Seals for whom a form was made, which the form carries, and what was typed into it, which only that person gets back.</summary>
public sealed class FormSeals(IDataProtectionProvider protection)
{
    private readonly IDataProtector owners = protection.CreateProtector("InfoStory.FormOwner");

    /// <summary>Who is signed in, or has a story open, on this page; null where nobody is.</summary>
    public static FormOwner? OwnerOf(ClaimsPrincipal user) => user.Identity?.IsAuthenticated != true ? null : user.FindFirst(ClaimTypes.NameIdentifier) switch
    {
        null when user.FindFirstValue(ResponderCookie.Claim) is { } responder => Parse($"responder {responder}"),
        { Issuer: AuthorCookie.Issuer } story => Parse($"story {story.Value}"),
        { } staff => Parse($"staff {staff.Value}"),
        null => null,
    };

    /// <summary>Somebody for whom antiforgery knows a token as it knows it for them while they are signed in.</summary>
    public static ClaimsPrincipal StandIn(FormOwner owner) => new(new ClaimsIdentity(
        [
            owner switch
            {
                { ResponderId: { } responder } => ResponderCookie.ClaimOf(responder),
                { StoryId: { } story, StaffId: null } => AuthorCookie.ClaimOf(story),
                _ => new(ClaimTypes.NameIdentifier, $"{owner.StaffId}"),
            },
        ],
        "Session that ended"));

    public string Seal(FormOwner owner) => owners.Protect(Name(owner));

    /// <summary>Null where it is not ours.</summary>
    public FormOwner? Open(string? sealedOwner)
    {
        try
        {
            return string.IsNullOrEmpty(sealedOwner) ? null : Parse(owners.Unprotect(sealedOwner));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public byte[] Seal(FormOwner owner, TypedForm form) => For(owner).Protect(JsonSerializer.SerializeToUtf8Bytes(form));

    /// <summary>Null where it cannot be read any more, or was sealed for somebody else.</summary>
    public TypedForm? Open(FormOwner owner, byte[] words)
    {
        try
        {
            return JsonSerializer.Deserialize<TypedForm>(For(owner).Unprotect(words));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(FormOwner owner) => protection.CreateProtector("InfoStory.KeptForm", Name(owner));

    private static string Name(FormOwner owner) => owner switch
    {
        { StaffId: { } staff } => $"staff {staff}",
        { ResponderId: { } responder } => $"responder {responder}",
        _ => $"story {owner.StoryId}",
    };

    private static FormOwner? Parse(string name) => name.Split(' ') is [var kind, var number] && long.TryParse(number, CultureInfo.InvariantCulture, out var id)
        ? kind switch
        {
            "staff" => new(id, null),
            "responder" => new(null, null, new Id<Responder>(id)),
            _ => new(null, new(id)),
        }
        : null;
}
