using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Protection.Flags;

internal sealed class FlagMapping : IEntityTypeConfiguration<Flag>, IEntityTypeConfiguration<SwitchedOffRule>,
    IEntityTypeConfiguration<ProposedSwitch>, IEntityTypeConfiguration<StoryShingle>
{
    public void Configure(EntityTypeBuilder<Flag> flag)
    {
        flag.ToTable("Flags");
        flag.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
        flag.Property(f => f.Rule).HasMaxLength(60);
        flag.Property(f => f.Version).HasMaxLength(20);
        flag.Property(f => f.In).HasConversion<string>().HasMaxLength(20);
        flag.Property(f => f.Key).HasMaxLength(32);
        flag.Property(f => f.Words).HasMaxLength(Flag.MaxWords);
        flag.Property(f => f.Detail).HasMaxLength(Flag.MaxDetail);
        flag.Property(f => f.Dismissal).HasConversion<string>().HasMaxLength(20);
        flag.Property(f => f.Remark).HasMaxLength(PlainText.Room(Flag.MaxRemark));
        flag.Property(f => f.DismissedBy).HasMaxLength(256);
        flag.HasIndex(f => new { f.StoryId, f.Key }).IsUnique();
        flag.HasIndex(f => new { f.Rule, f.DismissedAt });
        flag.HasOne<Story>().WithMany().HasForeignKey(f => f.StoryId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SwitchedOffRule> rule)
    {
        rule.ToTable("SwitchedOffRules");
        rule.HasKey(r => r.Rule);
        rule.Property(r => r.Rule).HasMaxLength(60);
        rule.Property(r => r.By).HasMaxLength(256);
    }

    public void Configure(EntityTypeBuilder<ProposedSwitch> proposed)
    {
        proposed.ToTable("ProposedSwitches");
        proposed.HasKey(p => p.Rule);
        proposed.Property(p => p.Rule).HasMaxLength(60);
        proposed.Property(p => p.Why).HasMaxLength(PlainText.Room(ProposedSwitch.MaxWhy));
        proposed.Property(p => p.By).HasMaxLength(256);
    }

    public void Configure(EntityTypeBuilder<StoryShingle> shingle)
    {
        shingle.ToTable("StoryShingles");
        shingle.HasKey(s => new { s.Key, s.StoryId });
        shingle.Property(s => s.Key).ValueGeneratedNever();
        shingle.HasIndex(s => s.StoryId);
        shingle.HasOne<Story>().WithMany().HasForeignKey(s => s.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class FlagSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Flag> Flags => db.Set<Flag>();

        /// <summary>The duplicates that name a story on hold, which only a safeguarding lead is told of.</summary>
        public IQueryable<Flag> FlagsNamingStoryOnHold
        {
            get
            {
                var held = db.Stories.Where(story => story.State == StoryState.OnHold).Select(story => story.Reference);
                return db.Flags.Where(flag => Duplicates.Rules.Contains(flag.Rule) && held.Contains(flag.Words));
            }
        }

        /// <summary>Without those that only a safeguarding lead is told of.</summary>
        public IQueryable<Flag> FlagsSeenBy(Actor actor)
        {
            var hidden = db.FlagsNamingStoryOnHold.Select(flag => flag.Id);
            return actor.May(AccessPolicy.Safeguard) ? db.Flags : db.Flags.Where(flag => !hidden.Contains(flag.Id));
        }

        /// <summary>
        /// What nobody has dismissed and no rule that is off saw, without what only a safeguarding lead is told of: where stories are named, asked flag by
        /// flag, so that it reads no more where a great many duplicates are known.
        /// </summary>
        public IQueryable<Flag> OpenFlagsSeenBy(Actor actor)
        {
            var held = db.Stories.Where(story => story.State == StoryState.OnHold);
            var open = db.Flags.AsNoTracking().Where(flag => flag.DismissedAt == null
                && (flag.In == FlagPlace.CaseStudy || !db.Set<SwitchedOffRule>().Any(off => off.Rule == flag.Rule)));
            return actor.May(AccessPolicy.Safeguard) ? open : open.Where(flag => !Duplicates.Rules.Contains(flag.Rule)
                || !held.Any(story => story.Reference == flag.Words));
        }

        public DbSet<ProposedSwitch> ProposedSwitches => db.Set<ProposedSwitch>();

        public DbSet<SwitchedOffRule> SwitchedOffRules => db.Set<SwitchedOffRule>();
    }
}
