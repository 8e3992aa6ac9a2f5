using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Protection;

/// <summary>
/// The one gate between a story and anyone outside the team: what its author allows, as it stands now. Everything that is read for
/// a public page, a feed, an export, a letter or a briefing comes through here (docs/decisions/0016; GateTests follow it).
/// </summary>
public static class Gate
{
    /// <returns>The moment at which the consent ends.</returns>
    /// <exception cref="ConflictException">The author has not agreed, has changed their mind, or the consent has expired.</exception>
    public static DateTime MustAllow(this Story story, Audience audience, DateTime now)
    {
        return story.AllowedUntil(audience, now) ?? throw new ConflictException(NotAllowed(audience));
    }

    /// <summary>That the author has not agreed to this audience, as a sentence to the team.</summary>
    public static string NotAllowed(Audience audience) => audience switch
    {
        Audience.Website => "The author has not agreed to publication on this website.",
        Audience.NamedService => "The author has not agreed that this story goes to the service it is about.",
        Audience.PolicyMakers => "The author has not agreed that this story goes to policy makers.",
        Audience.Training => "The author has not agreed that this story is used in training.",
        Audience.Press => "The author has not agreed that this story goes to the press.",
        Audience.Social => "The author has not agreed that this story is used on social media.",
    };

    /// <summary>What the public may see now.</summary>
    public static IQueryable<T> Shown<T>(this IQueryable<T> set, DateTime now) where T : class, IShown =>
        set.Where(one => one.PublishedAt != null && one.PublicUntil > now);

    /// <summary>
    /// What was public once, so that its address can say that it is gone. Only which one it is may be asked of it, since when,
    /// and why the team took it down.
    /// </summary>
    public static IQueryable<T> WasShown<T>(this IQueryable<T> set) where T : class, IShown => set.Where(one => one.FirstPublishedAt != null);

    /// <summary>
    /// The stories that may be counted where the public sees it. Only a count of it may leave, and none that is small enough to point to a person.
    /// </summary>
    public static IQueryable<Story> ForCounting(this IQueryable<Story> stories) =>
        stories.Where(story => story.State != StoryState.Withdrawn && story.State != StoryState.Declined);

    /// <summary>Writes the gate out in a statement that is compiled once, because EF Core cannot look into <see cref="Shown"/> there.</summary>
    public static Expression<T> Through<T>(Expression<T> statement) where T : Delegate => (Expression<T>)new WriteOut().Visit(statement);

    private sealed class WriteOut : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType != typeof(Gate) || node.Method.Name != nameof(Shown)) return base.VisitMethodCall(node);

            var type = node.Method.GetGenericArguments()[0];
            var one = Expression.Parameter(type, "one");
            var (published, until) = (Expression.Property(one, nameof(IShown.PublishedAt)), Expression.Property(one, nameof(IShown.PublicUntil)));
            var shown = Expression.AndAlso(
                Expression.NotEqual(published, Expression.Constant(null, typeof(DateTime?))),
                Expression.GreaterThan(until, Expression.Convert(node.Arguments[1], typeof(DateTime?))));
            return Expression.Call(
                typeof(Queryable), nameof(Queryable.Where), [type], Visit(node.Arguments[0]), Expression.Quote(Expression.Lambda(shown, one)));
        }
    }
}
