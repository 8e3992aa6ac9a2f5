namespace InfoStory.Data.Access;

/// <summary>What a member of staff may do as a matter of their roles. Pages, menus, keys and services all ask this list.</summary>
public enum AccessPolicy
{
    /// <summary>Reads stories, edits public texts, asks authors, decides.</summary>
    Moderate,

    /// <summary>Makes, publishes and takes down case studies, and gives notice to services.</summary>
    Publish,

    /// <summary>Reads and decides what is on hold because somebody may be at risk.</summary>
    Safeguard,

    /// <summary>Looks after campaigns, tags, replies, rules and staff; reads no stories.</summary>
    Administer,

    /// <summary>Sees how letters leave, and tries again or lets go those that were given up; sees no address and no words.</summary>
    Dispatch,
}

/// <summary>The one table that says which roles may do what.</summary>
public static class AccessPolicies
{
    /// <summary>The roles any one of which is enough.</summary>
    public static Roles RolesFor(AccessPolicy policy) => policy switch
    {
        AccessPolicy.Moderate => Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead,
        AccessPolicy.Publish => Roles.Publisher,
        AccessPolicy.Safeguard => Roles.SafeguardingLead,
        AccessPolicy.Administer => Roles.Administrator,
        AccessPolicy.Dispatch => Roles.Publisher | Roles.Administrator,
    };

    extension(Actor actor)
    {
        public bool May(AccessPolicy policy) => actor.Holds(RolesFor(policy));

        /// <exception cref="ForbiddenException">The actor holds none of the roles; the message is this sentence.</exception>
        public void Must(AccessPolicy policy, string sentence)
        {
            if (!actor.May(policy)) throw new ForbiddenException(sentence);
        }

        /// <exception cref="ForbiddenException">The actor does not work on stories.</exception>
        public void MustModerate() => actor.Must(AccessPolicy.Moderate, "Only whoever in the team works on stories can do this.");
    }
}
