using System.Text.Json.Serialization;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Dissemination.Recalls;
using InfoStory.Moderation.Desk;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Stories.PersonalData;

namespace InfoStory.Rights;

/// <summary>
/// Everything that is held under one receipt (UK GDPR, article 15), all times in UTC: first the story, then what the other rooms hold. A test
/// fails where a room exports something that has no place here.
/// </summary>
public sealed record HeldData : HeldStory
{
    internal HeldData(DataExport export) : base(export.All<HeldStory>().Single())
    {
        Messages = export.All<HeldMessage>();
        History = export.All<HeldAct>();
        CaseStudies = export.All<HeldCaseStudy>();
        PutTo = export.All<HeldAsk>();
        AnswersOfOrganisations = export.All<HeldResponse>();
        Promises = export.All<HeldPromise>();
        SentTo = export.All<HeldSending>();
        WhetherAnythingChanged = export.All<HeldChange>().SingleOrDefault();
        Flags = export.All<HeldFlag>();
        Contact = export.All<ContactDetails>().SingleOrDefault();
        NotesOfTheTeam = export.All<HeldNotes>().Sum(notes => notes.Count);
    }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<HeldMessage> Messages { get; init; }

    [JsonPropertyOrder(2)]
    public IReadOnlyList<HeldAct> History { get; init; }

    [JsonPropertyOrder(3)]
    public IReadOnlyList<HeldCaseStudy> CaseStudies { get; init; }

    [JsonPropertyOrder(4)]
    public IReadOnlyList<HeldFlag> Flags { get; init; }

    [JsonPropertyOrder(5)]
    public ContactDetails? Contact { get; init; }

    [JsonPropertyOrder(6)]
    public IReadOnlyList<HeldAsk> PutTo { get; init; }

    [JsonPropertyOrder(7)]
    public IReadOnlyList<HeldResponse> AnswersOfOrganisations { get; init; }

    [JsonPropertyOrder(8)]
    public IReadOnlyList<HeldPromise> Promises { get; init; }

    [JsonPropertyOrder(9)]
    public IReadOnlyList<HeldSending> SentTo { get; init; }

    [JsonPropertyOrder(10)]
    public HeldChange? WhetherAnythingChanged { get; init; }

    [JsonPropertyOrder(11)]
    public int NotesOfTheTeam { get; init; }
}
