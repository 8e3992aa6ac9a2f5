using InfoStory.Organisations;

namespace InfoStory.Web.Words;

internal static class OrganisationWords
{
    public static string Title(this OrganisationState state) => state switch
    {
        OrganisationState.Open => "Open",
        OrganisationState.WithMailbox => "Open, with a mailbox",
        OrganisationState.WithoutMailbox => "Open, without a mailbox",
        OrganisationState.Closed => "Closed",
    };

    public static string Title(this OrganisationEnd end) => end switch
    {
        OrganisationEnd.Closed => "It closed. Its page stays",
        OrganisationEnd.Merged => "It is part of another now, or was added twice. All that it has moves there",
    };
}
