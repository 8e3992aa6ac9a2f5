using Microsoft.EntityFrameworkCore;

namespace InfoStory.Data;

/// <summary>Keeps the secrets that all web processes on one database share.</summary>
public sealed class Secrets(IDbContextFactory<InfoStoryContext> contexts)
{
    /// <summary>True where a process has made it already; nothing is made.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The secret of that name; the first process to ask makes it, and all others see the same.</summary>
    public string GetOrAdd(string name, Func<string> make)
    {
        if (Find(name) is { } known) return known;

        try
        {
            Add(name, make());
        }
        catch (DbUpdateException) when (Find(name) is not null)
        {
            // Another process was first; its value is read below.
        }

        return Find(name)!;
    }

    private void Add(string name, string value)
    {
        using var db = contexts.CreateDbContext();
        db.Add(new Secret { Name = name, Value = value });
        db.SaveChanges();
    }

    private string? Find(string name)
    {
        using var db = contexts.CreateDbContext();
        return db.Set<Secret>().AsNoTracking().Where(secret => secret.Name == name).Select(secret => secret.Value).FirstOrDefault();
    }
}
