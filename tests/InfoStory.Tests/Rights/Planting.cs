using System.Globalization;
using System.Security.Cryptography;
using InfoStory.Authors;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Moderation.Bulk;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfoStory.Tests.Rights;

/// <summary>Something that is in the database nowhere but in one column: words, or bytes.</summary>
/// <param name="Where">The entity, by which key it belongs to the story, and the property.</param>
internal sealed record Canary(string Where, object Value)
{
    /// <summary>As <see cref="Dump"/> writes it.</summary>
    public string Text => Value as string ?? Convert.ToHexString((byte[])Value);

    /// <summary>As it stands in a file. An index of words may leave out the beginning of a word, where the one before has the same.</summary>
    public byte[] Bytes => Value as byte[] ?? System.Text.Encoding.UTF8.GetBytes(((string)Value)[^8..]);
}

/// <summary>
/// A published story, and a row in every other table that holds something of a story, each found in the model; every string and every array of
/// bytes in them is a canary, so that a column that is added tomorrow is watched from then on.
/// </summary>
internal sealed class Planting
{
    private const string Letters = "bcdfghjkmnpqrtvwxz";

    /// <summary>What names the story without being a key of the database.</summary>
    private static readonly string[] Keys = ["Story.Reference", "Story.SendKey", "Contact.Key", "Draft.KeyHash", "HistoryEntry.Subject"];

    private readonly InfoStoryContext db;
    private readonly List<Canary> canaries = [];

    private Planting(InfoStoryContext db, GivenStory story) => (this.db, Story) = (db, story);

    public GivenStory Story { get; }

    public IReadOnlyList<Canary> Canaries => canaries;

    /// <summary>The database must hold no other story.</summary>
    public static async Task<Planting> InAsync(TestDatabase database)
    {
        var planting = new Planting(database.Get<InfoStoryContext>(), await database.Given(
            A.Story().About("Housing", "Kent").Tagged("Referral lost or refused").Published()));
        planting.db.Add(new Organisation { Name = "Kent County Council", Slug = "kent" });
        planting.db.Add(new StaffMember { UserName = "a@example.org", Email = "a@example.org", Roles = Roles.Moderator });
        planting.db.Add(new Digest
        {
            Audience = SubscriberAudience.Public,
            Rhythm = Rhythm.Weekly,
            From = database.Clock.UtcNow,
            MadeAt = database.Clock.UtcNow,
        });
        planting.db.Add(new Briefing { Question = "", Audience = Audience.Website, Readings = [], Contact = "", UpdatedAt = database.Clock.UtcNow });
        // Before what is planted into the consents forbids it.
        planting.db.Add(new Delivery { CaseStudyId = planting.Story.CaseStudy, Audience = Audience.Website, Recipient = "", SentAt = database.Clock.UtcNow });
        await planting.db.SaveChangesAsync();

        var entities = database.Get<IEnumerable<IPersonalDataHolder>>().SelectMany(room => room.Entities)
            .Select(type => planting.db.Model.FindEntityType(type)!).ToList();
        while (entities.Count > 0)
        {
            var next = entities.First(entity =>
                !entity.GetForeignKeys().Any(key => entities.Contains(key.PrincipalEntityType) && key.PrincipalEntityType != entity));
            await planting.PlantAsync(next);
            entities.Remove(next);
        }

        return planting;
    }

    private async Task PlantAsync(IEntityType entity)
    {
        var rows = await RowsAsync(entity);
        var planted = rows.Count > 0 ? [] : Ways(entity).ToList();
        foreach (var way in planted) await AddAsync(entity, way);
        await db.SaveChangesAsync();

        foreach (var row in rows) Fill(db.Entry(row), entity.ClrType.Name);
        foreach (var (row, way) in (await RowsAsync(entity)).Except(rows).Zip(planted))
            Fill(db.Entry(row), planted.Count == 1 ? entity.ClrType.Name : $"{entity.ClrType.Name} by {way!.Properties[0].Name}");
        await db.SaveChangesAsync();
    }

    /// <summary>One row for every key by which it can belong to a story; one at least.</summary>
    private static IEnumerable<IForeignKey?> Ways(IEntityType entity)
    {
        var optional = entity.GetForeignKeys().Where(key => !key.IsRequired && key.DeleteBehavior == DeleteBehavior.Cascade
            && key.PrincipalEntityType.ClrType != typeof(StaffMember) && key.PrincipalEntityType.ClrType != typeof(Responder)).ToList();
        return optional.Count == 0 ? new IForeignKey?[] { null } : optional;
    }

