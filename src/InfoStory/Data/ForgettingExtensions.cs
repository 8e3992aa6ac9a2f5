using System.Collections;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Data;

internal static class ForgettingExtensions
{
    /// <summary>
    /// Blanks everything of a tracked entity that the model knows, but its key, its revision and what is named here: null where that may be, else
    /// empty, zero or no. What it owns and the rows that only belong to it are deleted. So a field that is added tomorrow is forgotten, unless
    /// somebody writes down that it stays.
    /// </summary>
    /// <param name="kept">Names of properties and navigations.</param>
    public static async Task ForgetAllButAsync<T>(this InfoStoryContext db, T entity, IReadOnlySet<string> kept, CancellationToken cancellation) where T : class
    {
        var entry = db.Entry(entity);
        if (entry.ComplexProperties.Any(one => !kept.Contains(one.Metadata.Name))) throw new NotSupportedException("Complex types are not forgotten yet.");

        foreach (var property in entry.Properties.Where(one => IsContent(one.Metadata) && !kept.Contains(one.Metadata.Name)))
            property.CurrentValue = Blank(property.Metadata);

        // What only points at another entity follows its foreign key, which was blanked above.
        foreach (var navigation in entry.Navigations.Where(one => !kept.Contains(one.Metadata.Name) && one.Metadata is not INavigation { IsOnDependent: true }))
        {
            await navigation.LoadAsync(cancellation);
            if (navigation is CollectionEntry { CurrentValue: IList rows }) rows.Clear();
            else navigation.CurrentValue = null;
        }
    }

    private static bool IsContent(IProperty property) => !property.IsPrimaryKey() && !property.IsConcurrencyToken;

    private static object? Blank(IProperty property) => property switch
    {
        { IsNullable: true } => null,
        { ClrType: var type } when type == typeof(string) => "",
        { ClrType.IsArray: true } => Array.CreateInstance(property.ClrType.GetElementType()!, 0),
        _ when property.IsForeignKey() => throw new NotSupportedException($"{property.DeclaringType.Name} cannot be without {property.Name}."),
        _ => Activator.CreateInstance(property.ClrType),
    };
}
