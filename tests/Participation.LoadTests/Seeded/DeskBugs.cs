namespace Participation.LoadTests.Seeded;

/// <summary>Once each, in order, by whom it is allowed, and counted once.</summary>
internal static class DeskBugs
{
    private const string Desk = "Participation/Sessions/SessionDesk.cs", Lane = "Participation/Sessions/Lane.cs", Guards = "Participation/Sessions/Guards.cs";

    public static readonly Bug[] All =
    [
        new("the desk does not wait for the journal", Desk, "await journal.Append(entries, decision.Box, decision.Erasures).ConfigureAwait(false);", "_ = journal.Append(entries, decision.Box, decision.Erasures);",
            "DeskLaws.Whatever_fails_nothing_acknowledged_is_lost_and_nothing_is_there_twice"),
        new("a command twice is recorded twice", Desk, "is { } earlier) return Again", "is { } earlier && lane.Ahead.Number < 0) return Again", "SessionLaws.A_command_sent_again_is_recorded_once_and_gets_the_same_receipt"),
        new("what changed nothing is not remembered", Desk, "return decision.Refused is not null ?", "return decision.Refused is not null || decision.Events.Count == 0 ?",
            "RepeatLaws.What_was_acknowledged_and_changed_nothing_changes_nothing_when_it_comes_again"),
        new("an erasure that found nothing is not remembered", "Participation/Sessions/Eraser.cs", "(decision.Events.Count > 0 || asked.Command.From.Id != Guid.Empty)", "decision.Events.Count > 0",
            "RepeatLaws.What_was_acknowledged_and_changed_nothing_changes_nothing_when_it_comes_again"),
        new("receipts are forgotten with the memory", Lane, "Receipts = receipts;", "Receipts = [];", "ForgettingLaws.A_command_sent_again_after_its_session_was_forgotten_gets_its_first_receipt"),
        new("a failed commit leaves its state behind", Desk, "            lane.Break(epoch);\n            return new Receipt(0, new Refusal(failed.Code", "            return new Receipt(0, new Refusal(failed.Code",
            "DeskLaws.Whatever_fails_nothing_acknowledged_is_lost_and_nothing_is_there_twice"),
        new("a fault of the disk is final", Desk, "\"journal.failed\" : failed.Code, Retry: true)", "\"journal.failed\" : failed.Code)", "CallTests.While_another_program_holds_the_file_a_phone_keeps_its_text_and_sends_it_again"),
        new("erased words stay in memory", "Participation/Sessions/Eraser.cs", "if (!lane.Renew(without, epoch)) return null;", "if (!lane.Renew(null, epoch)) return null;", "ErasingLaws.After_a_person_erased_what_they_wrote_no_screen_file_or_report_holds_a_word_of_it"),
        new("what was given while words went is forgotten", Lane, "without.Evolve(recent.Where(entry => entry.Number > without.Number))", "without with { Number = Ahead.Number }",
            "ErasureTurnLaws.While_the_journal_is_read_for_an_erasure_the_others_get_their_receipts"),
        new("an erasure of nothing new reads all again", "Participation/Sessions/Eraser.cs", "decision.Whose is { } who && lane.IsWordless(who)", "decision.Whose is { } who && lane.IsWordless(who) && lane.Ahead.Number < 0",
            "ErasureTurnLaws.Who_gave_nothing_since_is_answered_without_a_look_at_the_journal"),
        new("each erasure reads for itself", Lane, "(erasures, erasing) = ([], next.Count > 0);\n            return next;", "(erasures, erasing) = ([.. next.Skip(1)], next.Count > 0);\n            return [.. next.Take(1)];",
            "ErasureTurnLaws.Erasures_that_wait_together_are_one_reading"),
        new("the choice of a secret ballot in a digest", Desk, "decision.Box is null ? Digest(grain, from.Body.Span) : Guid.Empty", "Digest(grain, from.Body.Span)", "AttackTests.A_secret_vote_tells_no_more_than_chance"),
        new("the choice of a secret ballot beside its voter", "Participation/Sessions/Ballots/SecretBallots.cs", "new StepVoted(command.Item, round, paper)) with", "new StepVoted(command.Item, round, string.Concat(marks))) with",
            "AttackTests.A_secret_vote_tells_no_more_than_chance"),
        new("a secret ballot cast twice", "Participation/Sessions/Ballots/SecretBallots.cs", "box.Has(command.From.Id, paper) ?", "box.Has(command.From.Id, paper + \" \") ?", "SecretVoteTests.A_ballot_is_cast_once_and_counted_only_when_none_can_come"),
        new("a clock set back opens a closed step", Guards, "(from.At - closed).Duration() <= Grace", "from.At - closed <= Grace", "ClockTests.A_clock_that_leaps_opens_no_closed_step_and_closes_no_open_one"),
        new("an open step closes by the clock", Guards, "if (stage.Open == item.Id && !step.Locked) return null;", "if (stage.Open == item.Id && !step.Locked && (step.EnteredAt is not { } entered || from.At - entered < TimeSpan.FromMinutes(30))) return null;",
            "ClockTests.A_clock_that_leaps_opens_no_closed_step_and_closes_no_open_one"),
        new("results are shown and the vote stays open", "Participation/Sessions/Acts/RevealStep.cs", "Closed is true ? step.Lock(entry.At) : step", "step", "CloseAndShowTests.Who_shows_results_closes_the_vote_and_one_undo_gives_both_back"),
        new("a secret vote is shown uncounted", "Participation/Sessions/Acts/RevealStep.cs", "Box is { Waits: true }", "Box is { Ballots: < 0 }", "CloseAndShowTests.A_secret_vote_is_counted_before_it_is_shown"),
        new("votes on results that were shown", Guards, "return !step.Sealed && step", "return step", "AttackTests.Nobody_votes_late_on_results_that_they_have_seen"),
        new("a round after results that were shown takes nothing late", "Participation/Sessions/Acts/NewRound.cs", ", Sealed = false", "", "CloseAndShowTests.What_begins_anew_after_results_were_shown_takes_what_is_a_moment_late"),
        new("a reset leaves the results open", "Participation/Sessions/Acts/ResetItem.cs", "Hidden = Hidden ?? step.Hidden, ", "", "CloseAndShowTests.A_reset_hides_what_began_hidden_and_never_shows_what_is_hidden"),
        new("who was removed says who they are anew", "Participation/Sessions/Joining/CorrectMine.cs", "state.Stage.Removed.Contains(who.Id) ?", "state.Stage.Removed.Contains(default) ?",
            "CorrectionTests.Who_was_removed_or_refused_or_still_waits_corrects_nothing_and_may_erase"),
        new("of two facilitators both win", Guards, "act.Expected is { } expected && expected != state.Stage.Version ?", "act.Expected is { } expected && expected < 0 ?", "SessionTests.Of_two_facilitators_at_once_one_wins_and_the_other_changes_nothing"),
        new("the ballot before counts too", "Participation/Voting/Round.cs", "        foreach (var before in mine.GetValueOrDefault(paper, [])) tally = tally.Plus(before, -1);\n", "", "DotVoteTests.A_ballot_replaces_the_one_before"),
        new("dots count twice", "Participation/Activities/DotVote/DotTally.cs", "+ (people * dots)", "+ (2 * people * dots)", "DotVoteTests.No_ballot_is_over_budget_and_the_tally_is_that_of_a_recount"),
        new("what is taken back leaves the entrance as it is", "Participation/Sessions/SessionState.cs", "Acts.Peek().Before with { Version = entry.Number }", "Acts.Peek().Before with { Version = entry.Number, Lobby = Stage.Lobby }",
            "GoldenJournals.An_old_journal_means_what_it_meant"),
        new("ballots taken back count as voters in old journals", "Participation/Voting/Round.cs", "mine.IsEmpty ? Ballots.Remove(voter)", "mine.Count < 0 ? Ballots.Remove(voter)",
            "GoldenJournals.An_old_journal_means_what_it_meant"),
        new("a command without its policy", "Participation/Sessions/Acts/HideStep.cs", "[CommandName(\"step.hide\"), Allowed(Role.Facilitator)]", "[CommandName(\"step.hide\")]", "CommandTests.A_command_says_who_may_send_it"),
        new("a command that is allowed to too many", "Participation/Sessions/Erasing/EraseWords.cs", "Allowed(Role.Facilitator)", "Allowed(Role.Facilitator, Role.Participant)", "CommandMatrix.Every_command_by_everybody_everywhere_is_answered_as_the_rules_say"),
        new("the policy is not asked", "Participation.Server/Handlers.cs", "request is SessionCommand command && CommandNames.May(command.From, command.GetType())", "request is SessionCommand", "CommandMatrix.Every_command_by_everybody_everywhere_is_answered_as_the_rules_say"),
        new("blank letters are a text", "Participation/Sessions/PlainText.cs", "if (Blank.Is(text))", "if (string.IsNullOrWhiteSpace(text))", "PlainTextTests.What_shows_nothing_is_no_text_and_no_place"),
        new("a line end of a word processor runs two words together", "Participation/Sessions/PlainText.cs", ".Replace('\\u000B', '\\n')", "", "PlainTextTests.Line_ends_become_line_ends_and_other_controls_vanish_or_become_a_blank"),
        new("a letter of another encoding is shown as a mark", "Participation.Server/Pages/ShelfFile.cs", "new UTF8Encoding(true, true)", "new UTF8Encoding(true, false)", "EncodingTests.A_file_of_Windows_1252_is_refused_with_its_line"),
    ];
}
