namespace Participation.LoadTests.Seeded;

/// <summary>What is printed is what was said, and nothing in it acts.</summary>
internal static class ReportBugs
{
    private const string Html = "Participation.Server/Reports/Html.cs", Pages = "Participation.Server/Pages/ReportPages.cs", Printed = "Participation/Sessions/Reporting/PrintedContribution.cs";
    private const string Words = "Participation/Texts/Words.cs";
    private const string Data = "Participation/Sessions/Reporting/DataSet.cs", Synthesis = "Participation/Sessions/Reporting/SynthesisReport.cs", Law = "PublicFilesLaws.What_no_page_prints_is_in_no_file_beside_it";

    public static readonly Bug[] All =
    [
        new("people of a flood are counted as givers in the report", "Participation/Activities/Ideas/IdeasSection.cs", "state.Ideas.Where(idea => scene.StatusOf(idea) == ContributionStatus.Shown).Select(idea => idea.By)", "state.Ideas.Select(idea => idea.By)", "LobbyTests.A_flood_goes_with_all_that_it_gave_and_comes_back_by_one_undo"),
        new("people of a flood have answered", "Participation/Activities/Ideas/Ideas.cs", "scene.WithoutFlood(state.Authors.Count, state.Authors.ContainsKey)", "state.Authors.Count", "LobbyTests.A_flood_goes_with_all_that_it_gave_and_comes_back_by_one_undo"),
        new("an Italian day without its sound", Words, "at.Day is 8 or 11 ?", "at.Day is 11 ?", "DateTests.A_day_in_a_sentence_follows_its_sound"),
        new("a number with its thousands together", Words, "n.ToString(\"N0\", Culture)", "n.ToString(Culture)", "CountTests.Every_count_is_read_with_its_number"),
        new("a time zone told by its id", "Participation/Texts/ZoneNames.cs", "? words[\"report.zone-utc\"]", "? zone.Id", "DateTests.A_zone_is_a_city_and_never_an_id"),
        new("a text that is markup", Html, "        page.Append(Encode(text));\n", "        page.Append(text);\n", "HtmlReportTests.Words_of_people_are_never_markup"),
        new("an attribute that is markup", Html, "Append(Encode(value))", "Append(value)", "HtmlReportTests.Words_of_people_are_never_markup"),
        new("a cell that is a formula", "Participation.Server/Reports/Csv.cs", "csv.WriteField(Harmless(PlainDirection.Of(cell ?? \"\")));", "csv.WriteField(PlainDirection.Of(cell ?? \"\"));", "CsvTests.A_formula_becomes_text"),
        new("a cell that turns round its neighbours", "Participation.Server/Reports/Csv.cs", "Harmless(PlainDirection.Of(cell ?? \"\"))", "Harmless(cell ?? \"\")", "CsvTests.No_cell_turns_round_the_ones_beside_it"),
        new("a spreadsheet that reads underscores as a sign", "Participation.Server/Reports/XlsxText.cs", "Escaped().Replace(text, \"_x005F_x\")", "text", "XlsxTests.Text_stays_the_text_that_it_is"),
        new("a spreadsheet that tells when it was fetched", "Participation.Server/Reports/Xlsx.cs", "foreach (var entry in archive.Entries) entry.LastWriteTime", "foreach (var entry in archive.Entries.Take(0)) entry.LastWriteTime", "XlsxTests.The_same_sheets_are_the_same_bytes_and_tell_no_time_at_which_they_were_fetched"),
        new("a card in a cluster in which no page prints it", "Participation/Activities/Clusters/ClustersSection.cs", "foreach (var card in cluster.Cards) yield", "foreach (var card in board.Places.Keys) yield", "PublicFilesLaws.The_sheets_say_what_the_data_set_says_in_words_of_the_language"),
        new("types told again when somebody erased theirs", "Participation/Sessions/Reporting/Split.cs", "session is { Stage.Closed: true, Hushed: false }", "session.Stage.Closed", "AnnexTests.Who_erases_after_the_close_is_not_told_by_the_difference_of_two_reports"),
        new("people who gave nothing hide of what type others are", "Participation/Sessions/Reporting/NamedTypes.cs", "given.Select(each => new Seat(each.Table, each.By))", "given.Select(each => new Seat(each.Table, each.By)).Concat(session.Present.Select(who => new Seat(who.Table, who.Id)))", "TypeCoverTests.Only_those_hide_others_who_gave_something_that_is_there"),
        new("who erased themselves hides of what type others are", "Participation/Sessions/Reporting/NamedTypes.cs", " && !session.Gone.Contains(seat.Who)", "", "TypeCoverTests.Only_those_hide_others_who_gave_something_that_is_there"),
        new("one who comes between two closes is told by the second report", "Participation/Sessions/SessionState.cs", "Hushed = Hushed || WasClosed && apart is > 0 and < Reporting.NamedTypes.Fewest", "Hushed = Hushed || WasClosed && apart is < 0", "TypeCoverTests.Whoever_comes_after_a_close_that_was_taken_back_is_not_told_by_the_difference_of_two_reports"),
        new("pages for line ends", "Participation/Texts/Printed.cs", "Math.Max(LinesForAnything,", "Math.Max(int.MaxValue,", "PrintedTests.Of_line_ends_as_many_are_printed_as_the_words_carry_and_no_word_is_lost"),
        new("a web report that asks another host for its faces", "Participation.Server/Reports/ReportFonts.cs", "url(\\\"{Folder}/$1\\\")", "url(\\\"https://fonts.example/$1\\\")", "HtmlReportTests.The_page_needs_nothing_but_this_server_s_own_faces_and_says_so"),
        new("faces that the server does not give out", "Participation.Server/Pages/FontPages.cs", "GetDirectoryContents(\"assets\")", "GetDirectoryContents(\"fonts\")", "ReportFacesTests.Every_face_that_a_web_report_names_is_given_out_by_the_server_itself"),
        new("a worker with the server's environment", "Participation.Server/Reports/FencedNode.cs", "        start.Environment.Clear();\n", "", "FenceTests.Without_fences_node_starts_all_the_same_with_an_empty_environment_and_no_other_fence_is_said_to_stand"),
        new("a worker with the network", "Participation.Server/Reports/FencedNode.cs", "\"--net\", ", "", "FenceTests.Where_the_kernel_gives_namespaces_every_fence_stands"),
        new("a worker whose processes are counted with those of others", "Participation.Server/Reports/WorkerUser.cs", "maps.All(map => map.Any(line => Holds(line, drawn))) ? drawn : Nobody", "maps.All(map => map.Length < 0) ? drawn : Nobody", "FenceTests.Where_its_number_is_none_of_the_namespace_it_is_nobody"),
        new("a fence that is only said to stand", "Participation.Server/Reports/Reached.cs", "if (!Files) yield", "yield", "FenceTests.A_fence_counts_as_standing_only_when_the_attempt_failed"),
        new("a report that prints no head", Pages, "zone.Zone, SessionFile.Head(lines),", "zone.Zone, new string('0', 64),", "ReportHeadTests.A_report_prints_the_head_of_the_record_that_it_was_made_from"),
        new("a report without a live right to it", Pages, "if (!(record ? seats.Leads(http, session) : seats.MayRead(http, session))) return null;", "", "EndpointMatrix.Every_endpoint_answers_everybody_as_the_rules_say"),
        new("hidden words in the data set", Printed, "return said != WordsSaid.Printed ? bare : bare with", "return said == WordsSaid.Erased ? bare : bare with", Law),
        new("hidden words on the page", Printed, "ContributionStatus.Shown or ContributionStatus.Reset => WordsSaid.Printed", "ContributionStatus.Shown or ContributionStatus.Reset or ContributionStatus.Hidden => WordsSaid.Printed", Law),
        new("a reset brings back what was hidden", Synthesis, "!runs && status == ContributionStatus.Shown ? ContributionStatus.Reset : status", "!runs ? ContributionStatus.Reset : status", Law),
        new("the type of the withheld in the data set", Printed, "type == TypeSaid.Named ? opened.Types.First(option => option.Id == who!.Type) : null", "who is null ? null : opened.Types.FirstOrDefault(option => option.Id == who.Type)", "AnnexTests.Table_and_data_set_withhold_the_same"),
        new("seconds in the data set", Data, "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", Law),
        new("a question that no page prints in the data set", Data, "whole && session.Settings[item.Id] is IAsks asks", "session.Settings[item.Id] is IAsks asks", Law),
        new("counts in the data that the table does not print", "Participation/Activities/Opinions/OpinionsSection.cs", "SecretVote.NothingToShow(scene) ? [] : Ranked(view)", "SecretVote.NothingToShow(scene) ? [] : view.Rows", "PublicFilesLaws.A_count_in_the_data_is_the_one_that_the_page_prints"),
        new("the record inside the archive's PDF", Pages, "DataSet.Of(snapshot.State, frame).Write()", "Encoding.UTF8.GetBytes(SessionFile.Write(snapshot.Lines))", "EnclosedDataTests.What_the_pages_withhold_is_not_inside_the_file"),
        new("a cover that does not say that data is enclosed", Pages, "WithData = archive", "WithData = false", "EnclosedDataTests.What_the_pages_withhold_is_not_inside_the_file"),
        new("a file name that lets people in", "Participation.Server/Pages/ReportName.cs", "frame.Head[..8], what)", "session.Opened.Code, what)", "DoorTests.Each_file_that_goes_out_has_a_name_of_its_own_and_none_lets_anybody_in"),
        new("one's own copy tells what it resembles", "Participation.Server/Pages/MinePages.cs", "        data.Remove(\"near\");\n", "", "AttackTests.In_the_silent_phase_nobody_learns_that_somebody_else_wrote_the_same"),
        new("a class that is too small is printed all the same", "Participation/Sessions/Reporting/NamedTypes.cs", "!named.Contains(Under(pooled, who)) ? (TypeSaid.Withheld, null)", "!named.Contains(Under(pooled, who)) && !pooled.ContainsKey(who.Type ?? \"\") ? (TypeSaid.Withheld, null)",
            "AnnexTests.Types_that_are_too_few_stand_under_the_name_of_their_class"),
        new("a welcome is a chapter", Synthesis, "ShownIn(session, item) == item && ActivityKinds.Of(item.Kind).Takes);", "ShownIn(session, item) == item);", "FirstPagesTests.Welcome_and_thanks_are_no_chapters_and_steps_of_one_board_are_one"),
        new("kind and theme beside withheld words", Printed, "null, null, null, (null, null), opened.", "null, null, null, ActivityKinds.Of(item.Kind).Chosen(given, session.Scene(item), words), opened.",
            "FirstPagesTests.Kind_and_theme_stand_in_the_annex_beside_the_words_and_not_beside_words_that_are_withheld"),
        new("a figure that goes on without saying so", Synthesis, "words[\"report.continued\"]", "\"\"", "FilledPagesTests.Every_word_that_the_template_prints_by_itself_is_there_in_each_language"),
        new("a sentence that ends twice", Words, "text[..^1] : text;", "text : text;", "FirstPagesTests.No_sentence_of_a_report_ends_twice"),
        new("a strategy without its dots", "Participation/Activities/Clusters/ClustersFindings.cs", "cluster.Weight ?? cluster.Cards.Count", "cluster.Cards.Count", "FirstPagesTests.The_result_has_the_question_the_people_the_strategies_with_their_dots_and_what_stayed_open"),
        new("what was not held is not said to be open", "Participation/Sessions/Reporting/ResultSection.cs", "        open.AddRange(session.Opened!.Agenda.Where(item => ActivityKinds.Of(item.Kind).Takes && session", "        open.AddRange(session.Opened!.Agenda.Where(item => !ActivityKinds.Of(item.Kind).Takes && session",
            "FirstPagesTests.A_step_that_was_not_held_is_no_chapter_and_stands_among_what_stayed_open"),
        new("a night counts as work", "Participation/Sessions/Spells.cs", "TimeSpan.FromHours(3)", "TimeSpan.FromHours(300)", "WorkDaysTests.Of_a_session_over_a_night_both_days_are_told_and_the_night_is_no_work"),
        new("the cover tells the day of the preparation", "Participation/Sessions/Reporting/SynthesisReport.cs", "words.Days(WorkDays.Of(session, frame))", "words.Day(frame.At(session.OpenedAt))",
            "WorkDaysTests.Opened_days_before_and_closed_the_day_after_a_session_is_of_the_day_on_which_it_was_held"),
        new("a day is told in UTC", "Participation/Sessions/Reporting/SynthesisReport.cs", "TimeZoneInfo.ConvertTime(moment, Zone)", "moment", "WorkDaysTests.Of_a_session_over_a_night_both_days_are_told_and_the_night_is_no_work"),
        new("what is taken back brings a night back", "Participation/Sessions/Spells.cs", "step.Spans.Sum(Seconds)", "step.Seconds", "WorkDaysTests.An_act_of_the_evening_that_is_taken_back_in_the_morning_brings_no_night_back"),
        new("the result page outlives the close", "Participation/Sessions/SessionState.cs", "IsPublic => HasResults && Stage.Closed;", "IsPublic => HasResults;", "ResultPageTests.It_opens_after_the_close_alone_and_whatever_is_not_open_answers_alike_in_three_languages"),
        new("a new close opens the page again", "Participation/Sessions/SessionState.cs", "SessionClosed => false, _ => HasResults", "_ => HasResults", "ResultPageTests.It_opens_after_the_close_alone_and_whatever_is_not_open_answers_alike_in_three_languages"),
        new("the result page is found by searching", "Participation.Server/Pages/ResultPages.cs", "\"noindex, nofollow, noarchive\"", "\"all\"", "ResultPageTests.Its_pages_are_those_of_the_report_for_whoever_has_the_address_and_for_no_search_engine"),
        new("the result page keeps what was erased", "Participation.Server/Pages/ResultPages.cs", "var known = made.GetOrCreateValue(state);", "var known = made.GetOrCreateValue(SessionState.None);", "ResultPageTests.Who_erases_their_words_erases_them_from_the_page_too"),
        new("a phone learns of votes that were never shown", "Participation/Sessions/Became/Fates.cs", "items.Where(item => !session.Stage.Steps[item.Id].Hidden)", "items.Where(item => item.Held)", "FatesTests.Of_a_vote_that_was_never_shown_it_tells_no_count"),
    ];
}
