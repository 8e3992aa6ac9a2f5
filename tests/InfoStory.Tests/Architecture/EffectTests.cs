using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using InfoStory.Data;
using InfoStory.Tests.Architecture.Sample;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Architecture;

/// <summary>
/// What changes rows is a service that a constructor names. Outside Data an extension of the context, of a set or of a query only words a
/// query: it returns one, or a condition for one, and runs nothing.
/// </summary>
public sealed class EffectTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Outside_Data_no_extension_of_the_context_or_of_a_query_does_anything()
    {
        var outside = typeof(InfoStoryContext).Assembly.GetTypes().Where(type => type.Namespace != typeof(InfoStoryContext).Namespace);

        var hidden = outside.SelectMany(Extensions).Where(extension => !OnlyWordsAQuery(extension));

        Assert.Empty(hidden.Select(extension => $"{extension.DeclaringType!.FullName}.{extension.Name}"));
    }

    [Fact]
    public void Every_way_of_extending_them_is_seen()
    {
        var seen = Extensions(typeof(Effects)).ToLookup(OnlyWordsAQuery, extension => extension.Name);

        Assert.Equal(
            ["InBlock", "InPrivate", "OnAnyContext", "OnArgument", "OnContext", "OnQuery", "OnSet", "Reading"], seen[false].Order(StringComparer.Ordinal));
        Assert.Equal(["Condition", "Query", "QueryInBlock"], seen[true].Order(StringComparer.Ordinal));
    }

    /// <summary>Also what is written in an extension block: it is compiled into such a method.</summary>
    private static IEnumerable<MethodInfo> Extensions(Type type) =>
        type.GetMethods(Any).Where(method => method.IsDefined(typeof(ExtensionAttribute)) && IsDatabase(method.GetParameters()[0].ParameterType));

    private static bool IsDatabase(Type receiver) => receiver.IsGenericParameter
        ? receiver.GetGenericParameterConstraints().Any(IsDatabase)
        : receiver.IsAssignableTo(typeof(DbContext)) || receiver.IsAssignableTo(typeof(IQueryable));

    private static bool OnlyWordsAQuery(MethodInfo extension) =>
        extension.ReturnType.IsAssignableTo(typeof(IQueryable)) || extension.ReturnType.IsAssignableTo(typeof(Expression));
}
