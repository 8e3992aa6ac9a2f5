using InfoStory.Data;

namespace InfoStory.Places;

/// <summary>
/// Every upper-tier or unitary local authority of the United Kingdom with its region, as they stood in November 2026
/// (names as the Office for National Statistics lists them under "Counties and Unitary Authorities").
/// Keys are places in these lists, so add only at the end of a list and never reorder one.
/// </summary>
internal static class UnitedKingdom
{
    private static readonly string[] Countries = ["England", "Wales", "Scotland", "Northern Ireland"];

    private static readonly (string Region, string[] Authorities)[] England =
    [
        ("North East",
        [
            "County Durham", "Darlington", "Gateshead", "Hartlepool", "Middlesbrough", "Newcastle upon Tyne", "North Tyneside", "Northumberland",
            "Redcar and Cleveland", "South Tyneside", "Stockton-on-Tees", "Sunderland",
        ]),
        ("North West",
        [
            "Blackburn with Darwen", "Blackpool", "Bolton", "Bury", "Cheshire East", "Cheshire West and Chester", "Cumberland", "Halton", "Knowsley",
            "Lancashire", "Liverpool", "Manchester", "Oldham", "Rochdale", "Salford", "Sefton", "St Helens", "Stockport", "Tameside", "Trafford",
            "Warrington", "Westmorland and Furness", "Wigan", "Wirral",
        ]),
        ("Yorkshire and The Humber",
        [
            "Barnsley", "Bradford", "Calderdale", "Doncaster", "East Riding of Yorkshire", "Kingston upon Hull", "Kirklees", "Leeds",
            "North East Lincolnshire", "North Lincolnshire", "North Yorkshire", "Rotherham", "Sheffield", "Wakefield", "York",
        ]),
        ("East Midlands",
        [
            "Derby", "Derbyshire", "Leicester", "Leicestershire", "Lincolnshire", "North Northamptonshire", "Nottingham", "Nottinghamshire",
            "Rutland", "West Northamptonshire",
        ]),
        ("West Midlands",
        [
            "Birmingham", "Coventry", "Dudley", "Herefordshire", "Sandwell", "Shropshire", "Solihull", "Staffordshire", "Stoke-on-Trent",
            "Telford and Wrekin", "Walsall", "Warwickshire", "Wolverhampton", "Worcestershire",
        ]),
        ("East of England",
        [
            "Bedford", "Cambridgeshire", "Central Bedfordshire", "Essex", "Hertfordshire", "Luton", "Norfolk", "Peterborough", "Southend-on-Sea",
            "Suffolk", "Thurrock",
        ]),
        ("London",
        [
            "Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "City of London", "Croydon", "Ealing", "Enfield", "Greenwich",
            "Hackney", "Hammersmith and Fulham", "Haringey", "Harrow", "Havering", "Hillingdon", "Hounslow", "Islington", "Kensington and Chelsea",
            "Kingston upon Thames", "Lambeth", "Lewisham", "Merton", "Newham", "Redbridge", "Richmond upon Thames", "Southwark", "Sutton",
            "Tower Hamlets", "Waltham Forest", "Wandsworth", "Westminster",
        ]),
        ("South East",
        [
            "Bracknell Forest", "Brighton and Hove", "Buckinghamshire", "East Sussex", "Hampshire", "Isle of Wight", "Kent", "Medway", "Milton Keynes",
            "Oxfordshire", "Portsmouth", "Reading", "Slough", "Southampton", "Surrey", "West Berkshire", "West Sussex", "Windsor and Maidenhead",
            "Wokingham",
        ]),
        ("South West",
        [
            "Bath and North East Somerset", "Bournemouth, Christchurch and Poole", "Bristol", "Cornwall", "Devon", "Dorset", "Gloucestershire",
            "Isles of Scilly", "North Somerset", "Plymouth", "Somerset", "South Gloucestershire", "Swindon", "Torbay", "Wiltshire",
        ]),
    ];

    private static readonly (string Country, string[] Authorities)[] Others =
    [
        ("Wales",
        [
            "Blaenau Gwent", "Bridgend", "Caerphilly", "Cardiff", "Carmarthenshire", "Ceredigion", "Conwy", "Denbighshire", "Flintshire", "Gwynedd",
            "Isle of Anglesey", "Merthyr Tydfil", "Monmouthshire", "Neath Port Talbot", "Newport", "Pembrokeshire", "Powys", "Rhondda Cynon Taf",
            "Swansea", "Torfaen", "Vale of Glamorgan", "Wrexham",
        ]),
        ("Scotland",
        [
            "Aberdeen City", "Aberdeenshire", "Angus", "Argyll and Bute", "City of Edinburgh", "Clackmannanshire", "Dumfries and Galloway",
            "Dundee City", "East Ayrshire", "East Dunbartonshire", "East Lothian", "East Renfrewshire", "Falkirk", "Fife", "Glasgow City", "Highland",
            "Inverclyde", "Midlothian", "Moray", "Na h-Eileanan Siar", "North Ayrshire", "North Lanarkshire", "Orkney Islands", "Perth and Kinross",
            "Renfrewshire", "Scottish Borders", "Shetland Islands", "South Ayrshire", "South Lanarkshire", "Stirling", "West Dunbartonshire",
            "West Lothian",
        ]),
        ("Northern Ireland",
        [
            "Antrim and Newtownabbey", "Ards and North Down", "Armagh City, Banbridge and Craigavon", "Belfast", "Causeway Coast and Glens",
            "Derry City and Strabane", "Fermanagh and Omagh", "Lisburn and Castlereagh", "Mid and East Antrim", "Mid Ulster",
            "Newry, Mourne and Down",
        ]),
    ];

    /// <summary>4 countries, 9 regions and 218 authorities.</summary>
    public static IEnumerable<object> Places =>
    [
        .. Countries.Select((name, place) => Row(place + 1, PlaceKind.Country, name, null)),
        .. England.Select((region, place) => Row(11 + place, PlaceKind.Region, region.Region, 1)),
        .. England.SelectMany((region, place) =>
            region.Authorities.Select((name, number) => Row(((11 + place) * 100) + number, PlaceKind.Authority, name, 11 + place))),
        .. Others.SelectMany((country, place) =>
            country.Authorities.Select((name, number) => Row(((2 + place) * 100) + number, PlaceKind.Authority, name, 2 + place))),
    ];

    private static object Row(long id, PlaceKind kind, string name, long? parent) =>
        new { Id = new Id<Place>(id), Kind = kind, Name = name, Slug = Slug.From(name), ParentId = parent is { } key ? new Id<Place>(key) : (Id<Place>?)null };
}
