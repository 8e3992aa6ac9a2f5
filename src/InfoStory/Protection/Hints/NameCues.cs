namespace InfoStory.Protection.Hints;

/// <summary>The words of cues.json that say what stands beside them.</summary>
internal static class NameCues
{
    public static readonly HashSet<string>
        Titles = HintRules.Cues("titles"),
        Nicks = HintRules.Cues("nicks"),
        Suffixes = HintRules.Cues("suffixes"),
        Calling = HintRules.Cues("calling"),
        Doubtful = HintRules.Cues("doubtful"),
        Reverend = HintRules.Cues("reverend"),
        Offices = HintRules.Cues("offices"),
        Ordinary = HintRules.Cues("ordinary"),
        Stopped = HintRules.Cues("stopped"),
        Written = HintRules.Cues("written"),
        Missing = HintRules.Cues("missing"),
        Joining = HintRules.Cues("joining"),
        Linking = HintRules.Cues("linking"),
        Jobs = HintRules.Cues("jobs"),
        Particles = HintRules.Cues("particles"),
        Inner = HintRules.Cues("inner"),
        Clan = HintRules.Cues("clan"),
        Deeds = HintRules.Cues("deeds"),
        States = HintRules.Cues("states"),
        Callings = HintRules.Cues("callings"),
        Institutions = HintRules.Cues("institutions"),
        Streets = HintRules.Cues("streets"),
        Kinds = HintRules.Cues("kinds"),
        Between = HintRules.Cues("between"),
        Kin = HintRules.Cues("kin"),
        Near = HintRules.Cues("near"),
        Owners = HintRules.Cues("owners"),
        Where = HintRules.Cues("where"),
        At = HintRules.Cues("at"),
        Beside = HintRules.Cues("beside"),
        Things = HintRules.Cues("things"),
        Dates = HintRules.Cues("dates"),
        Closings = HintRules.Cues("closings"),
        Never = HintRules.Cues("never"),
        Endings = HintRules.Cues("endings");
}
