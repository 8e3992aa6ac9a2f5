using FluentValidation;
using InfoStory.Stories;

namespace InfoStory.Authors;

/// <summary>The six words as an author types them, in any case and with anything between them.</summary>
public sealed record EnterReceipt
{
    public string? Receipt { get; init; }
}

public sealed class EnterReceiptRules : AbstractValidator<EnterReceipt>
{
    /// <summary>
    /// One sentence for words that are not in the list and for words that open nothing, so that nobody can sort one from the other. <see cref="MyStory"/> says
    /// it.
    /// </summary>
    internal const string OpensNothing = "These six words do not open a story. Check how each one is spelt, and that they are in the right order";

    public EnterReceiptRules()
    {
        RuleFor(entered => entered.Receipt).Cascade(CascadeMode.Stop)
            .Must(typed => !string.IsNullOrWhiteSpace(typed)).WithMessage("Enter your six words")
            .Must(typed => Receipt.Count(typed) == Receipt.Length).WithMessage("Enter all six words, with a space between them");
    }
}
