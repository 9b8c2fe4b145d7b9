namespace Participation.LoadTests.Seeded;

/// <summary>What is printed is what was said, and nothing in it acts.</summary>
internal static class ReportBugs
{
    private const string Html = "Participation.Server/Reports/Html.cs", Pages = "Participation.Server/Pages/ReportPages.cs";

    public static readonly Bug[] All =
    [
        new("people of a flood are counted as givers in the report", "Participation/Activities/Ideas/IdeasSection.cs", "words.Count(\"report.people\", authors)", "words.Count(\"report.people\", state.Authors.Count)", "LobbyTests.A_flood_goes_with_all_that_it_gave_and_comes_back_by_one_undo"),
        new("people of a flood have answered", "Participation/Activities/Ideas/Ideas.cs", "scene.WithoutFlood(state.Authors.Count, state.Authors.ContainsKey)", "state.Authors.Count", "LobbyTests.A_flood_goes_with_all_that_it_gave_and_comes_back_by_one_undo"),
        new("a text that is markup", Html, "        page.Append(Encode(text));\n", "        page.Append(text);\n", "HtmlReportTests.Words_of_people_are_never_markup"),
        new("an attribute that is markup", Html, "Append(Encode(value))", "Append(value)", "HtmlReportTests.Words_of_people_are_never_markup"),
        new("a cell that is a formula", "Participation.Server/Reports/Csv.cs", "csv.WriteField(Harmless(cell ?? \"\"));", "csv.WriteField(cell ?? \"\");", "CsvTests.A_formula_becomes_text"),
        new("a report that prints no head", Pages, "SessionFile.Head(lines)));", "\"\"));", "ReportHeadTests.A_report_prints_the_head_of_the_record_that_it_was_made_from"),
        new("a report without a live right to it", Pages, "if (!(record ? seats.Leads(http, session) : seats.MayRead(http, session))) return null;", "", "EndpointMatrix.Every_endpoint_answers_everybody_as_the_rules_say"),
    ];
}
