using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Authors;

/// <summary>What an author says of whether anything changed since everyone could read the story.</summary>
public enum ChangeAnswer
{
    Yes,
    ALittle,
    No,
    Worse,
}

/// <summary>
/// The author was asked, four weeks after the first case study of the story became public, whether anything changed. Once for a story. What they say in their
/// own words is a message to the team; here is only the tap, to be counted.
/// </summary>
public sealed class ChangeQuestion : Entity<ChangeQuestion>, IRevised
{
    /// <summary>How often an author may change their mind, and how many messages may say what changed.</summary>
    public const int MostAnswers = 10, MostMessages = 3;

    public int Revision { get; private set; }

    public required Id<Story> StoryId { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>What was said last; null while nothing was.</summary>
    public ChangeAnswer? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public int Answers { get; private set; }

    public int Messages { get; private set; }

    /// <summary>The same answer twice changes nothing, and a new one takes the place of the one before.</summary>
    /// <returns>False where they had said so already.</returns>
    /// <exception cref="ConflictException">They changed their mind too often.</exception>
    internal bool Hear(ChangeAnswer answer, DateTime now)
    {
        if (Answer == answer) return false;
        if (Answers == MostAnswers) throw new ConflictException("You have changed your answer very often. Write to our team if it is not right now.");

        (Answer, AnsweredAt, Answers) = (answer, now, Answers + 1);
        return true;
    }

    /// <summary>They wrote what changed.</summary>
    /// <exception cref="ConflictException">They wrote as often as there is room for.</exception>
    internal void Write()
    {
        if (Messages == MostMessages) throw new ConflictException("You have told us already what changed. Thank you: our team has it.");
        Messages++;
    }
}

internal sealed class ChangeQuestionMapping : IEntityTypeConfiguration<ChangeQuestion>
{
    public void Configure(EntityTypeBuilder<ChangeQuestion> question)
    {
        question.ToTable("ChangeQuestions");
        question.Property(q => q.Answer).HasConversion<string>().HasMaxLength(20);
        question.HasIndex(q => q.StoryId).IsUnique();
        question.HasIndex(q => new { q.Answer, q.AnsweredAt });
        question.HasIndex(q => q.AskedAt);
        question.HasOne<Story>().WithMany().HasForeignKey(q => q.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ChangeQuestionSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<ChangeQuestion> ChangeQuestions => db.Set<ChangeQuestion>();
    }
}
