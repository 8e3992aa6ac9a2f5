using System.Globalization;
using FluentValidation;
using InfoStory.Data;

namespace InfoStory.Moderation.Replies;

/// <summary>All that an administrator says of a reply.</summary>
public sealed record EditReply
{
    /// <summary>The revision that was on the screen; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>Chosen when it is added; it stays.</summary>
    public ReplyKind? Kind { get; init; }

    public string? Name { get; init; }

    public string? Text { get; init; }

    /// <summary>A whole number from 0 to <see cref="Reply.MaxPosition"/>, as it was typed.</summary>
    public string? Position { get; init; }

    public bool Retired { get; init; }

    /// <summary>The number that was typed; null where it is none.</summary>
    internal int? Place =>
        int.TryParse(PlainText.Tidy(Position), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place <= Reply.MaxPosition ? place : null;
}

public sealed class EditReplyRules : AbstractValidator<EditReply>
{
    public EditReplyRules()
    {
        RuleFor(reply => reply.Kind).NotNull().WithMessage("Choose when the reply is used").IsInEnum().WithMessage("Choose when the reply is used");
        RuleFor(reply => reply.Name).Cascade(CascadeMode.Stop)
            .Must(name => PlainText.Tidy(name).Length > 0).WithMessage("Give the reply a name").Brief("The name", Reply.MaxName);
        RuleFor(reply => reply.Text).Cascade(CascadeMode.Stop)
            .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write what the author will read")
            .Must((reply, text) => PlainText.Fits(text, Reply.MaxText(reply.Kind ?? ReplyKind.Question)))
            .WithMessage(reply => $"The text must be {Reply.MaxText(reply.Kind ?? ReplyKind.Question):N0} characters or fewer")
            .Typed("The text")
            .Must(Gaps.AreWhole).WithMessage("Begin each gap with [ and end it with ], and say between them what goes there");
        RuleFor(reply => reply.Position).Must((reply, _) => reply.Place is not null).WithMessage($"Write a whole number from 0 to {Reply.MaxPosition}");
    }
}