    private async Task AddAsync(IEntityType entity, IForeignKey? way)
    {
        var row = Activator.CreateInstance(entity.ClrType, nonPublic: true)!;
        var entry = db.Entry(row);
        foreach (var property in entity.GetProperties().Where(property => property.ClrType == typeof(string) && !property.IsNullable))
            entry.Property(property).CurrentValue = "";
        foreach (var property in entity.GetProperties().Where(property => property.ClrType == typeof(byte[]) && !property.IsNullable))
            entry.Property(property).CurrentValue = Array.Empty<byte>();
        foreach (var key in entity.GetForeignKeys().Where(key => key.IsRequired || key == way))
        {
            var principal = db.Entry((await RowsAsync(key.PrincipalEntityType)).First());
            foreach (var (mine, theirs) in key.Properties.Zip(key.PrincipalKey.Properties))
                entry.Property(mine).CurrentValue = principal.Property(theirs).CurrentValue;
        }

        if (row is Contact) entry.Property(nameof(Contact.Key)).CurrentValue = Story.Secret.Hash;
        if (row is Draft) entry.Property(nameof(Draft.KeyHash)).CurrentValue = Story.Secret.Hash;
        if (row is KeptForm) entry.Property(nameof(KeptForm.Key)).CurrentValue = $"of {way?.Properties[0].Name}";
        if (row is BulkAct) entry.Property(nameof(BulkAct.Stories)).CurrentValue = Story.Reference;
        db.Add(row);
    }

    /// <summary>What a property holds that was never set or is forgotten.</summary>
    public static bool IsBlank(object? value) => value switch
    {
        null or "" => true,
        System.Collections.ICollection rows => rows.Count == 0,
        _ => value.GetType().IsValueType && value.Equals(Activator.CreateInstance(value.GetType())),
    };

    /// <summary>Every word and all bytes of a row and of what it owns become canaries, but for keys; and nothing else stays blank.</summary>
    private void Fill(EntityEntry entry, string name)
    {
        foreach (var property in entry.Properties.Where(property => !IsKey(property.Metadata)))
        {
            if (property.Metadata.ClrType == typeof(string))
            {
                var words = Plant($"{name}.{property.Metadata.Name}", Words(property.Metadata.GetMaxLength()));
                property.CurrentValue = entry.Entity is BulkAct ? $"{Story.Reference} {words}" : words;
            }
            else if (property.Metadata.ClrType == typeof(byte[]))
                property.CurrentValue = Plant(
                    $"{name}.{property.Metadata.Name}", RandomNumberGenerator.GetBytes(Math.Min(property.Metadata.GetMaxLength() ?? 32, 32)));
            // An ask without the event with which it began is none.
            else if (IsBlank(property.CurrentValue) && property.CurrentValue is not AskEventKind)
                property.CurrentValue = Something(property.Metadata.ClrType, $"{name}.{property.Metadata.Name}") ?? property.CurrentValue;
        }

        foreach (var owned in entry.Navigations.Where(navigation => navigation.Metadata.TargetEntityType.IsOwned()))
        {
            var rows = Owned(owned).ToList();
            foreach (var row in rows)
            {
                // A row of a document has no entry of its own before it is there.
                db.ChangeTracker.DetectChanges();
                Fill(owned is ReferenceEntry one ? one.TargetEntry! : ((CollectionEntry)owned).FindEntry(row)!, $"{name}.{owned.Metadata.Name}");
            }
        }
    }

    private static IEnumerable<object> Owned(NavigationEntry owned)
    {
        if (owned is CollectionEntry { CurrentValue: System.Collections.IList rows })
        {
            if (rows.Count == 0) rows.Add(New(owned.Metadata.TargetEntityType));
            return rows.Cast<object>();
        }

        owned.CurrentValue ??= New(owned.Metadata.TargetEntityType);
        return [owned.CurrentValue!];
    }

    private static object New(IReadOnlyEntityType type)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        foreach (var number in type.FindPrimaryKey()!.Properties.Where(property => property.ClrType == typeof(int))) number.PropertyInfo?.SetValue(row, 1);
        return row;
    }

    /// <summary>A value that is not blank; where it is an object in a list that one column holds, its words are canaries too.</summary>
    private object? Something(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
        if (type == typeof(string)) return Plant(name, Words(null));
        if (type == typeof(DateTime)) return new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        if (type.IsPrimitive) return Convert.ChangeType(1, type, CultureInfo.InvariantCulture);
        if (type.IsValueType || type.GetConstructor(Type.EmptyTypes) is null) return null;

        var made = Activator.CreateInstance(type)!;
        if (made is System.Collections.IList rows) rows.Add(Something(type.GetGenericArguments()[0], name));
        else
            foreach (var words in type.GetProperties().Where(property => property.CanWrite && property.PropertyType == typeof(string)))
                words.SetValue(made, Something(typeof(string), $"{name}.{words.Name}"));
        return made;
    }

    private T Plant<T>(string where, T value) where T : notnull
    {
        canaries.Add(new(where, value));
        return value;
    }

    /// <summary>No vowels, so that nothing makes other words of it, and none in it is a digit.</summary>
    private static string Words(int? most) => RandomNumberGenerator.GetString(Letters, Math.Min(most ?? 14, 14));

    private static bool IsKey(IProperty property) => property.IsKey() || property.IsForeignKey() || property.IsConcurrencyToken
        || Keys.Contains($"{property.DeclaringType.ClrType.Name}.{property.Name}");

    private async Task<List<object>> RowsAsync(IEntityType entity)
    {
        var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
        return await ((IQueryable<object>)set).ToListAsync();
    }
}
