using System.Xml.Linq;
using InfoStory.Data;
using InfoStory.Sqlite;
using InfoStory.SqlServer;
using InfoStory.Web.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using ProtectionKey = Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey;
using Secret = InfoStory.Data.Secret;

namespace InfoStory.Web.Tests.Keys;

public sealed class KeyRingTests
{
    private const string Purpose = "InfoStory.Contact";

    [Fact]
    public async Task What_was_protected_before_keys_had_a_table_of_their_own_can_still_be_read()
    {
        var folder = Directory.CreateTempSubdirectory("infostory-keys-");
        var file = Path.Combine(folder.FullName, "infostory.db");
        var before = new KeysInMemory();
        var sealed_ = before.Provider().CreateProtector(Purpose).Protect("0113 496 0999");
        await using (var old = Open(file))
        {
            await old.GetService<IMigrator>().MigrateAsync("Initial");
            old.AddRange(before.Kept.Select(key => new Secret { Name = $"key:{key.Name}", Value = key.Xml }));
            old.Add(new Secret { Name = "receipt key", Value = "of another purpose" });
            await old.SaveChangesAsync();
        }

        await using var site = new SiteOn(file);

        Assert.Equal("0113 496 0999", site.Get<IDataProtectionProvider>().CreateProtector(Purpose).Unprotect(sealed_));
        Assert.Equal(
            ["link key", "receipt key", "subscriber key", "tap key"],
            site.Get<InfoStoryContext>().Set<Secret>().Select(secret => secret.Name).Order());
        Assert.Equal(before.Kept.Select(key => key.Name), site.Get<KeyRingContext>().DataProtectionKeys.Select(key => key.FriendlyName));
    }

    [Fact]
    public async Task What_one_process_protects_another_reads()
    {
        await using var site = new TestSite();
        var sealed_ = site.Get<IDataProtectionProvider>().CreateProtector(Purpose).Protect("words");

        await using var beside = site.Beside();

        Assert.Equal("words", beside.Get<IDataProtectionProvider>().CreateProtector(Purpose).Unprotect(sealed_));
        Assert.Single(beside.Get<KeyRingContext>().DataProtectionKeys);
    }

    [Fact]
    public void SQL_Server_numbers_the_keys_itself()
    {
        var options = new DbContextOptionsBuilder<KeyRingContext>();
        options.UseSqlServerFor("Server=nowhere", null, TimeProvider.System);
        using var ring = new KeyRingContext(options.Options);
        var id = ring.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(ProtectionKey))!.FindProperty("Id")!;

        Assert.Equal(SqlServerValueGenerationStrategy.IdentityColumn, SqlServerPropertyExtensions.GetValueGenerationStrategy(id));
        Assert.Equal("bigint", id.GetColumnType());
    }

    private static InfoStoryContext Open(string file)
    {
        var options = new DbContextOptionsBuilder<InfoStoryContext>();
        options.UseSqliteFor($"Data Source={file};Pooling=False", null, TimeProvider.System);
        return new(options.Options);
    }

    /// <summary>A site on a database that is there already, which it brings up to date as it starts.</summary>
    private sealed class SiteOn : TestSite
    {
        public SiteOn(string file) => File = file;
    }

    /// <summary>Data Protection as another process would use it, with the keys at hand.</summary>
    private sealed class KeysInMemory : IXmlRepository
    {
        public List<(string Name, string Xml)> Kept { get; } = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. Kept.Select(key => XElement.Parse(key.Xml))];

        public void StoreElement(XElement element, string friendlyName) => Kept.Add((friendlyName, element.ToString(SaveOptions.DisableFormatting)));

        public IDataProtectionProvider Provider()
        {
            var services = new ServiceCollection();
            services.AddDataProtection().SetApplicationName("InfoStory");
            services.Configure<KeyManagementOptions>(options => options.XmlRepository = this);
            return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
        }
    }
}
