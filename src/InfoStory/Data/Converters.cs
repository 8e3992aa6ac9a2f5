using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InfoStory.Data;

internal sealed class IdConverter<T>() : ValueConverter<Id<T>, long>(id => id.Value, value => new Id<T>(value));

/// <summary>Databases forget the kind of a <see cref="DateTime"/>; every one of ours is UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
