using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;
using InfoStory.Protection.Flags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>
/// An address under which a case study was public once. Only a hash is kept: an address is made of words, and none of them stay where they were
/// taken out, or taken back.
/// </summary>
public sealed class FormerAddress : IPublic
{
    /// <summary>The hash of the slug.</summary>
    public required string Key { get; init; }

    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>It leads on to the address of today. Else it answers 410.</summary>
    public required bool LeadsOn { get; set; }

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) => EditionSubject.CaseStudy(CaseStudyId.Value);

    /// <summary>SHA-256 of the slug as 64 hexadecimal digits.</summary>
    public static string KeyOf(string slug) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug)));
}

/// <summary>The addresses of case studies: offered from their titles without what a flag points at, changed, and left behind.</summary>
public sealed class CaseStudyAddresses(InfoStoryContext db)
{
    private const string Nameless = "case-study";

    /// <summary>What stands at these addresses beside the case studies is no case study.</summary>
    private static readonly string[] PagesOfOurs = ["feed"];

    /// <summary>The address of what was taken back. <see cref="Slug"/> never makes two hyphens in a row, so nobody can have typed it first.</summary>
    internal static string OfTakenBack(Id<CaseStudy> study) => $"taken-back--{study}";

    /// <summary>A free address made of a title, without names, dates and whatever else a rule sees in it.</summary>
    /// <param name="title">As the public reads it.</param>
    /// <param name="study">The case study that it is for, which may keep the one that it has; null for a new one.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<string> OfferAsync(string title, CaseStudy? study, CancellationToken cancellation)
    {
        var (start, number) = (Bare(title), 1);
        if (study is { AddressIsChosen: false } && IsMadeOf(study.Slug, start)) return study.Slug;

        var slug = start;
        while (await IsTakenAsync(slug, study, cancellation)) slug = $"{start}-{++number}";
        return slug;
    }

    /// <summary>
    /// The command with an address that can be had: taking down does not wait for another one to be typed. One that is taken gets a number, and one that
    /// is too long leaves the address as it is.
    /// </summary>
    public async Task<EditCaseStudy> FreeAsync(CaseStudy study, EditCaseStudy command, CancellationToken cancellation)
    {
        var asked = PlainText.Tidy(command.Address);
        if (asked == study.Slug || Slug.Of(asked) is not { } typed) return command;

        var (free, number) = (typed, 1);
        while (await IsTakenAsync(free, study, cancellation)) free = $"{typed}-{++number}";
        return command with { Address = asked.Length > Slug.MaxLength || free.Length > Slug.MaxLength ? study.Slug : free };
    }

    /// <summary>
    /// Gives a case study the address that was typed. One that was never public and whose address was made of its title follows the new title. The old
    /// address of one that was public leads on only where the command says so.
    /// </summary>
    /// <returns>Why it cannot have this address, and nothing is changed; null where it has it now.</returns>
    public async Task<Refusal?> ChangeAsync(CaseStudy study, string title, EditCaseStudy command, CancellationToken cancellation)
    {
        if (await WhyNotAsync(study, title, command, cancellation) is { } refusal) return refusal;

        var slug = await AskedAsync(study, title, command, cancellation);
        // What stands in the box and is not changed was chosen by nobody.
        if (command.AddressOfTitle) study.AddressIsChosen = false;
        else if (Typed(study, command) != study.Slug) study.AddressIsChosen = true;
        if (slug == study.Slug) return null;

        await LeaveAsync(study, command.LeadOn, cancellation);
        study.Slug = slug;
        // It may come back to one that it had before.
        var key = FormerAddress.KeyOf(slug);
        db.RemoveRange(await db.FormerAddresses.Where(former => former.Key == key).ToListAsync(cancellation));
        return null;
    }

    /// <summary>Why it cannot have the address that was typed; null where it can.</summary>
    public async Task<Refusal?> WhyNotAsync(CaseStudy study, string title, EditCaseStudy command, CancellationToken cancellation)
    {
        // The one that it has may be longer than what may be typed: it may end in a number.
        var asked = PlainText.Tidy(command.Address);
        if (asked != study.Slug && asked.Length > Slug.MaxLength) return Refused($"The address must be {Slug.MaxLength} characters or fewer");

        var slug = await AskedAsync(study, title, command, cancellation);
        if (slug == study.Slug) return null;
        if (PagesOfOurs.Contains(slug)) return Refused("This is the address of a page of ours. Choose another");
        return await IsTakenAsync(slug, study, cancellation) ? Refused("Another case study has this address, or had it. Choose another") : null;
    }

    /// <summary>None of its addresses lead on any more, and the one that it had is a hash from now on.</summary>
    public async Task ForgetAsync(CaseStudy study, CancellationToken cancellation)
    {
        foreach (var former in await db.FormerAddresses.Where(former => former.CaseStudyId == study.Id).ToListAsync(cancellation)) former.LeadsOn = false;
        await LeaveAsync(study, leadsOn: false, cancellation);
        study.Slug = OfTakenBack(study.Id);
    }

    /// <summary>The address that was typed, or that the title gives, whether or not it is free.</summary>
    internal async Task<string> AskedAsync(CaseStudy study, string title, EditCaseStudy command, CancellationToken cancellation)
    {
        var typed = Typed(study, command);
        var follows = typed == study.Slug && study is { FirstPublishedAt: null, AddressIsChosen: false } && IsMadeOf(study.Slug, Bare(study.Title));
        return follows || command.AddressOfTitle ? await OfferAsync(title, study, cancellation) : typed;
    }

    private static string Typed(CaseStudy study, EditCaseStudy command)
    {
        var asked = PlainText.Tidy(command.Address);
        return asked == study.Slug ? asked : Slug.Of(asked) ?? study.Slug;
    }

    private static Refusal Refused(string sentence) => new(sentence, nameof(EditCaseStudy.Address));

    private async Task LeaveAsync(CaseStudy study, bool leadsOn, CancellationToken cancellation)
    {
        if (study.FirstPublishedAt is null) return;

        var key = FormerAddress.KeyOf(study.Slug);
        if (!await db.FormerAddresses.AnyAsync(former => former.Key == key, cancellation))
            db.FormerAddresses.Add(new() { Key = key, CaseStudyId = study.Id, LeadsOn = leadsOn });
    }

    private async Task<bool> IsTakenAsync(string slug, CaseStudy? by, CancellationToken cancellation)
    {
        var (own, key) = (by?.Id ?? default, FormerAddress.KeyOf(slug));
        return PagesOfOurs.Contains(slug)
            || await db.CaseStudies.AnyAsync(study => study.Slug == slug && study.Id != own, cancellation)
            || await db.FormerAddresses.AnyAsync(former => former.Key == key && former.CaseStudyId != own, cancellation);
    }

    /// <summary>The title without what a rule sees in it, as an address; read again without capitals, as an address is.</summary>
    private static string Bare(string title)
    {
        var slug = Slug.Of(Without(title));
        return slug is null ? Nameless : Slug.Of(Without(slug.Replace('-', ' '))) ?? Nameless;
    }

    private static string Without(string text)
    {
        foreach (var words in FlagFinder.InPublic(text, FlagPlace.CaseStudy).Select(flag => flag.Words).OrderByDescending(words => words.Length))
        {
            foreach (var form in (string[])[$"{words}’s", $"{words}'s", words]) text = text.Replace(form, " ", StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsMadeOf(string slug, string start) =>
        slug == start || (slug.StartsWith($"{start}-", StringComparison.Ordinal) && int.TryParse(slug.AsSpan(start.Length + 1), out _));
}
