using InfoStory.Data;

namespace InfoStory.Tags;

/// <summary>The taxonomy that ships with the program. Keys are places in these lists, so add only at the end of a list and never reorder one.</summary>
internal static class Taxonomy
{
    private static readonly (Facet Facet, string? Group, string[] Names)[] Lists =
    [
        (Facet.PolicyArea, null,
        [
            "Early help", "Supporting (Troubled) Families", "Safeguarding children", "Safeguarding adults", "Multi-agency safeguarding hub",
            "Child sexual exploitation", "Domestic abuse (MARAC)", "Gangs and youth violence", "Re-offending", "Policing and mental health",
            "Mental health crisis care", "Health and social care integration", "Hospital discharge", "Welfare reform and employment support",
            "Housing and homelessness", "Substance misuse", "SEND and disabled children", "Digital and financial inclusion", "Public service transformation",
        ]),
        (Facet.HandOffProblem, null,
        [
            "Who do I talk to?", "Repeating my story", "Which service will help?", "Left hanging, no call back", "Passed back and forth",
            "Referral lost or refused", "Threshold not met", "Several key workers, no lead", "Duplicate assessments", "Information arrived late",
            "Information wrong or old", "No feedback to the referrer", "Told \"we can't share that\"", "System would not let us", "Cross-border move",
            "Out-of-hours gap", "Transition between services",
        ]),
        (Facet.Barrier, "Culture", ["Personal risk", "Trust", "Professional language", "Differing priorities", "Nobody's job", "Not asked the right question"]),
        (Facet.Barrier, "Leadership", ["Leadership"]),
        (Facet.Barrier, "Governance", ["No agreement", "Unclear lead", "Consent treated as the only gateway", "Unclear thresholds"]),
        (Facet.Barrier, "Technology", ["No access", "Separate systems", "No secure channel", "Data quality"]),
        (Facet.Barrier, "Law", ["Law, as perceived", "Law, in fact"]),
        (Facet.Barrier, "Resource", ["Time", "Staff", "Training"]),
        (Facet.Enabler, null,
        [
            "Co-location", "Single point of access", "Lead worker", "Shared care record", "Joint duty or triage car", "Multi-agency meeting",
            "Information sharing agreement", "Guided conversation", "Joint induction or training", "Feedback to referrer", "Voluntary-sector link",
            "Consent at first contact",
        ]),
        (Facet.Service, null,
        [
            "GP and primary care", "Acute hospital and A&E", "Community health", "Mental health", "Ambulance", "Children's social care",
            "Adult social care", "School and education", "Housing", "Council customer services", "Jobcentre Plus and DWP", "Police",
            "Probation, prison and youth justice", "Fire and rescue", "Public health", "Drug and alcohol", "Domestic abuse",
            "Voluntary and community", "Environmental health and wardens", "Central government", "Other",
        ]),
        (Facet.Outcome, "Person",
        [
            "Told it once", "Right help sooner", "Crisis avoided", "Harm or distress", "Delay", "Lost income, home or place", "Gave up", "Safer",
        ]),
        (Facet.Outcome, "Staff", ["Time saved", "Confidence to share", "Duplicate work", "Felt they let someone down"]),
        (Facet.Outcome, "System", ["Fewer emergency admissions", "Fewer detentions", "Fewer assessments", "Fewer repeat calls", "Cost"]),
    ];

    /// <summary>The lasting key of a service, whatever an administrator calls it today.</summary>
    public static Id<Tag> ServiceCalled(string name) => Called(Facet.Service, name);

    /// <summary>The lasting key of a policy area, whatever an administrator calls it today.</summary>
    public static Id<Tag> AreaCalled(string name) => Called(Facet.PolicyArea, name);

    /// <summary>Every tag with its lasting key: a hundred keys to a list, in its order.</summary>
    public static IEnumerable<object> Tags =>
        Lists.SelectMany((list, number) => list.Names.Select((name, place) => new
        {
            Id = Key(number, place),
            list.Facet,
            list.Group,
            Name = name,
            Slug = Data.Slug.From(name),
            Retired = false,
            Revision = 0,
        }));

    private static Id<Tag> Key(int number, int place) => new(((number + 1) * 100) + place);

    private static Id<Tag> Called(Facet facet, string name)
    {
        var number = Array.FindIndex(Lists, list => list.Facet == facet);
        return Key(number, Array.IndexOf(Lists[number].Names, name) is >= 0 and var place
            ? place
            : throw new KeyNotFoundException($"No tag of {facet} is called {name}."));
    }
}
