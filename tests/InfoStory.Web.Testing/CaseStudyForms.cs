namespace InfoStory.Web.Testing;

/// <summary>What publishers type into the page of a case study.</summary>
public static class CaseStudyForms
{
    /// <summary>The same fields, and the question answered whether somebody could find out who it is.</summary>
    public static Dictionary<string, string> Answered(this Dictionary<string, string> fields) => new(fields)
    {
        ["Form.Intruder.Known"] = "true",
        ["Form.Intruder.Service"] = "true",
        ["Form.Intruder.Searched"] = "true",
        ["Form.Intruder.Together"] = "true",
        ["Form.Intruder.Pictures"] = "true",
        ["Form.Intruder.Why"] = "Nobody is named.",
    };
}
