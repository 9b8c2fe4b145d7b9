using Participation.Reports;

namespace Participation.Tests.Reports;

/// <summary>A report that holds every kind of block once, in three languages.</summary>
internal static class SampleReport
{
    public static readonly DateTimeOffset Stamp = new(2026, 11, 14, 18, 0, 0, TimeSpan.Zero);

    public static Report In(string language, int rows = 12) => new(
        language, Say(language, "The square we want", "La piazza che vorremmo", "Der Platz, den wir wollen"), "14 · 11 · 2026",
        [new Fact("Code", "K7P2MX")],
        [
            new Section(1, Say(language, "Ideas", "Idee", "Ideen"), EveryBlock(language, rows)),
            new Section(2, Say(language, "Second part", "Seconda parte", "Zweiter Teil"), [new Paragraph("—")]),
        ],
        LabelsIn(language));

    public static Report Holding(params IReadOnlyList<Block> blocks) =>
        new("en", "Title", "Subtitle", [], [new Section(1, "Chapter", blocks)], LabelsIn("en"));

    public static IReadOnlyList<Block> EveryBlock(string language, int rows = 12) =>
    [
        new Paragraph(Say(language, "Five tables worked at the same time.", "Cinque tavoli hanno lavorato insieme.", "Fünf Tische arbeiteten gleichzeitig.")),
        new Bullets(["First line", "Second line"]),
        new Lead("What makes us stay?", "Focus question", Note: "Keywords: shade · water"),
        new Bars("Dots", "dots", "n = 39", [new Bar("Shade comes first", "A", 61, 48), new Bar("Nobody chose this", null, 0)], "Shade leads with 61 dots."),
        new StackedBars("Agreement", "n = 37", ["agree", "disagree", "pass", "unsure"], [new StackedBar("Close the street", "OP-01", [21, 12, 3, 1]), new StackedBar("Unanswered", null, [0, 0, 0, 0])], "Most agree to close the street."),
        new Cloud("Keywords", "36 dots in all", [new CloudWord("shade", 18), new CloudWord("water", 9), new CloudWord("lane", 0)], "Shade weighs most."),
        new ClusterMap("Clusters", "n = 9",
            [new MapGroup("A place to stay", [new MapCluster("c1", "A", "Shade first", ["IM-001"]), new MapCluster("c2", "C", "Sitting is free", ["IM-002"])]), new MapGroup(null, [new MapCluster("c3", "B", "Left over", [])])],
            "Shade first, with one card."),
        new Relations("Relations", "n = 3", [new MapCluster("c1", "A", "Shade first", []), new MapCluster("c2", "C", "Sitting is free", [])],
            [new MapArrow("c1", "c2", "supports", ArrowLine.Open), new MapArrow("c2", "c2", "itself", ArrowLine.Full), new MapArrow("c2", "gone", "nowhere", ArrowLine.Barred)], "Shade supports sitting."),
        new Subheading("Smaller than a part"),
        new Contents(),
        new Terms([new Fact("n = 12", "counted of 12"), new Fact("–", "not held")]),
        new Table("Annex", "n = 12",
            [new Column("No.", 2), new Column("Contribution", 8, Verbatim: true), new Column("Dots", 1, Number: true)],
            [.. Enumerable.Range(1, rows).Select(row => (IReadOnlyList<string>)[$"IM-{row:000}", "More trees along the avenue, small ones too, as long as they give shade in summer.", $"{row % 7}"])]),
        new Quotes([new Quote("A bench in the shade.", "IM-017", "Table 2"), new Quote("Less cars.\nMore trees.", "IM-004")]),
    ];

    private static Labels LabelsIn(string language) => language switch
    {
        "it" => new Labels("Indice", "Pagina", "di", "Figura", "Tabella", "Il segno {sign} sta al posto di un carattere non stampabile.", "tornata precedente", "continua"),
        "de" => new Labels("Inhalt", "Seite", "von", "Abbildung", "Tabelle", "Das Zeichen {sign} steht für ein Zeichen, das nicht gedruckt werden kann.", "vorige Runde", "Fortsetzung"),
        _ => new Labels("Contents", "Page", "of", "Figure", "Table", "The mark {sign} stands for a character that cannot be printed.", "round before", "continued"),
    };

    private static string Say(string language, string en, string it, string de) => language switch { "it" => it, "de" => de, _ => en };
}
