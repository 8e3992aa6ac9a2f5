using FluentValidation;
using InfoStory.Data;
using InfoStory.Moderation.Queue;
using InfoStory.Moderation.Replies;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Bulk;

public enum BulkKind
{
    Tag,
    Assign,
    DeclineAsSpam,
}

/// <summary>One act on many stories, each at the revision at which it was chosen.</summary>
public sealed record ActOnMany
{
    /// <summary>As many stories as one act may touch.</summary>
    public const int Most = 500;

    public List<StoryAtRevision> Stories { get; init; } = [];

    public BulkKind? Act { get; init; }

    /// <summary>The tag that is added.</summary>
    public Id<Tag>? Tag { get; init; }

    /// <summary>The number of the colleague who gets them.</summary>
    public long? To { get; init; }

    /// <summary>What the authors read where their stories are declined.</summary>
    public string? Reason { get; init; } = FirstReplies.Spam;
}

public sealed class ActOnManyRules : AbstractValidator<ActOnMany>
{
    public ActOnManyRules(InfoStoryContext db)
    {
        RuleFor(many => many.Stories).Must(stories => stories.Count > 0).WithMessage("Tick at least one story");
        RuleFor(many => many.Stories).Must(stories => stories.Count <= ActOnMany.Most).WithMessage($"Tick {ActOnMany.Most} stories or fewer");
        RuleFor(many => many.Act).Cascade(CascadeMode.Stop).NotNull()
            .WithMessage("Choose what to do with them").IsInEnum().WithMessage("Choose what to do with them");
        RuleFor(many => many.Tag).MustAsync(async (tag, cancellation) => tag is not null
            && await db.Tags.AnyAsync(one => one.Id == tag && one.Facet != Facet.Service && (!one.Retired || one.MergedIntoId != null), cancellation))
            .When(many => many.Act == BulkKind.Tag).WithMessage("Choose the tag to add");
        RuleFor(many => many.To).NotNull().When(many => many.Act == BulkKind.Assign).WithMessage("Choose a colleague");
        RuleFor(many => many.Reason).Cascade(CascadeMode.Stop)
            .Must(reason => PlainText.Tidy(reason).Length > 0).WithMessage("Tell the authors why you decline their stories")
            .Brief("The reason", Story.MaxReason).MustHaveNoGap(db).When(many => many.Act == BulkKind.DeclineAsSpam);
    }
}
