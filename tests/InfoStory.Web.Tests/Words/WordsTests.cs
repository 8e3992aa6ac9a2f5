using System.Reflection;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.Words;

public sealed class WordsTests
{
    private const string Room = "InfoStory.Web.Words";

    private static readonly MethodInfo[] Naming =
    [
        .. typeof(SiteOptions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(string) && method.GetParameters() is [var first, ..] && EnumOf(first) is not null),
    ];

    public static TheoryData<string> Methods => [.. Naming.Where(method => method.DeclaringType!.Namespace == Room).Select(Name)];

    [Theory, MemberData(nameof(Methods))]
    public void Every_value_has_words_that_are_not_its_name_in_the_code(string name)
    {
        var method = Naming.Single(one => Name(one) == name);
        var mayBeSilent = new NullabilityInfoContext().Create(method.ReturnParameter).ReadState == NullabilityState.Nullable;

        var said = Calls(method).Select(call => (string?)method.Invoke(null, call)).ToList();

        Assert.All(said, words => Assert.True(mayBeSilent && words is null || !string.IsNullOrWhiteSpace(words), "A value has no words"));
        Assert.DoesNotContain(said, words => words is not null && IsNameInCode(words));
    }

    [Fact]
    public void An_enum_is_put_in_words_in_one_room_only() =>
        Assert.Empty(Naming.Where(method => method.DeclaringType!.Namespace != Room).Select(Name));

    /// <summary>Whether a capital follows a small letter, as in InReview.</summary>
    private static bool IsNameInCode(string words) => words.Zip(words.Skip(1)).Any(pair => char.IsLower(pair.First) && char.IsUpper(pair.Second));

    /// <summary>Each value with everything else that the method asks for.</summary>
    private static IEnumerable<object[]> Calls(MethodInfo method) =>
        method.GetParameters().Aggregate(
            (IEnumerable<object[]>)[[]], (calls, parameter) => calls.SelectMany(_ => Values(parameter), (call, value) => (object[])[.. call, value]));

    private static IEnumerable<object> Values(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when EnumOf(parameter) is { } kind => Enum.GetValues(kind).Cast<object>().Where(value => !IsNoneOfMany(kind, value)),
        var type when type == typeof(bool) => [true, false],
        var type when type == typeof(int) => [1, 2],
        var type when type == typeof(string) => ["Early help"],
        var type when type == typeof(DateOnly) => [new DateOnly(2026, 3, 2)],
        var type => throw new NotSupportedException($"Say here what this test should pass for a {type.Name}"),
    };

    private static bool IsNoneOfMany(Type kind, object value) => kind.IsDefined(typeof(FlagsAttribute)) && Convert.ToInt64(value) == 0;

    private static Type? EnumOf(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum && type.Assembly == typeof(StoryState).Assembly ? type : null;
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}({method.GetParameters()[0].ParameterType.Name})";
}
