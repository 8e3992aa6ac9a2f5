using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;

namespace InfoStory.Sharing;

/// <summary>Enters stories for people who tell them to the team.</summary>
public sealed class AssistedEntry(StorySender sender, IValidator<EnterStory> rules, TimeProvider clock)
{
    /// <summary>
    /// Enters the story with its channel, who entered it, and the permission as it was given by that channel. The same secret, sent again
    /// or at once, is one story and the same answer.
    /// </summary>
    /// <returns>What the teller takes away.</returns>
    /// <exception cref="ValidationException">The command breaks a rule; nothing is kept.</exception>
    /// <exception cref="ConflictException">Another story was entered with this secret; nothing is kept.</exception>
    public async Task<Sent> EnterAsync(DraftSecret secret, EnterStory command, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        await rules.ValidateAndThrowAsync(command, cancellation);

        var now = clock.UtcNow;
        var draft = new Draft { KeyHash = secret.Hash, StartedAt = now, ExpiresAt = now };
        foreach (var answer in command.Answers) answer.WriteTo(draft);
        return await sender.EnterAsync(draft, secret, command.Channel!.Value, actor, cancellation);
    }
}
