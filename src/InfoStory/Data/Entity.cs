namespace InfoStory.Data;

/// <summary>What the database keeps under a key of its own.</summary>
public abstract class Entity<T> where T : Entity<T>
{
    public Id<T> Id { get; protected set; }
}

/// <summary>An entity that two people may change at once; the revision grows by one with every save.</summary>
public interface IRevised
{
    int Revision { get; }
}
