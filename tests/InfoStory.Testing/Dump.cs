using System.Text;
using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Testing;

public static class Dump
{
    /// <summary>Every value of every row of every table but those named, as text.</summary>
    public static async Task<string> OfAsync(InfoStoryContext db, params string[] except)
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Except(except))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            text.Append(table).Append('\n');
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                    text.Append(rows.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : rows.GetValue(column)).Append('\n');
            }
        }

        return text.ToString();
    }
}
