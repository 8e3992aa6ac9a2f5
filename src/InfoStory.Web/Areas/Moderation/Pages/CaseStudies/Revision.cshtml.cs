using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>
/// A revision beside the words that are saved now. Restoring it is a save as any other: its words are sent to the editor, which refuses and shows what it
/// refuses of typed ones.
/// </summary>
public sealed class RevisionModel(CaseStudyRevisions revisions) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public RevisionOnDesk Revision { get; private set; } = null!;

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Revision.Study.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Revision.Study.ContentNotes, Url.Page("Revision", null, new { Id, Number, open = Pages.Veil.Asked })!)
        : null;

    /// <summary>Each part that is different now, in the order in which it is read.</summary>
    public IEnumerable<(string Heading, Differences Differences)> Different =>
        Revision.Words.Parts().Zip(Revision.Now.Parts()).Where(pair => Changed.HasFlag(pair.First.Part)).Select(pair =>
            (pair.First.Part.InWords(), Differences.Between(pair.First.Text, pair.Second.Text, HttpContext.RequestAborted)));

    /// <summary>One side of a part, in which is marked what is different on the other.</summary>
    public static IHtmlContent Side(IReadOnlyList<Piece> pieces) =>
        pieces.Count > 0 ? new Marked(pieces, "added since", "not there any more") : new HtmlString("Nothing");

    /// <summary>What is the same now and then, of what is filled in.</summary>
    public IEnumerable<string> Same =>
        Revision.Words.Parts().Where(part => !Changed.HasFlag(part.Part) && part.Text.Length > 0).Select(part => part.Part.InWords());

    public RevisedParts Changed => Revision.Words.Against(Revision.Now);

    /// <summary>The fields of the editor with these words in them.</summary>
    public IEnumerable<(string Name, string? Value)> Fields
    {
        get
        {
            var form = Revision.ToForm();
            return new (string, string?)[]
            {
                (nameof(form.Revision), InDigits(form.Revision)), (nameof(form.Restores), InDigits(Number)), (nameof(form.Title), form.Title),
                (nameof(form.Summary), form.Summary), (nameof(form.TheStory), form.TheStory), (nameof(form.PlaceAndNeed), form.PlaceAndNeed),
                (nameof(form.Partners), form.Partners), (nameof(form.WhatWasNotShared), form.WhatWasNotShared), (nameof(form.Barrier), form.Barrier),
                (nameof(form.WhatTheyDid), form.WhatTheyDid), (nameof(form.WhatChanged), form.WhatChanged), (nameof(form.NotYetFixed), form.NotYetFixed),
                (nameof(form.Learning), form.Learning), (nameof(form.NamesAreReal), form.NamesAreReal ? "true" : "false"),
                (nameof(form.Address), form.Address), (nameof(form.HandOffsOf), ""),
            }.Concat(form.HandOffsOf!.Select(reference => (nameof(form.HandOffsOf), (string?)reference)))
                .Concat(form.Quotes.Select((quote, row) => ($"{nameof(form.Quotes)}[{row}]", quote)))
                .Concat(form.Figures.SelectMany((figure, row) => FieldsOf(figure, $"{nameof(form.Figures)}[{row}].")))
                .Concat(form.Pictures.SelectMany((picture, row) => FieldsOf(picture, $"{nameof(form.Pictures)}[{row}].")))
                .Where(one => one.Item2 is not null).Select(one => ($"Form.{one.Item1}", one.Item2));
        }
    }

    public override async Task LoadAsync(CancellationToken cancellation) => Revision = await revisions.ReadAsync(Id, Number, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    private static (string, string?)[] FieldsOf(EditFigure figure, string row) =>
    [
        (row + nameof(figure.For), figure.For?.ToString()), (row + nameof(figure.What), figure.What), (row + nameof(figure.Before), figure.Before),
        (row + nameof(figure.After), figure.After), (row + nameof(figure.Unit), figure.Unit), (row + nameof(figure.Period), figure.Period),
        (row + nameof(figure.Source), figure.Source), (row + nameof(figure.Link), figure.Link),
    ];

    private static (string, string?)[] FieldsOf(EditPicture picture, string row) =>
    [
        (row + nameof(picture.Key), picture.Key), (row + nameof(picture.Show), picture.Show ? "true" : "false"), (row + nameof(picture.Alt), picture.Alt),
        (row + nameof(picture.Caption), picture.Caption),
    ];

    private static string InDigits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
