using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;

namespace InfoStory.Tests.CaseStudies.Pictures;

/// <summary>What is nearly the same as before is something else.</summary>
public sealed class NearlyTheSamePictureTests
{
    private static readonly AddPicture Board = new() { Alt = "A board with 12 names, 3 lines empty", Caption = "The ward took it" };

    [Fact]
    public async Task The_same_words_elsewhere_are_other_words()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await PicturedAsync(database);
        await database.Get<CaseStudyEditing>().SaveAsync(key, (await database.FormAsync(key)).Answered(), A.Publisher(), default);
        var form = await database.FormAsync(key);
        var swapped = form with { Pictures = [form.Pictures[0] with { Alt = $"{Board.Alt}. {Board.Caption}", Caption = null }], Intruder = new() };
        var before = (await database.StudyAsync(key)).IntruderStands;

        var isSame = form.HoldsSame(swapped);
        await database.Get<CaseStudyEditing>().SaveAsync(key, swapped, A.Publisher(), default);

        Assert.Equal((true, false, false), (before, isSame, (await database.StudyAsync(key)).IntruderStands));
    }

    /// <summary>Some databases find a key in any spelling.</summary>
    [Fact]
    public async Task What_everyone_sees_stays_however_its_key_is_spelt()
    {
        await using var database = await TestDatabase.NewAsync();
        var key = await PicturedAsync(database);
        await database.Get<CaseStudyEditing>().PublishAsync(key, (await database.FormAsync(key)).Answered(), A.Publisher(), default);
        var shown = Assert.Single((await database.StudyAsync(key)).Pictures);

        foreach (var spelt in (string[])[shown.Key, shown.Key.ToUpperInvariant(), $"{shown.Key} "])
            Assert.NotNull(await Record.ExceptionAsync(() => database.Get<CaseStudyPictures>().DeleteAsync(key, spelt, A.Publisher(), default)));

        Assert.NotEmpty((await database.Get<PublicPictures>().ReadAsync(shown.Key, default)).Bytes);
    }

    private static async Task<Id<CaseStudy>> PicturedAsync(TestDatabase database)
    {
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync((await database.Given(A.Story().Ready())).Reference, A.Publisher(), default);
        await database.Get<CaseStudyPictures>().AddAsync(key, Board with { File = Photograph.Png(64, 48) }, A.Publisher(), default);
        return key;
    }
}
