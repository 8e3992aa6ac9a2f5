namespace InfoStory.Web.Forms;

/// <summary>A page that only looks at a form, which still stands in the tab that posted it: nothing of it is kept where the session had ended.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyLooksAttribute : Attribute;
