using System.Data.Common;
using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfoStory.Testing;

/// <summary>
/// Fails where rows that public pages are made of are changed by a statement of their own, without an edition. Whatever is saved from the
/// change tracker has one by itself.
/// </summary>
public sealed class UnseenChanges : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete && eventData.Context is InfoStoryContext db
            && !db.ChangeTracker.Entries<Edition>().Any() && PublicTables(db).FirstOrDefault(table => Changes(command.CommandText, table)) is { } changed)
            throw new InvalidOperationException($"{changed} is changed without a new edition. Call BeginEdition and save in the same transaction.");
        return result;
    }

    private static IEnumerable<string> PublicTables(InfoStoryContext db) =>
        db.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IPublic))).Select(entity => entity.GetTableName()!);

    /// <summary>Whether it is the table that the statement begins with: UPDATE "Tags", DELETE FROM "Tags", and the same in brackets.</summary>
    private static bool Changes(string sql, string table) =>
        sql.Split('\n')[0].Contains($"\"{table}\"", StringComparison.Ordinal) || sql.Contains($"FROM [{table}]", StringComparison.Ordinal);
}
