using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>One passkey: its identity in hexadecimal, what the person knows it by, and when it was added.</summary>
public sealed record PasskeyRow(string Id, string Name, DateTime AddedAt);

/// <summary>What an account has beside its password.</summary>
public sealed record SecondFactor(bool HasApp, IReadOnlyList<PasskeyRow> Passkeys, int RecoveryCodes)
{
    public bool IsSetUp => HasApp || Passkeys.Count > 0;
}

public enum CodeAnswer
{
    Wrong,
    Right,
    TooMany,
}

/// <summary>
/// The authenticator app, the recovery codes and the list of passkeys of members of staff. Whatever changes them ends the sessions of the
/// account, because these began without it.
/// </summary>
public sealed class SecondFactors(InfoStoryContext db, AuthenticatorSeal seal, StaffHistory history, TimeProvider clock)
{
    /// <summary>After so many codes none is tried for a while, whoever types them: only somebody with the password gets this far.</summary>
    public const int MostCodes = 5;

    private const string WrongCode = "This code is not right, or was used already. Wait for the next one in your app and type that";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>What this person has set up: the app, passkeys, and how many recovery codes are left. Three statements.</summary>
    public async Task<SecondFactor> OfAsync(long staffId, CancellationToken cancellation)
    {
        var passkeys = await db.Passkeys.AsNoTracking().Where(passkey => passkey.UserId == staffId).ToListAsync(cancellation);
        return new(
            await db.Staff.AnyAsync(staff => staff.Id == staffId && staff.AuthenticatorKey != null, cancellation),
            [.. passkeys.OrderBy(passkey => passkey.Data.CreatedAt)
                .Select(passkey => new PasskeyRow(Name(passkey.CredentialId), passkey.Data.Name ?? "Passkey", passkey.Data.CreatedAt.UtcDateTime))],
            await db.Set<StaffRecoveryCode>().CountAsync(code => code.StaffId == staffId, cancellation));
    }

    /// <summary>True where this person has an app or a passkey.</summary>
    public async Task<bool> IsSetUpAsync(long staffId, CancellationToken cancellation) =>
        await db.Staff.AnyAsync(staff => staff.Id == staffId && staff.AuthenticatorKey != null, cancellation)
        || await db.Passkeys.AnyAsync(passkey => passkey.UserId == staffId, cancellation);

    /// <summary>Takes this key for the authenticator app, in place of any other, once the person has shown that their app has it.</summary>
    /// <returns>Recovery codes, where the account has none left; else nothing.</returns>
    /// <exception cref="ValidationException">The code does not belong to the key.</exception>
    public async Task<IReadOnlyList<string>> SetUpAppAsync(long staffId, byte[] key, string? code, CancellationToken cancellation)
    {
        if (Totp.StepOf(key, code, clock.UtcNow) is not { } step) throw new ValidationException([new ValidationFailure("Code", WrongCode)]);

        var person = await FindAsync(staffId, cancellation);
        (person.AuthenticatorKey, person.AuthenticatorStep) = (seal.Seal(key), step);
        (person.CodesTried, person.CodesAnewAt) = (0, null);
        return await GainAsync(person, HistoryAct.AppSetUp, cancellation);
    }

    /// <summary>Writes down that a passkey was added.</summary>
    /// <returns>Recovery codes, where the account has none left; else nothing.</returns>
    public async Task<IReadOnlyList<string>> PasskeyAddedAsync(long staffId, CancellationToken cancellation) =>
        await GainAsync(await FindAsync(staffId, cancellation), HistoryAct.PasskeyAdded, cancellation);

    /// <summary>
    /// Tries a code of the app. It counts before it is looked at, and a right one counts once: neither hanging up nor a thousand at once are a way
    /// round.
    /// </summary>
    public async Task<CodeAnswer> TryCodeAsync(long staffId, string? code)
    {
        var now = clock.UtcNow;
        await db.Staff.Where(staff => staff.Id == staffId && staff.CodesAnewAt <= now).ExecuteUpdateAsync(
            set => set.SetProperty(staff => staff.CodesTried, 0).SetProperty(staff => staff.CodesAnewAt, (DateTime?)null), CancellationToken.None);
        var anew = now + Pause;
        if (await db.Staff.Where(staff => staff.Id == staffId && staff.CodesTried < MostCodes)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(staff => staff.CodesTried, staff => staff.CodesTried + 1).SetProperty(staff => staff.CodesAnewAt, anew),
                    CancellationToken.None) == 0) return CodeAnswer.TooMany;

        var closed = await db.Staff.Where(staff => staff.Id == staffId && staff.ClosedAt == null)
            .Select(staff => staff.AuthenticatorKey).FirstOrDefaultAsync(CancellationToken.None);
        if (closed is null || Totp.StepOf(seal.Open(closed), code, now) is not { } step) return CodeAnswer.Wrong;

        return await db.Staff
            .Where(staff => staff.Id == staffId && staff.AuthenticatorKey == closed && (staff.AuthenticatorStep == null || staff.AuthenticatorStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(staff => staff.AuthenticatorStep, step).SetProperty(staff => staff.CodesTried, 0).SetProperty(
                staff => staff.CodesAnewAt, (DateTime?)null), CancellationToken.None) == 1
            ? CodeAnswer.Right
            : CodeAnswer.Wrong;
    }

