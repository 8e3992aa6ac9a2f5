using InfoStory.Data;
using InfoStory.Testing.Architecture;

namespace InfoStory.Tests.Architecture;

/// <summary>The rooms of docs/architecture.md: a folder of the service layer names only folders to its left.</summary>
public sealed class RoomTests
{
    private static readonly Rooms House = new(
        "InfoStory",
        "Data", "History", "Tags", "Places", "People", "Campaigns", "Stories", "Search", "Sharing", "Intake", "Protection", "Letters", "Moderation",
        "CaseStudies", "Organisations", "Dissemination", "Authors", "Rights", "TagUpkeep", "Insight", "Jobs");

    [Fact]
    public void A_type_names_none_in_a_room_to_its_right()
    {
        var namings = TypeReferences.In(typeof(InfoStoryContext).Assembly);

        var wrong = House.Wrong(namings).ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_folder_is_a_room_and_every_type_stands_in_the_one_of_its_folder()
    {
        var types = typeof(InfoStoryContext).Assembly.GetTypes().Where(type => type.Namespace?.Split('.')[0] == "InfoStory").ToList();

        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/InfoStory")).Select(path => Path.GetFileName(path)).Except(["bin", "obj"]);
        var outside = types.Where(type => House.Of(type.Namespace!) is null);

        Assert.Empty(folders.Except(House.LeftToRight));
        Assert.Equal([typeof(ServiceCollectionExtensions)], outside.Where(type => !type.IsNested));
    }
}
