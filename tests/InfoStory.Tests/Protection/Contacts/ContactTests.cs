using System.Text;
using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Protection.Contacts;

public sealed class ContactTests
{
    private const string Email = "teller@example.org";

    [Theory]
    [InlineData("no at sign", null, "Enter an email address in the right form, such as name@example.org")]
    [InlineData("two@at@example.org", null, "Enter an email address in the right form, such as name@example.org")]
    [InlineData("(x@example.org)", null, "Enter an email address in the right form, such as name@example.org")]
    [InlineData("zoë@example.org", null, "We cannot write to an address with such letters before the @. Enter another one, or a telephone number")]
    [InlineData(null, "12", "Enter a telephone number, such as 01632 960 001 or 07700 900 982")]
    [InlineData(null, "call me maybe", "Enter a telephone number, such as 01632 960 001 or 07700 900 982")]
    public async Task What_can_be_no_contact_is_refused(string? email, string? telephone, string sentence)
    {
        await using var database = await TestDatabase.NewAsync();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<ContactBook>()
            .LeaveAsync(null, new() { Email = email, Telephone = telephone }, default));

        Assert.Equal(sentence, Assert.Single(refused.Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("01632\u00A0960\u00A0001", "01632 960 001")]
    [InlineData("01632.960.001", "01632 960 001")]
    [InlineData("01632/960001", "01632 960001")]
    [InlineData("07700\u2013900\u2011982", "07700-900-982")]
    [InlineData("tel:+44-7700-900982", "+44-7700-900982")]
    [InlineData("Tel. 01632 960001", "01632 960001")]
    [InlineData("tel:07700900982;ext=12", "07700900982")]
    [InlineData("\u202A+44 7700 900982\u202C", "+44 7700 900982")]
    [InlineData("+44 (0)1632 960001", "+44 1632 960001")]
    [InlineData("0044 ( 0 ) 1632 960001", "0044 1632 960001")]
    [InlineData("(01632) 960001", "(01632) 960001")]
    [InlineData("\uFF10\uFF17\uFF17\uFF10\uFF10 900982", "07700 900982")]
    [InlineData("\u0660\u0667\u0667\u0660\u0660 900982", "07700 900982")]
    public async Task A_telephone_number_is_understood_however_it_was_pasted(string typed, string kept)
    {
        await using var database = await TestDatabase.NewAsync();

        var draft = await database.Get<ContactBook>().LeaveAsync(null, new() { Telephone = typed }, default);

        Assert.Equal(kept, (await database.Get<ContactBook>().FindAsync(draft, default))!.Telephone);
    }

    [Fact]
    public async Task Letters_that_nobody_sees_are_taken_off_and_alone_are_no_contact()
    {
        await using var database = await TestDatabase.NewAsync();

        var draft = await database.Get<ContactBook>().LeaveAsync(null, new() { Email = "\u200Bteller@\u00ADexample.org\u200F" }, default);
        var left = await database.Get<ContactBook>().FindAsync(draft, default);
        await database.Get<ContactBook>().LeaveAsync(draft, new() { Email = "\u200B", Telephone = "\u2060\u00A0" }, default);

        Assert.Equal((Email, null), (left?.Email, left?.Telephone));
        Assert.Null(await database.Get<ContactBook>().FindAsync(draft, default));
    }

    [Fact]
    public async Task It_lies_sealed_and_apart_from_the_story()
    {
        await using var database = await TestDatabase.NewAsync();
        await SentAsync(database);

        var contact = await database.Get<InfoStoryContext>().Set<Contact>().AsNoTracking().SingleAsync();

        Assert.DoesNotContain("teller", Encoding.Latin1.GetString(contact.Sealed), StringComparison.Ordinal);
        Assert.Equal(new ContactDetails(Email, null), database.Get<ContactSeal>().Open(contact.Sealed) with { Seen = "" });
    }

    [Fact]
    public async Task Who_opens_it_is_written_down_first_with_the_reason_and_without_the_address()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);

        var details = await database.Get<ContactBook>().OpenAsync(sent.Reference, ContactReason.CallAsAgreed, A.Moderator(), default);

