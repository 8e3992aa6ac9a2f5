using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;

namespace InfoStory.Tests.Organisations;

/// <summary>No calendar goes on after 31 December 9999, so nothing may be counted from it.</summary>
public sealed class LastDayOfAllTests
{
    private static readonly DateOnly Last = DateOnly.MaxValue;

    [Fact]
    public async Task Every_form_that_asks_for_a_day_refuses_the_last_one_there_is_beside_its_field()
    {
        await using var database = await TestDatabase.NewAsync();

        foreach (var kind in RecordAsk.Kinds)
            await RefusedAsync(database, new RecordAsk { Kind = kind, On = Last, Until = Last, LastDay = Last }, nameof(RecordAsk.On));
        await RefusedAsync(database, new RecordAsk { Kind = AskEventKind.HoldingReply, On = Last.AddDays(-1), Until = Last }, nameof(RecordAsk.On));
        await RefusedAsync(database, new RecordAsk { Kind = AskEventKind.HoldingReply, Until = Last }, nameof(RecordAsk.Until));
        await RefusedAsync(database, new RecordAsk { Kind = AskEventKind.Corrected, LastDay = Last }, nameof(RecordAsk.LastDay));
        await RefusedAsync(database, new WriteResponse { On = Last }, nameof(WriteResponse.On));
        await RefusedAsync(database, new WriteResponse { Change = "One number", Due = Last }, nameof(WriteResponse.Due), WriteResponseRules.Whole);
        await RefusedAsync(database, new PlanPromise { Due = Last }, nameof(PlanPromise.Due));
        await RefusedAsync(database, new RecordPromise { Kind = PromiseEventKind.Moved, Due = Last }, nameof(RecordPromise.Due));
        await RefusedAsync(database, new CreateInvitation { LastDay = Last }, nameof(CreateInvitation.LastDay));
        await RefusedAsync(database, new EditCampaign { FirstDay = Last, LastDay = Last }, nameof(EditCampaign.LastDay));
        await RefusedAsync(database, new EditBriefing { FirstDay = Last, LastDay = Last }, nameof(EditBriefing.LastDay));
        await RefusedAsync(database, new ImportSubscribers { Since = Last }, nameof(ImportSubscribers.Since));
    }

    private static async Task RefusedAsync<T>(TestDatabase database, T form, string field, params string[] sets)
    {
        var looked = await database.Get<IValidator<T>>().ValidateAsync(form, options => options.IncludeRuleSets([.. sets, "default"]));
        Assert.Contains(looked.Errors, error => error.PropertyName == field);
    }
}
