using InfoStory.Tests.Architecture.Sample.Right;

namespace InfoStory.Tests.Architecture.Sample.Left.Within;

// Each of these names one type to its right, and in one way only.
internal sealed class ByBase : Base;

internal sealed class ByInterface : IAct;

internal sealed class ByArgument : List<Dictionary<int, Argument?>>;

internal sealed class ByField
{
    internal readonly InField? Field = null!;
}

internal sealed class ByProperty
{
    public static InProperty? Property => null;
}

internal abstract class ByParameter
{
    public abstract void Take(ref InParameter? one);
}

internal abstract class ByArray
{
    public abstract InArray[][]? Give();
}

internal sealed class ByConstraint<T> where T : Constraint;

internal abstract class ByReturning
{
    public abstract Local Give();
}

internal sealed class ByLocal
{
    public static bool Say(ByReturning one)
    {
        var local = one.Give();
        return local.Equals(one) && local.Equals(local);
    }
}

internal sealed class ByConstruction
{
    public static object Make() => new Made();
}

internal sealed class ByCast
{
    public static bool Is(object one) => one is Cast;
}

internal sealed class ByTypeOf
{
    public static string Name => typeof(TypeOf).Name;
}

internal sealed class ByMethodArgument
{
    public static object Give() => Array.Empty<MethodArgument>();
}

internal sealed class ByLambda
{
    public static Func<int, object> Later(int more) => number => number + more > 0 ? new Lambda() : more;
}

internal sealed class ByAwaiting
{
    public static async Task<bool> IsAsync(Task<object> one) => await one is Awaited;
}

internal sealed class ByCatching
{
    public static void Run(Action act)
    {
        try
        {
            act();
        }
        catch (CaughtException)
        {
            // Only named.
        }
    }
}

[Mark]
internal sealed class ByAttribute;

internal sealed class ByTypeInAttribute
{
    [MarkOf(typeof(InMark))]
    public static int Number => 1;
}

internal sealed class ByCall
{
    public static int Ask() => 1.Of();
}

internal sealed class ByNested
{
    public static bool Is(object one) => one is Around.Nested;
}

internal sealed class ByNothing
{
    public static string Say() => nameof(Base);
}
