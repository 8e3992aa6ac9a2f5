using System.Text;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.TagUpkeep;

/// <summary>All that an administrator says of a tag.</summary>
public sealed record EditTag
{
    /// <summary>The revision that was on the screen; 0 for a new tag.</summary>
    public int Revision { get; init; }

    /// <summary>Where a new tag belongs; a tag stays in its facet.</summary>
    public Facet? Facet { get; init; }

    public string? Group { get; init; }

    public string? Name { get; init; }

    /// <summary>Other words for it, one a line.</summary>
    public string? Synonyms { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }

    /// <summary>The words that this tag does not have yet; all of them where it is new.</summary>
    internal IReadOnlyList<WordsOfTeam> NewWords(Tag? tag) =>
    [
        .. new WordsOfTeam[] { new(nameof(Name), "The name", Name), new(nameof(Group), "The heading", Group) }
            .Where(one => PlainText.TidyOrNull(one.Text) is { } text && text != tag?.Name && text != tag?.Group),
        .. SynonymList.Except(tag is null ? [] : Tag.SynonymsOf(tag.Id, tag.SynonymLines))
            .Select(line => new WordsOfTeam(nameof(Synonyms), "The list of other words", line)),
    ];

    /// <summary>The lines that say something, each once.</summary>
    internal List<string> SynonymList => InLines(Synonyms);

    internal static List<string> InLines(string? typed) =>
        [.. PlainText.Tidy(typed).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
}

public sealed class EditTagRules : AbstractValidator<EditTag>
{
    public const string Adding = "adding";

    public EditTagRules()
    {
        RuleFor(tag => tag.Name).Cascade(CascadeMode.Stop)
            .Must(name => PlainText.Tidy(name).Length > 0).WithMessage("Give the tag a name")
            .Must(name => !PlainText.Tidy(name).Contains('\n', StringComparison.Ordinal))
            .WithMessage("Write the name on one line").Brief("The name", Tag.MaxLength);
        RuleFor(tag => tag.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
        RuleFor(tag => tag.Group).Cascade(CascadeMode.Stop)
            .Must(group => !PlainText.Tidy(group).Contains('\n', StringComparison.Ordinal))
            .WithMessage("Write the heading on one line").Brief("The heading", Tag.MaxLength);
        RuleFor(tag => tag.Synonyms).Cascade(CascadeMode.Stop)
            .Must(lines => EditTag.InLines(lines).Count <= Tag.MostSynonyms).WithMessage($"Give {Tag.MostSynonyms} other words or fewer, one a line")
            .Must(lines => EditTag.InLines(lines).All(line => line.Length <= Tag.MaxLength))
            .WithMessage($"Each line must be {Tag.MaxLength} characters or fewer")
            .Must(lines => EditTag.InLines(lines).All(line => line.EnumerateRunes().Any(Rune.IsLetterOrDigit)))
            .WithMessage("Each line must hold a letter or a number: nobody searches for signs alone")
            .Typed("The list of other words");

        RuleSet(Adding, () => RuleFor(tag => tag.Facet).Cascade(CascadeMode.Stop).NotNull()
            .WithMessage("Choose a facet").IsInEnum().WithMessage("Choose a facet"));
    }
}

/// <summary>The tag that another is merged into.</summary>
public sealed record MergeTag
{
    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    public Id<Tag>? Into { get; init; }
}

public sealed class MergeTagRules : AbstractValidator<MergeTag>
{
    public MergeTagRules() => RuleFor(merge => merge.Into).NotNull().WithMessage(Sentence);

    internal const string Sentence = "Choose the tag to merge it into";
}

/// <summary>What a tag is split into: tags that are there, new ones, or both; two or more together.</summary>
public sealed record SplitTag
{
    public const int Most = 10;

    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    public List<Id<Tag>> Parts { get; init; } = [];

    /// <summary>Names of new tags, one a line.</summary>
    public string? Names { get; init; }

    /// <summary>Why everyone may read names that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }

    internal List<string> NewNames => EditTag.InLines(Names);
}

public sealed class SplitTagRules : AbstractValidator<SplitTag>
{
    public SplitTagRules()
    {
        RuleFor(split => split.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
        RuleFor(split => split.Names).Cascade(CascadeMode.Stop)
            .Must(names => EditTag.InLines(names).All(name => name.Length <= Tag.MaxLength))
            .WithMessage($"Each name must be {Tag.MaxLength} characters or fewer")
            .Typed("The list of names");
        RuleFor(split => split.Parts).Must((split, parts) => parts.Distinct().Count() + split.NewNames.Count is >= 2 and <= SplitTag.Most)
            .WithMessage($"Split it into two tags or more, {SplitTag.Most} at most: tick some, or write new names");
    }
}
