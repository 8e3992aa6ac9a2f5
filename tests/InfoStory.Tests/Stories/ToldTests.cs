using System.Reflection;
using System.Runtime.CompilerServices;
using InfoStory.Stories;

namespace InfoStory.Tests.Stories;

public sealed class ToldTests
{
    [Fact]
    public void Nothing_that_was_told_can_be_set_from_outside_once_the_story_has_begun()
    {
        var answers = typeof(StoryAnswers).GetProperties().Select(answer => typeof(Story).GetProperty(answer.Name)).OfType<PropertyInfo>().ToList();

        var open = answers.Concat(typeof(HandOff).GetProperties()).Concat(typeof(MissingInformation).GetProperties()).Where(CanBeSet);

        Assert.Contains(answers, answer => answer.Name == nameof(Story.Told));
        Assert.Empty(open.Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));
        Assert.False(typeof(ICollection<HandOff>).IsAssignableFrom(typeof(Story).GetProperty(nameof(Story.HandOffs))!.PropertyType));
    }

    private static bool CanBeSet(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
