using System.Collections.Frozen;

namespace InfoStory.Organisations;

/// <summary>
/// What councils are called. Where a council's own name is not simply that of its place and "Council" it stands here (docs/decisions/0076): only
/// names that the council uses itself, as they stood in November 2026.
/// </summary>
internal static class CouncilNames
{
    private const string London = "London";

    private static readonly FrozenDictionary<string, string> Own = new Dictionary<string, string[]>
    {
        ["{0} County Council"] =
        [
            "Cambridgeshire", "Carmarthenshire", "Ceredigion", "Denbighshire", "Derbyshire", "Devon", "East Sussex", "Essex", "Flintshire", "Gloucestershire",
            "Hampshire", "Hertfordshire", "Isle of Anglesey", "Kent", "Lancashire", "Leicestershire", "Lincolnshire", "Monmouthshire", "Norfolk",
            "Northumberland", "Nottinghamshire", "Oxfordshire", "Pembrokeshire", "Powys", "Rutland", "Staffordshire", "Suffolk", "Surrey", "Warwickshire",
            "West Sussex", "Worcestershire",
        ],
        ["{0} City Council"] =
        [
            "Belfast", "Birmingham", "Brighton and Hove", "Bristol", "Coventry", "Derby", "Leeds", "Leicester", "Lisburn and Castlereagh", "Liverpool",
            "Manchester", "Milton Keynes", "Newport", "Nottingham", "Peterborough", "Plymouth", "Portsmouth", "Salford", "Sheffield", "Southampton",
            "Southend-on-Sea", "Stoke-on-Trent", "Sunderland", "Westminster",
        ],
        ["{0} County Borough Council"] =
            ["Blaenau Gwent", "Bridgend", "Caerphilly", "Conwy", "Merthyr Tydfil", "Rhondda Cynon Taf", "Torfaen", "Wrexham"],
        ["{0} Borough Council"] =
        [
            "Antrim and Newtownabbey", "Ards and North Down", "Armagh City, Banbridge and Craigavon", "Bedford", "Causeway Coast and Glens",
            "Mid and East Antrim",
        ],
        ["{0} District Council"] = ["Derry City and Strabane", "Fermanagh and Omagh", "Mid Ulster", "Newry, Mourne and Down"],
        ["Durham County Council"] = ["County Durham"],
        ["Newcastle City Council"] = ["Newcastle upon Tyne"],
        ["Hull City Council"] = ["Kingston upon Hull"],
        ["City of {0} Council"] = ["Doncaster", "Wolverhampton", "York"],
        ["{0} Corporation"] = ["City of London"],
        ["Council of the {0}"] = ["Isles of Scilly"],
        ["Comhairle nan Eilean Siar"] = ["Na h-Eileanan Siar"],
        ["Cyngor Gwynedd"] = ["Gwynedd"],
    }.SelectMany(form => form.Value.Select(place => (Place: place, Name: form.Key.Replace("{0}", place, StringComparison.Ordinal))))
        .ToFrozenDictionary(council => council.Place, council => council.Name);

    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["Bournemouth, Christchurch and Poole"] = "BCP Council",
        ["Isle of Anglesey"] = "Cyngor Sir Ynys Môn",
        ["Kensington and Chelsea"] = "Royal Borough of Kensington and Chelsea",
        ["Kingston upon Thames"] = "Royal Borough of Kingston upon Thames",
        ["Greenwich"] = "Royal Borough of Greenwich",
        ["Na h-Eileanan Siar"] = "Western Isles Council",
        ["Westminster"] = "City of Westminster",
        ["Windsor and Maidenhead"] = "Royal Borough of Windsor and Maidenhead",
    }.ToFrozenDictionary();

    /// <param name="place">The name of a place as <see cref="InfoStory.Places.Place"/> has it.</param>
    public static string Of(string place) => Own.GetValueOrDefault(place, $"{place} Council");

    /// <summary>What else the council is called.</summary>
    /// <param name="place">The name of a place as <see cref="InfoStory.Places.Place"/> has it.</param>
    /// <param name="within">What it is in.</param>
    public static IEnumerable<string> OthersOf(string place, string? within)
    {
        if (Own.ContainsKey(place)) yield return $"{place} Council";
        if (Others.TryGetValue(place, out var other)) yield return other;
        else if (within == London && !Own.ContainsKey(place)) yield return $"London Borough of {place}";
    }
}
