using System.Reflection;
using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Replies;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Data;

/// <summary>What a rule lets pass has room in its column, counted as SQL Server counts: in UTF-16 code units.</summary>
public sealed class RoomTests
{
    /// <summary>A woman, a joiner, a woman, a joiner, a girl: what people see as one letter, and eight units.</summary>
    private const string Family = "\U0001F469\u200D\U0001F469\u200D\U0001F467";

    private const int Longest = 16_000;

    /// <summary>Where each text of a form is kept. A text that is added tomorrow has to be added here.</summary>
    private static readonly Dictionary<string, (Type Entity, string Column)> Kept = new(StringComparer.Ordinal)
    {
        ["EditCampaign.Name"] = (typeof(Campaign), "Name"),
        ["EditCampaign.Summary"] = (typeof(Campaign), "Summary"),
        ["EditCampaign.FirstPrompt"] = (typeof(Campaign), "Prompts"),
        ["EditCampaign.SecondPrompt"] = (typeof(Campaign), "Prompts"),
        ["EditCampaign.ThirdPrompt"] = (typeof(Campaign), "Prompts"),
        ["CreateInvitation.Name"] = (typeof(Invitation), "Name"),
        ["EditTag.Name"] = (typeof(Tag), "Name"),
        ["EditTag.Group"] = (typeof(Tag), "Group"),
        ["SplitTag.Names"] = (typeof(Tag), "Name"),
        ["EditTag.Synonyms"] = (typeof(Tag), "SynonymLines"),
        ["EditReply.Name"] = (typeof(Reply), "Name"),
        ["EditReply.Text"] = (typeof(Reply), "Text"),
        ["SayWhatWasMissing.Needed"] = (typeof(MissingInformation), "Needed"),
        ["SayWhatWasMissing.ReasonGiven"] = (typeof(MissingInformation), "ReasonGiven"),
        ["SayWhatWasMissing.WouldHaveChanged"] = (typeof(MissingInformation), "WouldHaveChanged"),
        ["ActOnMany.Reason"] = (typeof(Story), "Reason"),
        ["RecordDecision.Why"] = (typeof(SafeguardingCase), "Why"),
        ["RecordDecision.SharedWith"] = (typeof(SafeguardingCase), "SharedWith"),
        ["RecordDecision.HandOver"] = (typeof(SafeguardingCase), "HandOver"),
        ["RecordDecision.Reason"] = (typeof(Story), "Reason"),
        ["ReviewStory.PublicTitle"] = (typeof(Story), "PublicTitle"),
        ["ReviewStory.PublicText"] = (typeof(Story), "PublicText"),
        ["ReviewStory.Note"] = (typeof(Note), "Text"),
        ["ReviewStory.Reason"] = (typeof(Story), "Reason"),
        ["ReviewStory.Question"] = (typeof(Message), "Text"),
        ["AnswerQuestion.Text"] = (typeof(Message), "Text"),
        ["AskForChange.Text"] = (typeof(Message), "Text"),
        ["TellWhatChanged.Text"] = (typeof(Message), "Text"),
        ["EditOrganisation.Name"] = (typeof(Organisation), "Name"),
        ["EditOrganisation.Parent"] = (typeof(Organisation), "Name"),
        ["EndOrganisation.Successor"] = (typeof(Organisation), "Name"),
        ["RecordAsk.To"] = (typeof(Organisation), "Name"),
        ["PlanPromise.Organisation"] = (typeof(Organisation), "Name"),
        ["PlanPromise.What"] = (typeof(Promise), "What"),
        ["PlanPromise.Role"] = (typeof(Promise), "Role"),
        ["RecordPromise.Words"] = (typeof(PromiseEvent), "Words"),
        ["WriteResponse.Understood"] = (typeof(Response), "Understood"),
        ["WriteResponse.WillDo"] = (typeof(Response), "WillDo"),
        ["WriteResponse.Whom"] = (typeof(Response), "Whom"),
        ["WriteResponse.Change"] = (typeof(Response), "Change"),
        ["WriteResponse.Whose"] = (typeof(Response), "Whose"),
        ["WriteResponse.Role"] = (typeof(Response), "Role"),
        ["ReturnResponse.Why"] = (typeof(Response), "ReturnedWhy"),
        ["TellTeam.Words"] = (typeof(ResponderNote), "Words"),
        ["TellTeam.To"] = (typeof(ResponderNote), "To"),
        ["AcceptInvitation.Name"] = (typeof(Responder), "Name"),
        ["AcceptInvitation.Role"] = (typeof(Responder), "Role"),
        ["EditCaseStudy.Title"] = (typeof(CaseStudy), "Title"),
        ["EditCaseStudy.Summary"] = (typeof(CaseStudy), "Summary"),
        ["EditCaseStudy.TheStory"] = (typeof(CaseStudy), "TheStory"),
        ["EditCaseStudy.PlaceAndNeed"] = (typeof(CaseStudy), "PlaceAndNeed"),
        ["EditCaseStudy.Partners"] = (typeof(CaseStudy), "Partners"),
        ["EditCaseStudy.Barrier"] = (typeof(CaseStudy), "Barrier"),
        ["EditCaseStudy.TakenDownWords"] = (typeof(CaseStudy), "TakenDownWords"),
        ["AddPicture.Alt"] = (typeof(CaseStudyPicture), "Alt"),
        ["AddPicture.Caption"] = (typeof(CaseStudyPicture), "Caption"),
        ["EditPicture.Alt"] = (typeof(CaseStudy), "Pictures"),
        ["EditPicture.Caption"] = (typeof(CaseStudy), "Pictures"),
        ["EditFigure.What"] = (typeof(CaseStudy), "Figures"),
        ["EditFigure.Unit"] = (typeof(CaseStudy), "Figures"),
        ["EditFigure.Period"] = (typeof(CaseStudy), "Figures"),
        ["EditFigure.Source"] = (typeof(CaseStudy), "Figures"),
        ["EditCaseStudy.WhatWasNotShared"] = (typeof(CaseStudy), "WhatWasNotShared"),
        ["EditCaseStudy.WhatTheyDid"] = (typeof(CaseStudy), "WhatTheyDid"),
        ["EditCaseStudy.WhatChanged"] = (typeof(CaseStudy), "WhatChanged"),
        ["EditCaseStudy.NotYetFixed"] = (typeof(CaseStudy), "NotYetFixed"),
        ["EditCaseStudy.Learning"] = (typeof(CaseStudy), "Learning"),
        ["AnswerIntruder.Why"] = (typeof(CaseStudy), "AskedWhy"),
        ["DismissFlags.Remark"] = (typeof(Flag), "Remark"),
        ["ProposeSwitch.Why"] = (typeof(ProposedSwitch), "Why"),
        ["InterestForm.Words"] = (typeof(Subscriber), "Interests"),
        ["StartSubscription.Words"] = (typeof(Subscriber), "Interests"),
        ["ChangeSubscription.Words"] = (typeof(Subscriber), "Interests"),
        ["ImportSubscribers.Source"] = (typeof(SubscriberImport), "Source"),
        ["DecideDigest.Why"] = (typeof(Digest), "DroppedWhy"),
        ["EditBriefing.Question"] = (typeof(Briefing), "Question"),
        ["EditBriefing.Filter"] = (typeof(Briefing), "Filter"),
        // As keys.
        ["EditBriefing.Studies"] = (typeof(BriefingPick), "CaseStudyId"),
        ["EditBriefing.FirstReading"] = (typeof(Briefing), "Readings"),
        ["EditBriefing.SecondReading"] = (typeof(Briefing), "Readings"),
        ["EditBriefing.ThirdReading"] = (typeof(Briefing), "Readings"),
        ["EditBriefing.FirstQuote"] = (typeof(BriefingQuote), "Words"),
        ["EditBriefing.SecondQuote"] = (typeof(BriefingQuote), "Words"),
        ["EditBriefing.ThirdQuote"] = (typeof(BriefingQuote), "Words"),
        ["EditBriefing.Contact"] = (typeof(Briefing), "Contact"),
        ["GiveBriefing.To"] = (typeof(BriefingCopy), "Sealed"),
    };

