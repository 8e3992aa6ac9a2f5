using System.Collections.Frozen;
using InfoStory.Data;

namespace InfoStory.Tags;

/// <summary>
/// What people call the services that the taxonomy ships with: other words of a tag until an administrator saves its own list (docs/decisions/0058).
/// A word may lead to several services.
/// </summary>
internal static class OrdinaryWords
{
    private static readonly FrozenDictionary<Id<Tag>, IReadOnlyList<string>> Words = new Dictionary<string, string[]>
    {
        ["GP and primary care"] =
        [
            "doctor", "family doctor", "surgery", "doctor's receptionist", "practice nurse", "nurse", "health centre", "NHS 111", "111", "out-of-hours doctor",
            "dentist", "pharmacist", "pharmacy", "chemist", "optician", "NHS",
        ],
        ["Acute hospital and A&E"] =
        [
            "hospital ward", "ward", "casualty", "emergency department", "doctor", "nurse", "consultant", "surgeon", "outpatients", "maternity", "midwife",
            "discharge team", "hospital social worker", "NHS trust", "NHS",
        ],
        ["Community health"] =
        [
            "district nurse", "community nurse", "nurse", "health visitor", "school nurse", "midwife", "physiotherapist", "occupational therapist", "OT",
            "speech therapist", "podiatrist", "palliative care", "hospice", "NHS",
        ],
        ["Mental health"] =
        [
            "CAMHS", "psychiatrist", "psychologist", "counsellor", "therapist", "talking therapies", "crisis team", "community mental health team", "CMHT",
            "psychiatric nurse", "CPN", "nurse", "doctor", "ward", "learning disability team", "memory clinic", "NHS",
        ],
        ["Ambulance"] = ["999", "111", "NHS 111", "paramedic", "patient transport", "first responder", "NHS"],
        ["Children's social care"] =
        [
            "social worker", "social services", "children's services", "the council", "council", "family support worker", "key worker", "foster carer",
            "carers", "care leavers", "adoption", "MASH", "front door",
        ],
        ["Adult social care"] =
        [
            "social worker", "social services", "the council", "council", "carers", "carer", "care worker", "home care", "care home", "nursing home",
            "occupational therapist", "OT", "safeguarding team", "direct payments", "key worker",
        ],
        ["School and education"] =
        [
            "teacher", "head teacher", "college", "nursery", "university", "SENCO", "SEND team", "EHCP", "educational psychologist", "attendance officer",
            "teaching assistant", "childminder",
        ],
        ["Housing"] =
        [
            "landlord", "housing officer", "housing association", "council housing", "homelessness team", "homeless", "hostel", "repairs", "rent",
            "the council", "council", "support worker",
        ],
        ["Council customer services"] =
        [
            "the council", "council", "call centre", "contact centre", "town hall", "council tax", "housing benefit", "blue badge", "councillor",
            "one stop shop",
        ],
        ["Jobcentre Plus and DWP"] =
        [
            "job centre", "benefits", "benefits office", "Universal Credit", "PIP", "ESA", "pension", "work coach", "dole", "social security",
        ],
        ["Police"] = ["101", "999", "police officer", "PC", "PCSO", "custody", "detective", "neighbourhood team"],
        ["Probation, prison and youth justice"] =
        [
            "probation officer", "prison officer", "jail", "court", "youth offending team", "YOT", "youth justice service", "offender manager",
        ],
        ["Fire and rescue"] = ["fire brigade", "fire service", "firefighter", "999"],
        ["Public health"] = ["sexual health", "stop smoking", "vaccination", "screening", "the council", "council", "NHS"],
        ["Drug and alcohol"] = ["substance misuse", "addiction", "recovery worker", "rehab", "detox", "key worker", "needle exchange"],
        ["Domestic abuse"] = ["refuge", "IDVA", "MARAC", "women's aid", "domestic violence"],
        ["Voluntary and community"] =
        [
            "charity", "food bank", "Citizens Advice", "volunteer", "advocate", "support worker", "carers", "carers' centre", "church", "mosque", "helpline",
            "Samaritans", "Age UK", "Mind",
        ],
        ["Environmental health and wardens"] =
        [
            "community warden", "dog warden", "bins", "noise", "pest control", "licensing", "food safety", "anti-social behaviour", "the council", "council",
        ],
        ["Central government"] = ["government", "Home Office", "HMRC", "tax office", "immigration", "passport office", "DVLA", "minister", "MP", "Whitehall"],
    }.ToFrozenDictionary(words => Taxonomy.ServiceCalled(words.Key), IReadOnlyList<string> (words) => words.Value);

    /// <summary>In the order in which they are shown; empty where the tag did not ship with the program, or needs none.</summary>
    public static IReadOnlyList<string> Of(Id<Tag> tag) => Words.GetValueOrDefault(tag, []);
}
