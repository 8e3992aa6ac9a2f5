namespace InfoStory.Dissemination.Subscribers;

/// <summary>Who a subscriber is. What may be sent to whom is asked when a letter is sent.</summary>
public enum SubscriberAudience
{
    PolicyMaker,
    Provider,
    Practitioner,
    Press,
    Public,
}

/// <summary>How often a subscriber is written to.</summary>
public enum Rhythm
{
    AtOnce,
    Weekly,
    Monthly,
}

public enum SubscriberState
{
    /// <summary>Asked and has not said yes yet, or was imported and may still say no.</summary>
    Waiting,

    Confirmed,

    /// <summary>Went by themselves. Nothing is kept of the address but that it is not to be imported again.</summary>
    Left,

    /// <summary>May not be written to, and nothing is kept of the address but that.</summary>
    Suppressed,
}

/// <summary>Why an address is not written to, from the mildest to the gravest. Only who left may come back, and only by themselves.</summary>
public enum SuppressionReason
{
    Left,
    HardBounce,
    Complaint,
    Staff,
}

/// <summary>On what an import rests (UK GDPR, article 6; PECR, regulation 22).</summary>
public enum LawfulBasis
{
    ConsentElsewhere,
    CorporateAddress,
    PublicOffice,
}
