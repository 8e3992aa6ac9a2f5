using System.Collections.Frozen;
using InfoStory.Data;

namespace InfoStory.Tags;

/// <summary>
/// What people call the services that the taxonomy ships with, and some policy areas for short: other words of a tag until an administrator saves its own
/// list (docs/decisions/0058). A word may lead to several services.
/// </summary>
internal static class OrdinaryWords
{
    /// <summary>What policy areas are called for short.</summary>
    private static readonly Dictionary<string, string[]> Short = new()
    {
        ["Multi-agency safeguarding hub"] = ["MASH"],
        ["Child sexual exploitation"] = ["CSE"],
    };

    private static readonly FrozenDictionary<Id<Tag>, IReadOnlyList<string>> Words = new Dictionary<string, string[]>
    {
        ["GP and primary care"] =
        [
            "doctor", "family doctor", "surgery", "doctor's receptionist", "practice nurse", "nurse", "health centre", "NHS 111", "111", "out-of-hours doctor",
            "dentist", "pharmacist", "pharmacy", "chemist", "optician", "NHS",
            "GP surgery", "medical centre", "walk-in centre", "prescription",
        ],
        ["Acute hospital and A&E"] =
        [
            "hospital ward", "ward", "casualty", "emergency department", "doctor", "nurse", "consultant", "surgeon", "outpatients", "maternity", "midwife",
            "discharge team", "hospital social worker", "NHS trust", "NHS",
            "minor injuries", "cancer ward", "intensive care", "accident and emergency",
        ],
        ["Community health"] =
        [
            "district nurse", "community nurse", "nurse", "health visitor", "school nurse", "midwife", "physiotherapist", "occupational therapist", "OT",
            "speech therapist", "podiatrist", "palliative care", "hospice", "NHS",
            "physio", "end-of-life care", "wheelchair service",
        ],
        ["Mental health"] =
        [
            "CAMHS", "psychiatrist", "psychologist", "counsellor", "therapist", "talking therapies", "crisis team", "community mental health team", "CMHT",
            "psychiatric nurse", "CPN", "nurse", "doctor", "ward", "learning disability team", "memory clinic", "NHS",
            "counselling", "therapy", "eating disorder", "autism team",
        ],
        ["Ambulance"] = ["999", "111", "NHS 111", "paramedic", "patient transport", "first responder", "NHS"],
        ["Children's social care"] =
        [
            "social worker", "social services", "children's services", "the council", "council", "family support worker", "key worker", "foster carer",
            "carers", "care leavers", "adoption", "MASH", "front door",
            "child protection", "fostering", "early help", "children's home", "children's social services",
        ],
        ["Adult social care"] =
        [
            "social worker", "social services", "the council", "council", "carers", "carer", "care worker", "home care", "care home", "nursing home",
            "occupational therapist", "OT", "safeguarding team", "direct payments", "key worker",
            "residential home", "respite", "day centre", "dementia care", "adult social services",
        ],
        ["School and education"] =
        [
            "teacher", "head teacher", "college", "nursery", "university", "SENCO", "SEND team", "EHCP", "educational psychologist", "attendance officer",
            "teaching assistant", "childminder",
            "special needs", "SEN", "pupil referral unit",
        ],
        ["Housing"] =
        [
            "landlord", "landlady", "eviction", "temporary accommodation", "rough sleeping", "council house",
            "housing officer", "housing association", "council housing", "homelessness team", "homeless", "hostel", "repairs", "rent",
            "the council", "council", "support worker",
        ],
        ["Council customer services"] =
        [
            "the council", "council", "call centre", "contact centre", "town hall", "council tax", "housing benefit", "blue badge", "councillor",
            "one stop shop", "parking", "library",
        ],
        ["Jobcentre Plus and DWP"] =
        [
            "job centre", "benefits", "benefits office", "Universal Credit", "PIP", "ESA", "pension", "work coach", "dole", "social security", "JSA", "DLA",
            "attendance allowance", "carer's allowance", "unemployment",
        ],
        ["Police"] = ["101", "999", "police officer", "PC", "PCSO", "custody", "detective", "neighbourhood team", "police station"],
        ["Probation, prison and youth justice"] =
        [
            "probation officer", "prison officer", "jail", "court", "youth offending team", "YOT", "youth justice service", "offender manager",
            "parole",
        ],
        ["Fire and rescue"] = ["fire brigade", "fire service", "firefighter", "999", "smoke alarm"],
        ["Public health"] = ["sexual health", "stop smoking", "vaccination", "screening", "the council", "council", "NHS"],
        ["Drug and alcohol"] =
        [
            "substance misuse", "addiction", "recovery worker", "rehab", "detox", "key worker", "needle exchange",
            "drug worker", "alcohol service", "methadone",
        ],
        ["Domestic abuse"] = ["refuge", "IDVA", "MARAC", "women's aid", "domestic violence", "violent partner"],
        ["Voluntary and community"] =
        [
            "charity", "food bank", "Citizens Advice", "volunteer", "advocate", "support worker", "carers", "carers' centre", "church", "mosque", "helpline",
            "Samaritans", "Age UK", "Mind", "foodbank", "support group", "befriending",
        ],
        ["Environmental health and wardens"] =
        [
            "community warden", "dog warden", "bins", "noise", "pest control", "licensing", "food safety", "anti-social behaviour", "the council", "council",
            "rubbish", "recycling", "fly-tipping",
        ],
        ["Central government"] =
        [
            "government", "Home Office", "HMRC", "tax office", "immigration", "passport office", "DVLA", "minister", "MP", "Whitehall", "passport",
            "driving licence", "visa", "asylum",
        ],
    }.Select(words => (Tag: Taxonomy.ServiceCalled(words.Key), Words: words.Value))
        .Concat(Short.Select(words => (Tag: Taxonomy.AreaCalled(words.Key), Words: words.Value)))
        .ToFrozenDictionary(words => words.Tag, IReadOnlyList<string> (words) => words.Words);

    /// <summary>In the order in which they are shown; empty where the tag did not ship with the program, or needs none.</summary>
    public static IReadOnlyList<string> Of(Id<Tag> tag) => Words.GetValueOrDefault(tag, []);
}
