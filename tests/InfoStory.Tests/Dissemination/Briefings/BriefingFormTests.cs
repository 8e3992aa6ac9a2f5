using FluentValidation;
using InfoStory.Dissemination.Briefings;
using static InfoStory.Tests.Dissemination.Briefings.BriefingRoom;

namespace InfoStory.Tests.Dissemination.Briefings;

/// <summary>What a publisher is told of a form that cannot be saved: all of it at once, and of the contact only what is no office.</summary>
public sealed class BriefingFormTests
{
    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_when_it_is_made_and_when_it_is_changed()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());
        var wrong = Form with
        {
            Question = "",
            SecondReading = "Ask Mrs Angela Whitcombe.",
            FirstQuote = "A worker rang four times",
            Contact = "07700 900123",
        };

        var made = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(wrong));
        var id = await database.BriefingAsync(Form);
        var saved = (await database.Get<BriefingEditing>().OpenAsync(id, A.Publisher(), default)).Form;
        var changed = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<BriefingEditing>().ChangeAsync(id, wrong with { Revision = saved.Revision }, A.Publisher(), default));
        var lines = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(Form with { Studies = "one\ntwo", Contact = "" }));

        string[] fields =
        [
            nameof(EditBriefing.Contact), nameof(EditBriefing.FirstQuote), nameof(EditBriefing.Question), nameof(EditBriefing.SecondReading),
            nameof(EditBriefing.WhyPublic),
        ];
        Assert.All([made, changed], refused => Assert.Equal(fields, refused.Errors.Select(one => one.PropertyName).Order(StringComparer.Ordinal)));
        Assert.Contains("Line 2: ", lines.Errors.Single(one => one.PropertyName == nameof(EditBriefing.Studies)).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(2, lines.Errors.Count());
    }

    [Theory]
    [InlineData("The housing team, housing@leeds.gov.uk or 0113 496 0000", true)]
    [InlineData("Customer services: +44 (0)113 496 0000, www.leeds.gov.uk/housing", true)]
    [InlineData("Mrs Angela Whitcombe, housing@leeds.gov.uk", false)]
    [InlineData("The housing team, angela.whitcombe@leeds.gov.uk", false)]
    [InlineData("The housing team, awhitcombe@leeds.gov.uk", false)]
    [InlineData("The housing team, housing@gmail.com", false)]
    [InlineData("The housing team, 07700 900123", false)]
    [InlineData("The housing team, LS1 1UR", false)]
    public async Task The_contact_may_be_an_office_and_no_person_and_the_same_is_flagged_elsewhere(string contact, bool passes)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());

        var refused = await Record.ExceptionAsync(() => database.BriefingAsync(Form with { Contact = contact }));
        var elsewhere = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(Form with { Question = $"Why? {contact}" }));

        if (passes) Assert.Null(refused);
        else Assert.Contains(Assert.IsType<ValidationException>(refused).Errors, one => one.PropertyName == nameof(EditBriefing.Contact));
        Assert.Contains(elsewhere.Errors, one => one.PropertyName == nameof(EditBriefing.Question));
    }

    [Fact]
    public async Task One_reason_names_every_word_that_it_is_given_for()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());

        var both = await Assert.ThrowsAsync<ValidationException>(
            () => database.BriefingAsync(Form with { Question = "Why did Mrs Angela Whitcombe wait?", Contact = "07700 900123" }));
        var one = await Assert.ThrowsAsync<ValidationException>(() => database.BriefingAsync(Form with { Contact = "07700 900123" }));

        Assert.Equal(
            "Change these words, or choose a reason that is true of each of them: “Mrs Angela Whitcombe”, “07700 900123”",
            both.Errors.Single(error => error.PropertyName == nameof(EditBriefing.WhyPublic)).ErrorMessage);
        Assert.Equal(
            "Change “07700 900123”, or say why everyone may read it",
            one.Errors.Single(error => error.PropertyName == nameof(EditBriefing.WhyPublic)).ErrorMessage);
    }
}
