using Microsoft.AspNetCore.Html;

namespace InfoStory.Web.Pages.Shared;

/// <summary>The hanging telephone, as small as it stands beside our name.</summary>
public static class Mark
{
    public static HtmlString Svg { get; } = new(
        """
        <svg class="info-mark" viewBox="0 0 50 116" width="22" height="50" aria-hidden="true" focusable="false">
        <path d="M22 0c0 6 9 3 9 8s-19 3-19 8 19 3 19 8-19 3-19 8 9 4 10 12" fill="none" stroke="currentColor" stroke-width="4"/>
        <g transform="translate(17 43) rotate(7)">
        <path d="M13 0H8C0 0-3.5 5-5.5 13-7.2 20-8 27-8 34s.8 14 2.5 21
        C-3.5 63 0 68 8 68h5a2 2 0 0 0 2-2V48a2 2 0 0 0-2-2C6.5 46 3 42 3 34s3.5-12 10-12a2 2 0 0 0 2-2V2a2 2 0 0 0-2-2z"/>
        <path d="M20.5-1.5h.5a4 4 0 0 1 4 4v17a4 4 0 0 1-4 4h-.5a3 3 0 0 1-3-3v-19a3 3 0 0 1 3-3z
        M20.5 44.5h.5a4 4 0 0 1 4 4v17a4 4 0 0 1-4 4h-.5a3 3 0 0 1-3-3v-19a3 3 0 0 1 3-3z"/></g></svg>
        """);
}