    /// <summary>Uses a recovery code up and writes that down, both or neither.</summary>
    /// <returns>False where it was never one of this account, or was used.</returns>
    public async Task<bool> TryRecoveryCodeAsync(long staffId, string? code)
    {
        var hash = StaffRecoveryCode.HashOf(staffId, code ?? "");
        if (await db.Set<StaffRecoveryCode>().FirstOrDefaultAsync(known => known.StaffId == staffId && known.Hash == hash, CancellationToken.None)
            is not { } known) return false;

        db.Remove(known);
        try
        {
            await history.AddAsync(staffId, HistoryAct.RecoveryCodeUsed, CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used it at the same moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Ten new codes in place of all that there were.</summary>
    /// <exception cref="ConflictException">There is no second factor that they could stand in for.</exception>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(long staffId, CancellationToken cancellation)
    {
        if (!await IsSetUpAsync(staffId, cancellation)) throw new ConflictException("Set up a second factor first");

        db.RemoveRange(await db.Set<StaffRecoveryCode>().Where(code => code.StaffId == staffId).ToListAsync(cancellation));
        var codes = MakeCodes(staffId);
        history.Note(staffId, HistoryAct.RecoveryCodesMade, Actor.System);
        await db.SaveChangesAsync(cancellation);
        return codes;
    }

    /// <summary>Forgets the authenticator app. Removing it twice changes nothing.</summary>
    /// <param name="keepOne">Whether the account must keep a second factor.</param>
    /// <exception cref="ConflictException">It is the only one.</exception>
    public async Task RemoveAppAsync(long staffId, bool keepOne, CancellationToken cancellation)
    {
        var all = await OfAsync(staffId, cancellation);
        if (!all.HasApp) return;

        MustKeep(all with { HasApp = false }, keepOne);
        var person = await FindAsync(staffId, cancellation);
        (person.AuthenticatorKey, person.AuthenticatorStep) = (null, null);
        await ChangeAsync(person, HistoryAct.AppRemoved, Actor.System, cancellation);
    }

    /// <summary>Forgets one passkey. Removing it twice changes nothing.</summary>
    /// <param name="passkey">As in <see cref="PasskeyRow.Id"/>.</param>
    /// <exception cref="ConflictException">It is the only second factor.</exception>
    public async Task RemovePasskeyAsync(long staffId, string? passkey, bool keepOne, CancellationToken cancellation)
    {
        var all = await OfAsync(staffId, cancellation);
        var left = all.Passkeys.Where(row => row.Id != passkey).ToList();
        if (left.Count == all.Passkeys.Count) return;

        MustKeep(all with { Passkeys = left }, keepOne);
        var mine = await db.Passkeys.Where(row => row.UserId == staffId).ToListAsync(cancellation);
        db.RemoveRange(mine.Where(row => Name(row.CredentialId) == passkey));
        await ChangeAsync(await FindAsync(staffId, cancellation), HistoryAct.PasskeyRemoved, Actor.System, cancellation);
    }

    /// <summary>Takes every second factor away, for somebody who has lost them; they set up new ones when they sign in next.</summary>
    /// <exception cref="NotFoundException">There is no such account.</exception>
    public async Task ResetAsync(long staffId, Actor actor, CancellationToken cancellation)
    {
        var person = await FindAsync(staffId, cancellation);
        await ForgetAsync(person, cancellation);
        await ChangeAsync(person, HistoryAct.SecondFactorReset, actor, cancellation);
    }

    /// <summary>Takes every second factor away with the next save.</summary>
    public async Task ForgetAsync(StaffMember person, CancellationToken cancellation)
    {
        (person.AuthenticatorKey, person.AuthenticatorStep, person.CodesTried, person.CodesAnewAt) = (null, null, 0, null);
        db.RemoveRange(await db.Passkeys.Where(row => row.UserId == person.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<StaffRecoveryCode>().Where(code => code.StaffId == person.Id).ToListAsync(cancellation));
    }

    private async Task<IReadOnlyList<string>> GainAsync(StaffMember person, HistoryAct act, CancellationToken cancellation)
    {
        var codes = await db.Set<StaffRecoveryCode>().AnyAsync(code => code.StaffId == person.Id, cancellation) ? [] : MakeCodes(person.Id);
        await ChangeAsync(person, act, Actor.System, cancellation);
        return codes;
    }

    private async Task ChangeAsync(StaffMember person, HistoryAct act, Actor actor, CancellationToken cancellation)
    {
        person.EndSessions();
        history.Note(person.Id, act, actor);
        await db.SaveOrConflictAsync(cancellation);
    }

    private List<string> MakeCodes(long staffId)
    {
        List<string> codes = [.. Enumerable.Range(0, StaffRecoveryCode.Many).Select(_ => StaffRecoveryCode.NewCode())];
        db.AddRange(codes.Select(code => new StaffRecoveryCode { StaffId = staffId, Hash = StaffRecoveryCode.HashOf(staffId, code) }));
        return codes;
    }

    private async Task<StaffMember> FindAsync(long staffId, CancellationToken cancellation) =>
        await db.Staff.FirstOrDefaultAsync(staff => staff.Id == staffId, cancellation) ?? throw new NotFoundException("The account");

    private static void MustKeep(SecondFactor left, bool keepOne)
    {
        if (keepOne && !left.IsSetUp) throw new ConflictException("This is your only second factor. Set up another one first");
    }

    private static string Name(byte[] credential) => Convert.ToHexString(credential);
}
