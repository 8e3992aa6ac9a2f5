using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Tags;

namespace InfoStory.TagUpkeep;

/// <summary>What administrators do to one tag. Every change begins a new edition, because public pages name tags.</summary>
public sealed class TagEditing(InfoStoryContext db, IValidator<EditTag> rules, TagNames names, IWordsOfTeam words, TimeProvider clock)
{
    internal const string OnlyAdministrators = "Only an administrator can change tags.";

    /// <summary>Under what history keeps the acts on a tag: each slug that it ever had belongs to it alone.</summary>
    public static string Subject(string slug) => $"tag {slug}";

    /// <summary>Adds a tag to a facet; it is offered from now on.</summary>
    /// <returns>The slug of the new tag.</returns>
    /// <exception cref="ValidationException">The command breaks a rule, or a name or word is taken.</exception>
    public async Task<string> AddAsync(EditTag command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        await rules.ValidateAsync(command, options => options.IncludeRuleSets("default", EditTagRules.Adding).ThrowOnFailures(), cancellation);
        var (name, facet) = (PlainText.Tidy(command.Name), command.Facet!.Value);

        var tag = new Tag { Facet = facet, Name = name, Slug = await names.SlugForAsync(name, facet, null, nameof(EditTag.Name), cancellation) };
        await words.PassAsync(Subject(tag.Slug), command.NewWords(null), command.WhyPublic, actor, cancellation);
        await DescribeAsync(tag, command, cancellation);
        db.Tags.Add(tag);
        await SaveAsync(tag.Slug, HistoryAct.Added, actor, cancellation);

        return tag.Slug;
    }

    /// <summary>Changes name, heading and other words. Where the name gives another slug, the one before goes on leading here.</summary>
    /// <returns>The slug that it has now.</returns>
    /// <exception cref="NotFoundException">No tag has this slug.</exception>
    /// <exception cref="ConflictException">Somebody changed the tag since the form was opened.</exception>
    /// <exception cref="ValidationException">The command breaks a rule, or a name or word is taken.</exception>
    public async Task<string> ChangeAsync(string slug, EditTag command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        await rules.ValidateAndThrowAsync(command, cancellation);
        var tag = await names.FindAsync(slug, command.Revision, cancellation);

        var (name, before) = (PlainText.Tidy(command.Name), tag.Slug);
        var renamed = name != tag.Name;
        await words.PassAsync(Subject(before), command.NewWords(tag), command.WhyPublic, actor, cancellation);
        if (renamed) tag.Rename(name, await names.SlugForAsync(name, tag.Facet, tag.Id, nameof(EditTag.Name), cancellation));
        await DescribeAsync(tag, command, cancellation);
        db.Touch(tag);
        await SaveAsync(before, renamed ? HistoryAct.Renamed : HistoryAct.Edited, actor, cancellation, renamed ? tag.Slug : null);

        return tag.Slug;
    }

    /// <summary>Not offered any more; what carries it keeps it, and its link works.</summary>
    /// <exception cref="NotFoundException">No tag has this slug.</exception>
    /// <exception cref="ConflictException">Somebody changed the tag since the page was opened, or it is not offered.</exception>
    public Task RetireAsync(string slug, int revision, Actor actor, CancellationToken cancellation) =>
        ActAsync(slug, revision, HistoryAct.Retired, actor, tag => tag.Retire(), cancellation);

    /// <summary>Offered again, also where it was split: what was decided stays.</summary>
    /// <inheritdoc cref="RetireAsync"/>
    public Task BringBackAsync(string slug, int revision, Actor actor, CancellationToken cancellation) =>
        ActAsync(slug, revision, HistoryAct.BroughtBack, actor, tag => tag.BringBack(), cancellation);

    private async Task ActAsync(string slug, int revision, HistoryAct act, Actor actor, Action<Tag> verb, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        var tag = await names.FindAsync(slug, revision, cancellation);

        verb(tag);
        db.Touch(tag);
        await SaveAsync(tag.Slug, act, actor, cancellation);
    }

    private async Task DescribeAsync(Tag tag, EditTag command, CancellationToken cancellation)
    {
        var synonyms = command.SynonymList;
        await names.MustBeFreeAsync(synonyms, tag.Name, tag.Facet, tag.Id.Value == 0 ? null : tag.Id, nameof(EditTag.Synonyms), cancellation);
        tag.Group = PlainText.TidyOrNull(command.Group);
        tag.SetSynonyms(synonyms);
    }

    private async Task SaveAsync(string slug, HistoryAct act, Actor actor, CancellationToken cancellation, string? detail = null)
    {
        db.History.Add(HistoryEntry.Of(Subject(slug), act, actor, clock.UtcNow, detail));
        await db.SaveOrConflictAsync(cancellation);
    }
}
