using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Pictures;

/// <summary>The pictures of case studies, without their bytes.</summary>
public sealed class PictureShelf(InfoStoryContext db)
{
    /// <summary>Those of one case study, shown or not, as they were added; also what is being added or deleted in the same save.</summary>
    internal async Task<IReadOnlyList<KeptPicture>> OfAsync(Id<CaseStudy> id, CancellationToken cancellation)
    {
        var saved = await db.Set<CaseStudyPicture>().Where(picture => picture.CaseStudyId == id).OrderBy(picture => picture.Id)
            .Select(picture => new KeptPicture(picture.Key, picture.Alt, picture.Caption, picture.Width, picture.Height)).ToListAsync(cancellation);
        var here = db.ChangeTracker.Entries<CaseStudyPicture>().Where(entry => entry.Entity.CaseStudyId == id)
            .ToLookup(entry => entry.State, entry => entry.Entity);
        return
        [
            .. saved.Where(picture => here[EntityState.Deleted].All(gone => gone.Key != picture.Key)),
            .. here[EntityState.Added].Select(picture => new KeptPicture(picture.Key, picture.Alt, picture.Caption, picture.Width, picture.Height)),
        ];
    }

    /// <summary>The case study shows from now on what is ticked of what there is; whoever writes it saves.</summary>
    internal async Task ShowAsync(CaseStudy study, EditCaseStudy command, CancellationToken cancellation)
    {
        var ticked = command.Pictures.Where(picture => picture.Show).ToList();
        study.Pictures = ticked.Count == 0 ? [] :
        [
            .. from kept in await OfAsync(study.Id, cancellation)
               let typed = ticked.Find(picture => picture.Key == kept.Key)
               where typed is not null
               select new ShownPicture
               {
                   Key = kept.Key,
                   Alt = PlainText.OneLine(typed.Alt) ?? "",
                   Caption = PlainText.OneLine(typed.Caption),
                   Width = kept.Width,
                   Height = kept.Height,
               },
        ];
    }

    /// <summary>Deletes them on the context, all or those that the case study does not show; whoever forgets saves.</summary>
    internal async Task ForgetAsync(CaseStudy study, bool all, CancellationToken cancellation)
    {
        var pictures = await db.Set<CaseStudyPicture>().Where(picture => picture.CaseStudyId == study.Id).ToListAsync(cancellation);
        db.RemoveRange(pictures.Where(picture => all || !study.Pictures.Exists(shown => shown.Key == picture.Key)));
    }
}
