using System.Reflection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.TestHost;

namespace InfoStory.Web.Tests.Architecture;

/// <summary>A page model asks for few things, and keeps them to itself.</summary>
public sealed class PageModelTests(PageModelTests.ListedSite site) : IClassFixture<PageModelTests.ListedSite>
{
    private const int Most = 4;

    private static readonly IReadOnlyList<Type> Models =
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PageModel)) || type.IsAssignableTo(typeof(ViewComponent)))];

    [Fact]
    public void It_asks_for_at_most_four_things()
    {
        var constructors = Models.SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)).ToList();

        Assert.Contains(constructors, constructor => constructor.GetParameters().Length == Most);
        Assert.Empty(constructors.Where(constructor => constructor.GetParameters().Length > Most).Select(constructor => constructor.DeclaringType));
    }

    /// <summary>A view, or a page that is built on this one, would reach past it for more than four.</summary>
    [Fact]
    public void It_hands_out_nothing_that_is_injected()
    {
        var handedOut = Models.SelectMany(type => type.GetProperties(
                BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(property => property.GetMethod is { IsPrivate: false } && site.Registered.Contains(Plain(property.PropertyType)));

        Assert.Contains(typeof(Sharing.StorySender), site.Registered);
        Assert.Empty(handedOut.Select(property => $"{property.DeclaringType}.{property.Name} hands out {property.PropertyType.Name}"));
    }

    private static Type Plain(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>A site that tells what can be injected, ours and the framework's.</summary>
    public sealed class ListedSite : TestSite
    {
        private readonly HashSet<Type> registered = [];

        public IReadOnlySet<Type> Registered
        {
            get
            {
                _ = Services;
                return registered;
            }
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => registered.UnionWith(services.Select(service => Plain(service.ServiceType))));
        }
    }
}
