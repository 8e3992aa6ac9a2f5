using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Architecture.Sample;

// Ways of extending a context, a set or a query.
internal static class Effects
{
    public static Task OnContext(this InfoStoryContext db) => db.SaveChangesAsync();

    public static void OnAnyContext(this DbContext db) => db.InPrivate();

    private static void InPrivate(this DbContext db) => db.ChangeTracker.Clear();

    public static int OnArgument<T>(this T db) where T : DbContext => db.SaveChanges();

    public static void OnSet(this DbSet<Story> stories) => stories.RemoveRange(stories);

    public static Task<int> OnQuery(this IQueryable<Story> stories) => stories.ExecuteDeleteAsync();

    public static Task<List<Story>> Reading(this IOrderedQueryable<Story> stories) => stories.ToListAsync();

    public static IQueryable<Story> Query(this IQueryable<Story> stories) => stories.Where(story => story.EnteredBy != null);

    public static void OnEntity(this Story story) => story.CallBack();

    public static void WithoutThis(InfoStoryContext db) => db.ChangeTracker.Clear();

    extension(InfoStoryContext db)
    {
        public void InBlock() => db.ChangeTracker.Clear();

        public IQueryable<Story> QueryInBlock() => db.Stories;

        public Expression<Func<Story, bool>> Condition() => story => db.Set<Message>().Any(message => message.StoryId == story.Id);
    }
}
