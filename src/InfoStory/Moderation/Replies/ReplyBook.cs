using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Replies;

/// <summary>A reply as administrators see it.</summary>
public sealed record ReplyRow(Id<Reply> Id, int Revision, ReplyKind Kind, string Name, string Text, int Position, bool Retired);

/// <summary>A reply that somebody can start from.</summary>
public sealed record ReplyChoice(Id<Reply> Id, string Name, string Text);

/// <summary>What was done to a reply, by whom and when.</summary>
public sealed record ReplyChange(string Act, string By, DateTime At);

/// <summary>The replies that the team starts from; administrators keep them.</summary>
public sealed class ReplyBook(InfoStoryContext db, IValidator<EditReply> rules, TimeProvider clock)
{
    /// <summary>Under this subject history keeps what was done to replies.</summary>
    private const string Subject = "Replies";

    private const string OnlyAdministrators = "Only an administrator can change the replies.";

    /// <summary>Every reply, those that decline first, in their order. Some dozens of rows, one statement.</summary>
    public async Task<IReadOnlyList<ReplyRow>> ListAsync(CancellationToken cancellation) =>
        [.. Sorted(await db.Replies.AsNoTracking().ToListAsync(cancellation)).Select(ToRow)];

    /// <summary>What can be started from, in order; no retired ones. One statement.</summary>
    public async Task<IReadOnlyList<ReplyChoice>> OfferAsync(ReplyKind kind, CancellationToken cancellation) =>
        [.. Sorted(await db.Replies.AsNoTracking().Where(reply => reply.Kind == kind && !reply.Retired).ToListAsync(cancellation))
            .Select(reply => new ReplyChoice(reply.Id, reply.Name, reply.Text))];

    /// <summary>The words of one that is offered; null where there is none.</summary>
    public Task<string?> FindTextAsync(Id<Reply> id, ReplyKind kind, CancellationToken cancellation) =>
        db.Replies.AsNoTracking().Where(reply => reply.Id == id && reply.Kind == kind && !reply.Retired)
            .Select(reply => reply.Text).FirstOrDefaultAsync(cancellation);

    /// <exception cref="NotFoundException">There is no such reply.</exception>
    public async Task<ReplyRow> ShowAsync(Id<Reply> id, CancellationToken cancellation) =>
        ToRow(await db.Replies.AsNoTracking().FindAsync(reply => reply.Id == id, cancellation));

    /// <summary>The last 50 changes, newest first.</summary>
    public Task<List<ReplyChange>> HistoryAsync(CancellationToken cancellation) =>
        db.History.AsNoTracking().Where(entry => entry.Subject == Subject).OrderByDescending(entry => entry.Number)
            .Take(50).Select(entry => new ReplyChange(entry.Act.With(entry.Why), entry.By, entry.At)).ToListAsync(cancellation);

    /// <summary>Adds a reply. Administrators only.</summary>
    /// <exception cref="ConflictException">There is the same one already: the form was sent twice.</exception>
    public async Task AddAsync(EditReply command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        await rules.ValidateAndThrowAsync(command, cancellation);

        var reply = new Reply
        {
            Kind = command.Kind!.Value,
            Name = PlainText.Tidy(command.Name),
            Text = PlainText.Tidy(command.Text),
            Position = command.Place!.Value,
            Retired = command.Retired
        };
        // Whoever adds another at this moment waits for the history, and then finds this one.
        await db.TogetherAsync(
            async () =>
            {
                await HistoryChain.WaitAsync(db, cancellation);
                if (await db.Replies.AnyAsync(one => one.Kind == reply.Kind && one.Name == reply.Name && one.Text == reply.Text, cancellation))
                    throw new ConflictException("There is a reply with this name and these words already.");

                db.Replies.Add(reply);
                await SaveAsync(reply, [HistoryAct.Added], actor, cancellation);
            },
            cancellation);
    }

    /// <summary>Changes everything but the kind; also retires it and brings it back. Administrators only.</summary>
    /// <exception cref="NotFoundException">There is no such reply.</exception>
    /// <exception cref="ConflictException">Somebody saved it since the form was opened.</exception>
    public async Task ChangeAsync(Id<Reply> id, EditReply command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        var reply = await db.Replies.FindAsync(reply => reply.Id == id, cancellation);
        await rules.ValidateAndThrowAsync(command with { Kind = reply.Kind }, cancellation);
        reply.At(command.Revision);

        List<HistoryAct> acts = [];
        var (name, text, place) = (PlainText.Tidy(command.Name), PlainText.Tidy(command.Text), command.Place!.Value);
        if ((name, text, place) != (reply.Name, reply.Text, reply.Position)) acts.Add(HistoryAct.Edited);
        if (command.Retired != reply.Retired) acts.Add(command.Retired ? HistoryAct.Retired : HistoryAct.BroughtBack);
        if (acts.Count == 0) return;

        (reply.Name, reply.Text, reply.Position, reply.Retired) = (name, text, place, command.Retired);
        await SaveAsync(reply, acts, actor, cancellation);
    }

    private static IEnumerable<Reply> Sorted(IEnumerable<Reply> replies) =>
        replies.OrderBy(reply => reply.Kind).ThenBy(reply => reply.Position)
            .ThenBy(reply => reply.Name, StringComparer.OrdinalIgnoreCase).ThenBy(reply => reply.Id.Value);

    private static ReplyRow ToRow(Reply reply) => new(reply.Id, reply.Revision, reply.Kind, reply.Name, reply.Text, reply.Position, reply.Retired);

    private async Task SaveAsync(Reply reply, IEnumerable<HistoryAct> acts, Actor actor, CancellationToken cancellation)
    {
        foreach (var act in acts) db.History.Add(HistoryEntry.Of(Subject, act, actor, clock.UtcNow, reply.Name));
        await db.SaveOrConflictAsync(cancellation);
    }
}
