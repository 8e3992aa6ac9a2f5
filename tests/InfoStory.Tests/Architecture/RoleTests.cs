using System.Reflection;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;

namespace InfoStory.Tests.Architecture;

/// <summary>Every verb of a service that says who acts asks first whether they may, so that it does not rest on the folder of a page alone.</summary>
public sealed class RoleTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    /// <summary>They write down for others who was asked already, or act for the command line.</summary>
    private static readonly HashSet<Type> Asked = [typeof(HistoryErasure), typeof(StaffHistory), typeof(SecondFactors), typeof(AuthorNotifier)];

    public static TheoryData<string> Verbs => [.. Found.Keys];

    private static Dictionary<string, MethodInfo> Found { get; } = typeof(InfoStoryContext).Assembly.GetTypes()
        .Where(type => type is { IsPublic: true, IsClass: true } && !Asked.Contains(type)).SelectMany(type => type.GetMethods(Own))
        .Where(method => method.ReturnType.IsAssignableTo(typeof(Task)) && method.GetParameters().Any(given => given.ParameterType == typeof(Actor)))
        .ToDictionary(
            method => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(given => given.ParameterType.Name))})",
            StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Somebody_without_a_role_is_refused_whatever_they_ask_for(string verb)
    {
        await using var database = await TestDatabase.NewAsync();
        var (method, nobody) = (Found[verb], new Actor(1, "nobody@example.org", Roles.None));
        var service = database.Get<IServiceProvider>().GetService(method.DeclaringType!);

        var refused = await Record.ExceptionAsync(() =>
            (Task)method.Invoke(service, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(given => Given(given, nobody))], null)!);

        Assert.IsType<ForbiddenException>(refused);
    }

    private static object? Given(ParameterInfo parameter, Actor actor) => parameter.ParameterType switch
    {
        var type when type == typeof(Actor) => actor,
        var type when type == typeof(string) => "IS-7F3K-92",
        var type when type == typeof(DraftSecret) => DraftSecret.New(),
        var type when type.IsValueType || type.GetConstructor([]) is not null => Activator.CreateInstance(type),
        _ => null,
    };
}
