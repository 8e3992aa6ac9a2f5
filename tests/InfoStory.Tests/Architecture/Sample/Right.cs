namespace InfoStory.Tests.Architecture.Sample.Right;

public class Base;

public interface IAct;

public sealed class Argument;

public sealed class InField;

public sealed class InProperty;

public sealed class InParameter;

public sealed class InArray;

public class Constraint;

public sealed class Local;

public sealed class Made;

public sealed class Cast;

public sealed class TypeOf;

public sealed class MethodArgument;

public sealed class Lambda;

public sealed class Awaited;

public sealed class CaughtException : Exception;

[AttributeUsage(AttributeTargets.All)]
public sealed class MarkAttribute : Attribute;

[AttributeUsage(AttributeTargets.All)]
public sealed class MarkOfAttribute(Type type) : Attribute
{
    public Type Type => type;
}

public sealed class InMark;

public static class Called
{
    public static int Of(this int number) => number;
}

public static class Around
{
    public sealed class Nested;
}
