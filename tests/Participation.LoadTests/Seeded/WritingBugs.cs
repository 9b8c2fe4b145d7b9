namespace Participation.LoadTests.Seeded;

/// <summary>What people write stands as they wrote it last, every wording stays, and nobody writes over words that they did not see.</summary>
internal static class WritingBugs
{
    private const string Writing = "Participation/Writing/", Tests = "RewordingTests.";

    public static readonly Bug[] All =
    [
        new("words written over words that nobody saw", Writing + "RewordContribution.cs", "command.Basis != version", "command.Basis > version", Tests + "Words_that_were_written_on_an_older_wording_are_refused_and_what_stands_stays"),
        new("somebody else's idea reworded", Writing + "Contributions.cs", "&& given.By == who ? given", "&& who != Guid.Empty ? given", Tests + "It_is_refused_what_is_somebody_elses_gone_wrong_or_without_end"),
        new("other words that nobody approved", "Participation/Sessions/Scene.cs", "mark.Read > given.Latest.Entry", "mark.Read > given.Entry", Tests + "What_was_approved_waits_again_in_other_words"),
        new("an approval of words that nobody had read", "Participation/Sessions/Acts/MarkContribution.cs", "read != state.VersionOf(", "read > state.VersionOf(", Tests + "What_was_approved_waits_again_in_other_words"),
        new("an erasure that leaves what was written before", "Participation/Sessions/Erasing/EraseWords.cs", "words.Contribution == contribution", "words.Contribution.Length == 0", Tests + "All_wordings_go_with_one_erasure"),
        new("an old idea that lost its place", "Participation/Activities/Ideas/GiveIdea.cs", "? null : Text), (\"place\", Place)),", "? null : Text)),", "OldWordsTests.An_old_event_folds_to_the_state_of_the_new_one"),
        new("whose an idea is, told to every phone", Writing + "Contributions.cs", "audience.Role is not (Role.Facilitator or Role.Scribe) || Wall", "audience.Role == Role.Projector || Wall", Tests + "Whoever_may_write_for_somebody_is_told_what_was_typed_for_them_and_nobody_else_is"),
        new("a scribe told what was typed at another table", Writing + "Contributions.cs", "audience.Table is not { } table ||", "audience.Table is not { Length: 0 } table ||", Tests + "Whoever_may_write_for_somebody_is_told_what_was_typed_for_them_and_nobody_else_is"),
        new("an undo that leaves the words typed for somebody", Writing + "Contributions.cs", "return Reword(place, was with", "return Reword(place, given.Latest with", Tests + "What_was_typed_for_somebody_in_other_words_is_taken_back_by_the_hand_that_typed_it"),
        new("a title written over a title that nobody saw", "Participation/Activities/Clusters/NameCluster.cs", "seen != cluster.Named", "seen > cluster.Named", "TitleTests.A_title_that_was_written_on_an_older_one_is_refused"),
        new("an undo that throws away what somebody else did since", "Participation/Activities/Clusters/Board.cs", "ByOthers(by) > after", "ByOthers(by) > long.MaxValue - after", "TakenBackTests.What_others_changed_since_is_not_taken_back_and_is_named"),
        new("a participant's hand that counts for nothing against an undo", "Participation/Activities/Clusters/Board.cs", "Touches.IsEmpty || things", "by != Guid.Empty || things", "TakenBackTests.What_others_changed_since_is_not_taken_back_and_is_named"),
        new("a cluster that comes back with cards that lie elsewhere", "Participation/Activities/Clusters/TakenBack.cs", "Where(card => !now.Places.ContainsKey(card) && !now.IsTouched(Card(card), by, act))", "Where(card => act > 0)", "TakenBackTests.A_dissolved_cluster_comes_back_with_those_of_its_cards_that_nobody_moved_meanwhile"),
        new("what was typed and taken back returns", "Participation/Sessions/SessionState.cs", "done with { Before = On(done.Before) }", "done", "TakenBackTests.What_was_typed_and_taken_back_does_not_return_with_the_next_undo"),
        new("an undo of a reset beside the open step throws work away", "Participation/Sessions/SessionState.cs", "|| Stage.Steps.Any(step => (", "|| Stage.Steps.Any(step => step.Key == Stage.Open && (", "UndoTests.Nor_is_one_beside_the_open_step"),
        new("what another worded is withdrawn by an undo", "Participation/Sessions/SessionState.cs", "!Deeds.Overtook(deed, by, NameOf(deed).Item) && ", "", "TakenBackTests.What_was_typed_for_a_guest_stays_where_somebody_else_has_put_it_in_other_words_since"),
        new("an undo of what is not one's last", "Participation/Sessions/Acts/UndoAct.cs", "state.LastOf(by) != deed ?", "state.LastOf(by) is null ?", "TakenBackTests.Each_takes_back_their_own_last_one_first"),
        new("an old undo of what was typed that closes the step", "Participation/Sessions/SessionState.cs", "if (last?.Act != e.Act && Deeds", "if (last is null && Deeds", "TakenBackTests.An_old_undo_of_what_was_typed_withdraws_it_and_nothing_else"),
    ];
}
