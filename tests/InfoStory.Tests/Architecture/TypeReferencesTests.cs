using InfoStory.Testing.Architecture;

namespace InfoStory.Tests.Architecture;

/// <summary>The reader that the guards rely on sees every way of naming a type: Sample has two rooms, and each of its types breaks the rule once.</summary>
public sealed class TypeReferencesTests
{
    private static readonly Rooms Sample = new("InfoStory.Tests.Architecture.Sample", "Left", "Right");

    [Fact]
    public void Every_way_of_naming_a_type_is_seen()
    {
        var wrong = Sample.Wrong(TypeReferences.In(typeof(TypeReferencesTests).Assembly))
            .Select(sentence => sentence.Replace("`1", "", StringComparison.Ordinal));

        Assert.Equal(
            [
                "ByArgument: Argument", "ByArray: InArray", "ByAttribute: MarkAttribute", "ByAwaiting: Awaited", "ByBase: Base", "ByCall: Called",
                "ByCast: Cast", "ByCatching: CaughtException", "ByConstraint: Constraint", "ByConstruction: Made", "ByField: InField", "ByInterface: IAct",
                "ByLambda: Lambda",
                "ByLocal: Local", "ByMethodArgument: MethodArgument", "ByNested: Around", "ByParameter: InParameter", "ByProperty: InProperty",
                "ByReturning: Local",
                "ByTypeInAttribute: InMark", "ByTypeInAttribute: MarkOfAttribute", "ByTypeOf: TypeOf",
            ],
            wrong.Select(sentence => sentence.Split(' ')).Select(words => $"{words[0]}: {words[4]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_room_may_name_itself_and_what_is_to_its_left()
    {
        TypeName left = new("A", "Root.Left", "L"), within = new("A", "Root.Left.Within", "W"), right = new("A", "Root.Right", "R");
        var rooms = new Rooms("Root", "Left", "Right");

        Assert.Empty(rooms.Wrong([new(right, left), new(right, within), new(left, within), new(within, left), new(left, new("A", "Rooted.Right", "R"))]));
        Assert.Equal(["W (room Left) names R (room Right to the right)"], rooms.Wrong([new(within, right)]));
    }
}
