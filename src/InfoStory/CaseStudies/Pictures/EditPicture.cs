using FluentValidation;
using InfoStory.Data;

namespace InfoStory.CaseStudies.Pictures;

/// <summary>A picture in the form of its case study.</summary>
public sealed record EditPicture
{
    public string? Key { get; init; }

    /// <summary>Everyone is to see it; what is typed of one that nobody is to see counts for nothing.</summary>
    public bool Show { get; init; }

    public string? Alt { get; init; }

    public string? Caption { get; init; }

    /// <summary>What the public would read of it.</summary>
    internal string? InWords() => PlainText.TidyOrNull(string.Join(". ", new[] { Alt, Caption }.Select(PlainText.OneLine).OfType<string>()));

    internal static EditPicture Of(ShownPicture picture) => new() { Key = picture.Key, Show = true, Alt = picture.Alt, Caption = picture.Caption };

    /// <summary>Each on the desk, in its order: as it is shown, or with what was said when it was added.</summary>
    internal static List<EditPicture> Each(IEnumerable<KeptPicture> kept, IEnumerable<ShownPicture> shown) =>
    [
        .. kept.Select(picture => shown.FirstOrDefault(one => one.Key == picture.Key) is { } there
            ? Of(there)
            : new() { Key = picture.Key, Alt = picture.Alt, Caption = picture.Caption }),
    ];
}

/// <summary>A picture that somebody adds, with what they say of it.</summary>
public sealed record AddPicture
{
    /// <summary>What they chose.</summary>
    public byte[] File { get; init; } = [];

    public string? Alt { get; init; }

    public string? Caption { get; init; }
}

public sealed class EditPictureRules : AbstractValidator<EditPicture>
{
    public EditPictureRules() => PictureRules.Add(this, picture => picture.Alt, picture => picture.Caption);
}

public sealed class AddPictureRules : AbstractValidator<AddPicture>
{
    public AddPictureRules() => PictureRules.Add(this, picture => picture.Alt, picture => picture.Caption);
}

internal static class PictureRules
{
    internal const string NoAlt = "Say what the picture shows, for people who cannot see it";

    internal static void Add<T>(
        AbstractValidator<T> rules, System.Linq.Expressions.Expression<Func<T, string?>> alt, System.Linq.Expressions.Expression<Func<T, string?>> caption)
    {
        rules.RuleFor(alt).Cascade(CascadeMode.Stop).Must(text => PlainText.Tidy(text).Length > 0).WithMessage(NoAlt)
            .Brief("What it shows", CaseStudyPicture.MaxAlt);
        rules.RuleFor(caption).Brief("The caption", CaseStudyPicture.MaxCaption);
    }
}
