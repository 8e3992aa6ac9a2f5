using System.Text.Json;
using System.Text.RegularExpressions;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using InfoStory.Tests.Organisations.Asks;
using InfoStory.Tests.Organisations.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Tests.Rights;

/// <summary>The seam by which every room exports and forgets what it holds of a story.</summary>
public sealed partial class PersonalDataTests
{
    /// <summary>Entities whose columns look like a key of a story and are none.</summary>
    private static readonly Type[] Others = [typeof(StaffSession), typeof(ResponderSession), typeof(Edition)];

    /// <summary>As the file that an author takes away leaves out what is only worked out.</summary>
    private static readonly JsonSerializerOptions Written = new() { IgnoreReadOnlyProperties = true };

    [Fact]
    public async Task A_room_answers_for_every_entity_that_has_the_key_of_a_story_or_a_contact()
    {
        await using var database = await TestDatabase.NewAsync();
        var model = database.Get<InfoStoryContext>().Model;

        var answered = database.Get<IEnumerable<IPersonalDataHolder>>().SelectMany(room => room.Entities).ToList();

        Assert.Empty(Keyed(model).Except([.. answered, .. Others]).Select(type => type.Name));
        Assert.Equal(answered.Count, answered.Distinct().Count());
        Assert.All(Others, other => Assert.Contains(other, Keyed(model)));
    }

    [Fact]
    public async Task A_room_answers_for_every_table_in_which_services_wrote_the_reference_or_the_key_of_a_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        await database.Get<ContactBook>().ChangeAsync(story.Id, new() { Email = "teller@example.org" }, default);
        await database.Get<BulkActions>().DoAsync(
            new() { Act = BulkKind.DeclineAsSpam, Stories = [new(story.Reference, 0)], Reason = "It reads as an advertisement." }, A.Moderator(), default);
        database.Clock.Advance(BulkActions.Regret);
        await database.Get<AuthorNotices>().WriteDueAsync(default);
        var db = database.Get<InfoStoryContext>();
        var answered = database.Get<IEnumerable<IPersonalDataHolder>>().SelectMany(room => room.Entities).ToHashSet();
        var tables = db.Model.GetEntityTypes().Where(entity => !entity.IsOwned())
            .Select(entity => (entity.ClrType, Table: entity.GetTableName()!)).ToList();

        List<Type> naming = [];
        foreach (var (type, table) in tables)
        {
            var rows = await Dump.OfAsync(db, [.. tables.Select(other => other.Table).Where(other => other != table)]);
            if (rows.Contains(story.Reference, StringComparison.Ordinal) || rows.Contains(story.Secret.Hash, StringComparison.Ordinal)) naming.Add(type);
        }

        Assert.Empty(naming.Except(answered).Select(type => type.Name));
        Assert.Equal(["BulkAct", "Contact", "HistoryEntry", "Letter", "Story"], naming.Select(type => type.Name).Order());
    }

    [Fact]
    public async Task Every_part_that_a_room_exports_has_its_place_in_the_copy()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await RichAsync(database);
        var export = new DataExport();
        foreach (var room in database.Get<IEnumerable<IPersonalDataHolder>>())
            await room.ExportAsync(new(story.Id, story.Reference, story.Secret.Hash), export, default);

        var copy = JsonSerializer.Serialize(await database.Get<MyData>().ReadAsync(story.Id, default), Written);

        // A count is the one part that is not copied as it is.
        Assert.Equal([nameof(HeldNotes)], export.Parts.Where(part => part is not HeldStory && !IsIn(copy, part)).Select(part => part.GetType().Name));
        Assert.Equal(
            [
                "HeldAct", "HeldStory", "HeldMessage", "ContactDetails", "HeldFlag", "HeldNotes", "HeldCaseStudy", "HeldAsk", "HeldPromise", "HeldResponse",
                "HeldSending", "HeldChange",
            ],
            export.Parts.Select(part => part.GetType().Name).Distinct());
    }

    [Fact]
    public async Task A_copy_lists_first_the_story_and_then_what_else_is_held()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await RichAsync(database);

        var copy = JsonSerializer.SerializeToElement(await database.Get<MyData>().ReadAsync(story.Id, default), Written);

        Assert.Equal(
            [
                "Reference", "State", "ReceivedAt", "Channel", "Answers", "SeeFirst", "DecidedAt", "SignedOffAt", "EnteredByOurTeam",
                "WhyItMayNotBeFromAPerson", "SomeoneMayBeAtRisk", "PublicTitle", "PublicText", "ReasonDeclined",
                "Permissions", "Tags", "Messages", "History", "CaseStudies", "Flags", "Contact", "PutTo", "AnswersOfOrganisations", "Promises",
                "SentTo", "WhetherAnythingChanged", "NotesOfTheTeam",
            ],
            copy.EnumerateObject().Select(part => part.Name));
        Assert.Equal(1, copy.GetProperty("NotesOfTheTeam").GetInt32());
    }

    private static bool IsIn(string copy, object part) => copy.Contains(JsonSerializer.Serialize(part, part.GetType(), Written), StringComparison.Ordinal);

    /// <summary>A published story with a message, a flag, a contact, a note, an answer, a promise and a question whether anything changed.</summary>
    private static async Task<GivenStory> RichAsync(TestDatabase database)
    {
        var story = await database.Given(A.Story().Told("I rang 07700 900982 three times.").For(Audience.Website, Audience.NamedService).Published());
        await database.Get<Flagging>().FlagToldAsync(story.Id, default);
        await database.Get<ContactBook>().ChangeAsync(story.Id, new() { Telephone = "07700 900982" }, default);
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        db.Add(new Message { StoryId = story.Id, FromAuthor = true, Text = "Thank you.", By = null, At = now });
        db.Add(new Note { StoryId = story.Id, Text = "Ring them.", By = "moderator@example.org", At = now });
        await db.SaveChangesAsync();
        var organisation = await database.OrganisationAsync();
        var (ask, ann) = (await database.PutAsync(story, organisation), await database.SeatAsync("ann@kent.example", organisation));
        // What never left was sent to nobody.
        await database.Get<Outbox>().SendDueAsync(new TestPostman(), default);
        await database.Get<Answering>().SendAsync(ann, ask, AnswerBuilding.Answer, default);
        await AnswerBuilding.PublishAsync(database, (await AnswerBuilding.ShownAsync(database)).Id);
        await database.Get<IServiceProvider>().PromiseAsync(story);
        db.ChangeQuestions.Add(new() { StoryId = story.Id, AskedAt = now });
        await db.SaveChangesAsync();
        return story;
    }

    /// <summary>What leads by foreign keys to a story or a contact, or names one in a column.</summary>
    private static HashSet<Type> Keyed(IModel model)
    {
        var entities = model.GetEntityTypes().Where(entity => !entity.IsOwned()).ToList();
        HashSet<Type> keyed = [typeof(Story), typeof(Contact), .. entities.Where(entity => entity.GetProperties().Any(IsKey)).Select(entity => entity.ClrType)];
        while (entities.FirstOrDefault(entity => !keyed.Contains(entity.ClrType)
            && entity.GetForeignKeys().Any(key => keyed.Except(Others).Contains(key.PrincipalEntityType.ClrType))) is { } more)
            keyed.Add(more.ClrType);
        return keyed;
    }

    private static bool IsKey(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is var type
        && (type == typeof(Id<Story>) || type == typeof(Id<Contact>) || (type == typeof(string) && NameOfKey().IsMatch(property.Name)));

    [GeneratedRegex("(Reference|Subject|SendKey|KeyHash|ContactKey|Stories)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameOfKey();
}