        Assert.Equal(Email, details.Email);
        var entry = (await database.Get<StoryDesk>().ShowAsync(sent.Reference, default)).History[^1];
        Assert.Equal((HistoryAct.ContactOpened, "to call as agreed", "moderator@example.org"), (entry.Act, entry.Why, entry.By));
    }

    [Fact]
    public async Task Where_none_was_left_none_is_opened_and_nothing_is_written_down()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());

        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<ContactBook>()
            .OpenAsync(story.Reference, ContactReason.AskTheAuthor, A.Moderator(), default));

        Assert.DoesNotContain(
            (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).History, entry => entry.Act == HistoryAct.ContactOpened);
    }

    [Fact]
    public async Task Two_empty_answers_take_it_away()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);

        await database.Get<ContactBook>().ChangeAsync(await OpenAsync(database, sent), new(), default);

        Assert.False(await database.Get<ContactBook>().IsThereAsync(sent.Reference, A.Moderator(), default));
    }

    [Fact]
    public async Task It_goes_with_a_story_that_is_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);

        await database.Get<Withdrawal>().WithdrawAsync(await OpenAsync(database, sent), default);

        Assert.Empty(await database.Get<InfoStoryContext>().Set<Contact>().ToListAsync());
    }

    [Fact]
    public async Task It_goes_two_days_after_a_story_was_declined_and_with_a_draft_that_was_never_sent()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);
        var kept = await SentAsync(database);
        await database.Get<Review>().DeclineAsync(sent.Reference, new() { Reason = "We cannot publish this one." }, A.Moderator(), default);
        await database.Get<ContactBook>().LeaveAsync(null, new() { Email = "never@example.org" }, default);
        Assert.Equal(0, await database.Get<ContactBook>().DeleteClosedAsync(default));

        database.Clock.Advance(TimeSpan.FromDays(8));
        await database.Get<Drafts>().DeleteExpiredAsync(default);

        Assert.Equal(2, await database.Get<ContactBook>().DeleteClosedAsync(default));
        Assert.True(await database.Get<ContactBook>().IsThereAsync(kept.Reference, A.Moderator(), default));
    }

    [Fact]
    public async Task A_notice_says_that_there_is_news_and_nothing_of_what()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);
        var db = database.Get<InfoStoryContext>();
        await new AuthorNotifier(db).NoteAsync(
            [await db.Stories.SingleAsync(story => story.Reference == sent.Reference)],
            HistoryAct.AskedTheAuthor, A.Moderator(), database.Clock.UtcNow, default);
        await db.SaveChangesAsync();
        var postman = new TestPostman();

        await database.Get<AuthorNotices>().WriteDueAsync(default);
        await database.Get<AuthorNotices>().WriteDueAsync(default);
        await database.Get<Outbox>().SendDueAsync(postman, default);

        var letter = Assert.Single(postman.Given);
        Assert.Equal((Email, LetterLane.Personal, "There is news for you"), (letter.To, letter.Lane, letter.Title));
        Assert.DoesNotContain("story", letter.Title + letter.Body.Replace("/my-story", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(sent.Reference, letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_processes_look_at_once_one_notice_is_written()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);
        var db = database.Get<InfoStoryContext>();
        await new AuthorNotifier(db).NoteAsync(
            [await db.Stories.SingleAsync(story => story.Reference == sent.Reference)],
            HistoryAct.AskedTheAuthor, A.Moderator(), database.Clock.UtcNow, default);
        await db.SaveChangesAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => database.Get<AuthorNotices>().WriteDueAsync(default))));

        Assert.Equal(1, taken.Sum());
        Assert.Single(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
    }

    [Fact]
    public async Task A_letter_goes_with_the_contact_that_it_was_for()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);
        var db = database.Get<InfoStoryContext>();
        await new AuthorNotifier(db).NoteAsync(
            [await db.Stories.SingleAsync(story => story.Reference == sent.Reference)],
            HistoryAct.AskedTheAuthor, A.Moderator(), database.Clock.UtcNow, default);
        await db.SaveChangesAsync();
        Assert.Equal(1, await database.Get<AuthorNotices>().WriteDueAsync(default));
        await database.Get<ContactBook>().ChangeAsync(await OpenAsync(database, sent), new(), default);
        var postman = new TestPostman();

        await database.Get<Outbox>().SendDueAsync(postman, default);

        Assert.Empty(postman.Given);
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
    }

    [Fact]
    public async Task Renewal_is_asked_once_thirty_days_before_a_permission_ends_of_those_who_can_be_reached()
    {
        await using var database = await TestDatabase.NewAsync();
        var sent = await SentAsync(database);
        await database.Given(A.Story());
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(24).AddDays(-31) - database.Clock.UtcNow);
        var early = await database.Get<Renewal>().AskDueAsync(default);

        database.Clock.Advance(TimeSpan.FromDays(2));
        var (first, second) = (await database.Get<Renewal>().AskDueAsync(default), await database.Get<Renewal>().AskDueAsync(default));

        Assert.Equal((0, 1, 0), (early, first, second));
        Assert.Equal(database.Clock.UtcNow.AddDays(29), (await database.Get<MyStory>().ShowAsync(await OpenAsync(database, sent), default)).EndsSoon);
        Assert.Equal(1, await database.Get<AuthorNotices>().WriteDueAsync(default));
    }

    private static async Task<Sent> SentAsync(TestDatabase database)
    {
        var secret = await database.DraftAsync(A.Story());
        await database.Get<ContactBook>().LeaveAsync(secret, new() { Email = $" {Email} " }, default);
        return await database.Get<StorySender>().SendAsync(secret, default);
    }

    private static async Task<Id<Story>> OpenAsync(TestDatabase database, Sent sent) => (await database.Get<MyStory>().OpenAsync(sent.Receipt, default))!.Value;
}
