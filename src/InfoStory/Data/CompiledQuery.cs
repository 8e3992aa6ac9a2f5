using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Data;

/// <summary>A query that is compiled once for each model: EF Core binds it to the first, and two databases in one process have two.</summary>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
{
    private readonly ConcurrentDictionary<IModel, TQuery> byModel = new();

    public TQuery For(DbContext db) => byModel.GetOrAdd(db.Model, _ => compile());
}
