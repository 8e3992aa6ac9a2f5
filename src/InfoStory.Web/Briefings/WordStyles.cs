using DocumentFormat.OpenXml.Wordprocessing;

namespace InfoStory.Web.Briefings;

/// <summary>How a briefing looks in Word, small enough for two pages of A4.</summary>
internal static class WordStyles
{
    public const string Language = "en-GB", Caveat = "Caveat", Small = "Small", Quote = "BlockQuote", Item = "ListItem", Cell = "TableText";

    public const int Bullets = 1, Numbers = 2;

    private const string Font = "Arial", Green = "0B3A34";

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font }, new FontSize { Val = "19" },
                new Languages { Val = Language, EastAsia = Language, Bidi = Language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "80", Line = "250", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", isDefault: true),
        Heading(1, "32", "60"), Heading(2, "23", "160"), Heading(3, "19", "80"),
        Style(Caveat, "Caveat", new ParagraphProperties(new ParagraphBorders(
            new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 8, Color = Green }))),
        Style(Small, "Small", null, new StyleRunProperties(new FontSize { Val = "17" })),
        Style(Quote, "Block quote", new ParagraphProperties(
            new KeepNext(), new SpacingBetweenLines { After = "20" }, new Indentation { Left = "284" }), new StyleRunProperties(new Italic())),
        Style(Item, "List item", new ParagraphProperties(new SpacingBetweenLines { After = "40" })),
        Style(
            Cell, "Table text", new ParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20" }),
            new StyleRunProperties(new FontSize { Val = "17" })));

    public static Numbering Numbering() => new(
        List(Bullets, NumberFormatValues.Bullet, "•"), List(Numbers, NumberFormatValues.Decimal, "%1."),
        new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets },
        new NumberingInstance(new AbstractNumId { Val = Numbers }) { NumberID = Numbers });

    public static Settings Settings() => new(
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = Language });

    /// <summary>A4, with margins of 18 mm.</summary>
    public static SectionProperties Paper() => new(
        new PageSize { Width = 11_906, Height = 16_838 },
        new PageMargin { Top = 1_021, Right = 1_021, Bottom = 1_021, Left = 1_021, Header = 500, Footer = 500, Gutter = 0 });

    private static Style Heading(int level, string size, string before) => Style(
        $"Heading{level}", $"heading {level}",
        new ParagraphProperties(
            new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = before, After = "60" }, new OutlineLevel { Val = level - 1 }),
        new StyleRunProperties(new Bold(), new Color { Val = Green }, new FontSize { Val = size }));

    private static Style Style(
        string id, string name, ParagraphProperties? paragraph = null, StyleRunProperties? run = null, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle());
        if (paragraph is not null) style.Append(new StyleParagraphProperties(paragraph.ChildElements.Select(child => child.CloneNode(true))));
        if (run is not null) style.Append(run);
        return style;
    }

    private static AbstractNum List(int number, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "260" }))
        { LevelIndex = 0 })
    { AbstractNumberId = number };
}
