using System.Xml.Linq;
using InfoStory.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace InfoStory.Web.Keys;

/// <summary>Keeps the Data Protection keys in the database, so that every web process reads what another wrote.</summary>
public sealed class KeyRing(Secrets secrets) : IXmlRepository
{
    private const string Prefix = "key:";

    public IReadOnlyCollection<XElement> GetAllElements() => [.. secrets.All(Prefix).Select(value => XElement.Parse(value))];

    public void StoreElement(XElement element, string friendlyName) => secrets.Add(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
