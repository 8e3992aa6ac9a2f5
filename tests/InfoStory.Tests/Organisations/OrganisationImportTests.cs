using System.Text;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Importing;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations;

public sealed class OrganisationImportTests
{
    private const string Header = "name,kind,places,other names,mailbox,parent\n";

    [Fact]
    public async Task A_file_is_looked_at_and_then_imported_with_the_changes_that_were_ticked()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("Avon Trust", form => form with { Mailbox = "old@example.org" });
        await database.AddAsync("Severn Trust");
        await database.AddAsync("Wye Trust", form => form with { OtherNames = "WT" });
        var file = Encoding.UTF8.GetBytes(Header
            + "Ward Nine,Mental health,Cornwall|devon,W9|The Ninth,ward@example.org,Big Trust\r\n"
            + "Big Trust,,,,,\n\n"
            + "\"avon trust\",Housing,,,new@example.org,big trust\n"
            + "Severn Trust,Housing,,,,\n"
            + "Wye Trust,,,wt,,\n");

        var plan = await database.Get<OrganisationImport>().TryAsync(file, A.Publisher(), default);
        var before = await database.Get<InfoStoryContext>().Organisations.CountAsync();
        var done = await ImportAsync(database, file, plan, [5]);

        Assert.Equal((0, 2, 2, 1, 3), (plan.BadCount, plan.AddedCount, plan.ChangeCount, plan.SameCount, before));
        Assert.Equal(["kind", "mailbox", "parent"], plan.Changes[0].Cells.Select(cell => cell.Column));
        Assert.Equal(("old@example.org", "new@example.org"), (plan.Changes[0].Cells[1].From, plan.Changes[0].Cells[1].To));
        Assert.Equal(new ImportedOrganisations(2, 1), done);
        var ward = await database.Get<OrganisationRegister>().ReadAsync("ward-nine", default);
        Assert.Equal(("Mental health", "Big Trust"), (ward.Service!.Name, ward.Parent!.Name));
        Assert.Equal(["W9", "The Ninth"], ward.OtherNames);
        Assert.Equal(["Cornwall", "Devon"], ward.Places.Select(place => place.Name));
        Assert.Equal("Big Trust", (await database.Get<OrganisationRegister>().ReadAsync("avon-trust", default)).Parent!.Name);
        Assert.Null((await database.Get<OrganisationRegister>().ReadAsync("severn-trust", default)).Service);
        Assert.Equal(["Imported"], await database.ActsAsync(ward.Id));
    }

    [Theory]
    [InlineData("Ward,Cooking,,,,", 2, "kind", "“Cooking” is no service here")]
    [InlineData("Ward,,Atlantis,,,", 2, "places", "“Atlantis” is no place here")]
    [InlineData("Ward,,,,nobody,", 2, "mailbox", "“nobody” is not one email address")]
    [InlineData(",Housing,,,,", 2, "name", "The name is empty")]
    [InlineData("Ward,,,,,Nowhere", 2, "parent", "No open organisation is called “Nowhere”")]
    [InlineData("Ward,,,,,Ward", 2, "parent", "It would be part of itself")]
    [InlineData("Ward,,,,,Nine\nNine,,,,,Ward", 2, "parent", "It would be part of itself")]
    [InlineData("Ward,,,,,\n\n\"ward\",,,,,", 4, "name", "Line 2 has this name already")]
    [InlineData("Ward,,,Nine,,\nNine,,,,,", 3, "name", "Line 2 has this name already")]
    [InlineData("Nine,,,,,\nWard,,,Nine,,", 3, "other names", "“Nine” is the name of line 2")]
    [InlineData("Ward,,,avon trust,,", 2, "other names", "“avon trust” is the name of another organisation")]
    [InlineData("AT,,,,,", 2, "name", "Avon Trust is called so, too")]
    [InlineData("Gone Trust,,,,,", 2, "name", "Gone Trust is closed")]
    [InlineData("Wa\"rd,,,,,", 2, "", "A quotation mark stands in the middle of a cell")]
    [InlineData("\"Ward,,,,,\nNine,,,,,", 2, "", "A quotation mark is opened here and not closed")]
    [InlineData("\"Wa\nrd\",,,,,", 2, "name", "“Wa rd” has a line break in it")]
    [InlineData("Ward,,,,,,Nine", 2, "", "There are 7 cells, but 6 columns")]
    [InlineData("Wa\u0001rd,,,,,", 2, "name", "It has hidden characters")]
    public async Task A_row_that_cannot_be_is_named_with_its_line_its_column_and_why(string rows, int line, string column, string why)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("Avon Trust", form => form with { OtherNames = "AT" });
        await database.EndAsync(await database.AddAsync("Gone Trust"), OrganisationEnd.Closed);
        var file = Encoding.UTF8.GetBytes(Header + rows);

        var plan = await database.Get<OrganisationImport>().TryAsync(file, A.Publisher(), default);

        var bad = plan.Bad[0];
        Assert.Equal((line, column), (bad.Line, bad.Column));
        Assert.StartsWith(why, bad.Why, StringComparison.Ordinal);
        Assert.False(plan.CanImport);
        await Assert.ThrowsAsync<ValidationException>(() => ImportAsync(database, file, plan, []));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("title,kind\nOne,", "Nobody knows this column")]
    [InlineData("kind,places\nHousing,", "The first line must name the columns")]
    [InlineData("name,Name\nOne,", "This column is there twice")]
    [InlineData("PK\0\u0003\u0004", "This is not a file of text")]
    public async Task A_file_without_its_columns_is_refused_as_a_whole(string text, string why)
    {
        await using var database = await TestDatabase.NewAsync();

        var plan = await database.Get<OrganisationImport>().TryAsync(Encoding.UTF8.GetBytes(text), A.Publisher(), default);

        Assert.StartsWith(why, plan.Bad[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-8", true, ';')]
    [InlineData("windows-1252", false, ';')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16BE", true, ',')]
    public async Task Files_of_every_spreadsheet_are_read(string charset, bool marked, char separator)
    {
        await using var database = await TestDatabase.NewAsync();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var text = $"Name{separator}Other names{separator}Mailbox\nYnys Môn – Café{separator}\"A{separator}B\"{separator}a@example.org\n";
        byte[] file = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        await ImportAsync(database, file, await database.Get<OrganisationImport>().TryAsync(file, A.Publisher(), default), []);

        var page = await database.Get<OrganisationRegister>().ReadAsync("ynys-mon-cafe", default);
        Assert.Equal(("Ynys Môn – Café", $"A{separator}B"), (page.Name, page.OtherNames.Single()));
    }

    [Fact]
    public async Task What_changed_since_the_file_was_looked_at_is_a_conflict_and_nothing_is_imported()
    {
        await using var database = await TestDatabase.NewAsync();
        var avon = await database.AddAsync("Avon Trust");
        var file = Encoding.UTF8.GetBytes(Header + "Avon Trust,,,,new@example.org,\nWard,,,,,\n");
        var plan = await database.Get<OrganisationImport>().TryAsync(file, A.Publisher(), default);
        await database.ChangeAsync(avon, form => form with { Mailbox = "other@example.org" });

        await Assert.ThrowsAsync<ConflictException>(() => ImportAsync(database, file, plan, [2]));

        Assert.Equal(1, await database.Get<InfoStoryContext>().Organisations.CountAsync());
        Assert.Equal("other@example.org", (await database.Get<OrganisationEditing>().OpenAsync(avon, A.Publisher(), default)).Mailbox);
    }

    [Fact]
    public async Task The_same_file_imported_in_two_tabs_is_imported_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var file = Encoding.UTF8.GetBytes(Header + "Ward,,,,,\nNine,,,,,Ward\n");
        var plan = await database.Get<OrganisationImport>().TryAsync(file, A.Publisher(), default);

        var done = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Record.ExceptionAsync(() => ImportAsync(database, file, plan, [])))));

        Assert.Single(done, (Exception?)null);
        Assert.All(done.Where(fault => fault is not null), fault => Assert.IsType<ConflictException>(fault));
        Assert.Equal(2, await database.Get<InfoStoryContext>().Organisations.CountAsync());
    }

    [Fact]
    public async Task Names_at_which_a_rule_points_need_a_reason()
    {
        await using var database = await TestDatabase.NewAsync();
        var file = Encoding.UTF8.GetBytes(Header + "Ward,,,,,\nMrs Angela Whitcombe,,,Ring 07700 900123,,\n");
        var plan = await database.Get<OrganisationImport>().TryAsync(file, A.Publisher(), default);

        await Assert.ThrowsAsync<ValidationException>(() => ImportAsync(database, file, plan, [], why: null));
        await ImportAsync(database, file, plan, [], WhyPublic.Public);

        Assert.Contains(plan.Flagged, flagged => flagged.StartsWith("Line 3, name", StringComparison.Ordinal));
        Assert.Contains(plan.Flagged, flagged => flagged.StartsWith("Line 3, other names", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_exported_is_imported_again_without_a_change_and_is_no_formula()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("=1+1 Trust", form => form with { OtherNames = "-1\n@SUM(A1)\n\"Quoted\", really;", Mailbox = "+a@example.org" });
        await database.AddAsync("Ward", form => form with { Parent = "=1+1 trust" });
        await database.EndAsync(await database.AddAsync("Gone"), OrganisationEnd.Closed);

        var file = await database.Get<OrganisationImport>().ExportAsync(A.Publisher(), default);
        var plan = await database.Get<OrganisationImport>().TryAsync(file, A.Publisher(), default);

        var text = Encoding.UTF8.GetString(file);
        Assert.Equal((0, 0, 0, 2), (plan.BadCount, plan.AddedCount, plan.ChangeCount, plan.SameCount));
        Assert.Contains("'=1+1 Trust", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",+", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_bytes_a_file_has_it_is_read_or_refused()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AddAsync("Avon Trust");
        var random = new Random(76);
        var good = Encoding.UTF8.GetBytes(Header + "Ward,Housing,Cornwall|Devon,\"A \"\"ward\"\"\",a@example.org,Avon Trust\nNine,,,,,Ward\n");
        var import = database.Get<OrganisationImport>();

        for (var time = 0; time < 300; time++)
        {
            byte[] file = [.. good];
            for (var change = random.Next(1, 12); change > 0; change--) file[random.Next(file.Length)] = (byte)random.Next(256);
            if (time % 5 == 0) file = [.. file[..random.Next(file.Length)], .. "\"\"\",;|\r\n\ufeff\0\U0001F600"u8, .. file];

            var plan = await import.TryAsync(file, A.Publisher(), default);

            Assert.True(plan.BadCount > 0 || plan.AddedCount + plan.ChangeCount + plan.SameCount >= 0);
            Assert.All(plan.Bad, bad => Assert.True(bad.Line >= 1 && bad.Why.Length is > 0 and < 400));
        }
    }

    [Fact]
    public async Task A_file_is_bounded()
    {
        await using var database = await TestDatabase.NewAsync();
        var rows = Encoding.UTF8.GetBytes("name\n" + string.Concat(Enumerable.Range(1, 5001).Select(number => $"Ward {number}\n")));
        var many = Encoding.UTF8.GetBytes("name,mailbox\n" + string.Concat(Enumerable.Range(1, 300).Select(number => $"Ward {number},nobody\n")));

        var tooMany = await database.Get<OrganisationImport>().TryAsync(rows, A.Publisher(), default);
        var tooLarge = await database.Get<OrganisationImport>().TryAsync(new byte[ImportFile.MaxBytes + 1], A.Publisher(), default);
        var allBad = await database.Get<OrganisationImport>().TryAsync(many, A.Publisher(), default);

        Assert.Equal("The file has more than 5,000 rows. Divide it", tooMany.Bad.Single().Why);
        Assert.Equal("The file is larger than 1 MB. Divide it", tooLarge.Bad.Single().Why);
        Assert.Equal((ImportPlan.MostShown, 300), (allBad.Bad.Count, allBad.BadCount));
        Assert.Null(ImportFile.Unpack(ImportFile.Pack(new byte[ImportFile.MaxBytes + 1])));
        Assert.Equal(many, ImportFile.Unpack(ImportFile.Pack(many)));
        foreach (var wrong in (string?[])[null, "", "!", new('A', ImportFile.PartLength + 1)]) Assert.Null(ImportFile.Unpack([wrong]));
    }

    private static Task<ImportedOrganisations> ImportAsync(
        TestDatabase database, byte[] file, ImportPlan plan, List<int> lines, WhyPublic? why = WhyPublic.NotWhatItLooksLike) =>
        database.Get<OrganisationImport>().ImportAsync(
            new() { File = [.. ImportFile.Pack(file)], Seen = plan.Seen, Lines = lines, WhyPublic = why }, A.Publisher(), default);
}
