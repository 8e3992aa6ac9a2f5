using InfoStory.Places;

namespace InfoStory.Tests.Places;

public sealed class UnitedKingdomTests
{
    [Fact]
    public async Task Every_upper_tier_authority_is_there_with_its_region()
    {
        await using var database = await TestDatabase.NewAsync();

        var places = await database.Get<PlaceCatalogue>().AllAsync(default);

        var authorities = places.Where(place => place.Kind == PlaceKind.Authority).ToList();
        Assert.Equal((4, 9), (places.Count(place => place.Kind == PlaceKind.Country), places.Count(place => place.Kind == PlaceKind.Region)));
        Assert.Equal(153 + 22 + 32 + 11, authorities.Count);
        Assert.Equal((22, 32, 11), (In("Wales"), In("Scotland"), In("Northern Ireland")));
        Assert.Equal("South West", authorities.Single(place => place.Name == "Cornwall").Within);

        int In(string country) => authorities.Count(place => place.Within == country);
    }
}
