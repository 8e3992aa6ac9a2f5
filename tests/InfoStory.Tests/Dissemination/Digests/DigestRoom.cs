using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Digests;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Dissemination.Digests;

/// <summary>A database in which digests have begun.</summary>
internal static class DigestRoom
{
    extension(TestDatabase database)
    {
        /// <summary>What is public from now on is news.</summary>
        public async Task BeginDigestsAsync(bool automatic = true)
        {
            await database.Get<DigestMaking>().MakeDueAsync(default);
            foreach (var list in automatic ? (await database.Get<DigestDesk>().ListAsync(A.Publisher(), default)).Lists : [])
                await database.Get<DigestDesk>().SetAutomaticAsync(list.Id, true, A.Publisher(), default);
            database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        /// <summary>A case study that everyone may read, and these audiences too.</summary>
        public Task<GivenStory> PublicAsync(string title, params Audience[] also) =>
            database.Given(A.Story().Titled(title).For([Audience.Website, .. also]).Published());

        /// <summary>What the job does once what was published has settled.</summary>
        /// <returns>The letters of lists that wait, oldest first.</returns>
        public async Task<List<Letter>> DigestAsync()
        {
            database.Clock.Advance(DigestTimes.Settles + TimeSpan.FromMinutes(1));
            await database.Get<DigestMaking>().MakeDueAsync(default);
            await database.Get<DigestWriting>().WriteAsync(default);
            return await database.WaitingAsync();
        }

        public Task<List<Letter>> WaitingAsync() => database.Get<InfoStoryContext>().Set<Letter>().AsNoTracking()
            .Where(letter => letter.Lane == LetterLane.List).OrderBy(letter => letter.Id).ToListAsync();

        public async Task<int> DeliveriesAsync(Id<CaseStudy> study) =>
            await database.Get<InfoStoryContext>().Deliveries.CountAsync(sent => sent.CaseStudyId == study);

        /// <summary>As it is where so many letters may leave in a minute.</summary>
        public DigestWriting Writing(int perMinute) => ActivatorUtilities.CreateInstance<DigestWriting>(
            database.Get<IServiceProvider>(), new LettersOut(LetterExit.MailServer) { PerMinute = perMinute });
    }
}
