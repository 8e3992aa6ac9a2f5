using InfoStory.Dissemination.Briefings;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Briefings;

/// <summary>A briefing as a file to take away; its name holds no word that anybody typed.</summary>
internal static class BriefingFile
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static FileContentResult Of(BriefingContent content) =>
        new(BriefingDocument.Write(content), Type) { FileDownloadName = $"infostory-briefing-{content.At:yyyy-MM-dd}.docx" };
}
