namespace InfoStory.Web.Forms;

/// <summary>
/// A page whose form may quote stories that its address does not name, so that it could not go with them: nothing of it is kept where the session had
/// ended, and its person is told (docs/decisions/0048).
/// So is one to which only a script sends.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotKeptAttribute : Attribute;
