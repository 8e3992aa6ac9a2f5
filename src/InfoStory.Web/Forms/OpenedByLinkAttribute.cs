namespace InfoStory.Web.Forms;

/// <summary>
/// A page that only the signed link of a letter opens. No cookie says who presses its buttons, so that no other site could press them in anybody's name
/// without the link, and a form needs no token: a mail program may press the button too (RFC 8058).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenedByLinkAttribute : Attribute;
