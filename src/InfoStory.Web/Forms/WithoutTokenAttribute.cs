using InfoStory.Web.Http;

namespace InfoStory.Web.Forms;

/// <summary>
/// A page whose forms may stand on pages that are the same for everyone, and so carry no token and set no cookie. <see cref="FormFilter"/> takes the word of
/// the browser that a page of ours sent it (<see cref="OwnPages"/>); from a browser that says nothing it wants the token.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutTokenAttribute : Attribute;