    [Fact]
    public async Task Every_text_that_a_rule_measures_has_room_in_its_column()
    {
        await using var database = await TestDatabase.NewAsync();
        var (services, model) = (database.Get<IServiceProvider>(), database.Get<InfoStoryContext>().Model);
        var measured = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var command in typeof(Story).Assembly.GetTypes().Where(type => services.GetService(typeof(IValidator<>).MakeGenericType(type)) is not null))
        {
            foreach (var property in command.GetProperties().Where(one => one.PropertyType == typeof(string) && one.CanWrite))
            {
                var longest = await (Task<int?>)typeof(RoomTests).GetMethod(nameof(LongestAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(command).Invoke(null, [services, property])!;
                if (longest is { } units) measured[$"{command.Name}.{property.Name}"] = units;
            }
        }

        Assert.Equal(Kept.Keys.Order(StringComparer.Ordinal), measured.Keys.Order(StringComparer.Ordinal));
        // What is owned stands in the table of each of its owners.
        var columns = Kept.ToDictionary(
            text => text.Key, text => model.GetEntityTypes().Where(entity => entity.ClrType == text.Value.Entity)
                .Select(entity => entity.FindProperty(text.Value.Column)!.GetMaxLength()).ToList());
        Assert.All(columns, column => Assert.NotEmpty(column.Value));
        Assert.Empty(columns.Where(column => column.Value.Exists(room => room < measured[column.Key])).Select(column => column.Key));
    }

    [Fact]
    public async Task The_longest_reason_for_a_switch_has_room_in_the_history()
    {
        await using var database = await TestDatabase.NewAsync();
        var rule = FlagRules.All.First(one => one.CanBeOff).Name;
        var why = string.Concat(Enumerable.Repeat(Family, ProposedSwitch.MaxWhy));

        await database.Get<RuleBook>().ProposeOffAsync(new() { Rule = rule, Why = why }, A.Administrator(), default);

        var kept = await database.Get<InfoStoryContext>().History.Select(entry => entry.Why).ToListAsync();
        Assert.Contains(kept, reason => reason?.EndsWith(why, StringComparison.Ordinal) == true);
    }

    /// <summary>The most units that pass; null where the rules do not measure this text.</summary>
    private static async Task<int?> LongestAsync<T>(IServiceProvider services, PropertyInfo property)
    {
        if (typeof(T).GetConstructor(Type.EmptyTypes) is null) return null;

        var command = Activator.CreateInstance<T>();
        // The one rule that measures only for one of several acts.
        typeof(T).GetProperty(nameof(ActOnMany.Act), typeof(BulkKind?))?.SetValue(command, BulkKind.DeclineAsSpam);
        var rules = services.GetRequiredService<IValidator<T>>();
        if (!await IsTooLongAsync(Longest)) return null;

        var (fits, tooLong) = (0, Longest);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (await IsTooLongAsync(middle)) tooLong = middle;
            else fits = middle;
        }

        return fits * Family.Length;

        async Task<bool> IsTooLongAsync(int letters)
        {
            property.SetValue(command, string.Concat(Enumerable.Repeat(Family, letters)));
            var found = await rules.ValidateAsync(command, options => options.IncludeProperties(property.Name));
            return found.Errors.Exists(error => error.ErrorMessage.Contains("characters or fewer", StringComparison.Ordinal));
        }
    }
}
