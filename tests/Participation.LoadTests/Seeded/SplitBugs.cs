namespace Participation.LoadTests.Seeded;

/// <summary>A vote that is split by who cast it tells of no few people how they voted.</summary>
internal static class SplitBugs
{
    private const string Rule = "Participation/Voting/FewPeople.cs", Strata = "Participation/Voting/Strata.cs", State = "Participation/Sessions/SessionState.cs", Reading = "Participation/Workshops/SplitReading.cs";
    private const string Attack = "SplitAttackTests.No_group_below_five_can_be_computed", Refused = "SplitReadingTests.What_cannot_be_split_is_named_with_its_place";

    public static readonly Bug[] All =
    [
        new("a group of few stands by itself", Rule, "line.GetValueOrDefault(group, Fewest) >= Fewest", "line.GetValueOrDefault(group, Fewest) > 2", Attack),
        new("one group that is not told is what is left", Rule, "(withheld.Count == 1 || ", "(", "AnnexTests.No_room_has_a_row_of_which_an_attacker_knows_the_small_type"),
        new("fewer than five are left when the told groups are subtracted", Rule, "|| withheld.Sum(group => group.Value) < Fewest ", "", Attack),
        new("those who are counted together all chose the same", Rule, " || alike?.Invoke([.. withheld.Select(group => group.Key)]) == true", "", Attack),
        new("a vote is split while the session goes on", Strata, "Split.IsTold(session) && session.Recounted is null", "session.Recounted is null", "SplitTests.As_long_as_the_session_goes_on_no_group_stands_anywhere"),
        new("a ballot behind a close is told by the difference of two reports", State, "entry.Event is IBallot || ", "", "SplitAttackTests.One_ballot_more_is_told_by_no_difference"),
        new("a flood behind a close is told by the difference of two reports", State, " || after.Stage.Lobby.Flood != Stage.Lobby.Flood", "", "SplitTests.After_a_flood_behind_a_close_no_report_splits_any_more"),
        new("a ballot moves with what its voter says later", Strata, "round.Strata?.GetValueOrDefault((voter, paper)) ?? None", "Of(scene, voter) ?? None", "SplitTests.A_ballot_stays_with_what_its_voter_was_then"),
        new("ballots of a flood are in a group", "Participation/Voting/Round.cs", "All.Where(ballot => !flood.Contains(ballot.Voter))", "All", "SplitTests.A_flood_is_in_no_group"),
        new("a secret vote is said to be split", Reading, "by is not null && settings is ISecretBallots { Secret: true }", "by is not null && settings is ISecretBallots { Fewest: < 0 }", Refused),
        new("a vote is split by what nobody is asked", Reading, "by is { } named && !Asks(named)", "by is { } named && named < 0", Refused),
        new("the same ballots are split in two ways", Reading, "before.Split != by", "before.Split == Dimension.Table", "SplitReadingTests.What_goes_on_with_a_vote_splits_it_as_before"),
        new("a secret vote in which groups are looked for", Strata, " && scene.Secret is null", "", "SplitTests.A_secret_vote_has_no_groups"),
        new("tables are told where there are none", Strata, "(by != Dimension.Table || ", "(by != Dimension.Table || by == Dimension.Table || ", "SplitTests.Where_all_sit_together_nothing_is_split_by_tables"),
        new("a count of the sheets under no group", "Participation/Sessions/Reporting/DataWorkbook.cs", "[Cell.Of(count.GroupLabel)]", "[Cell.Of(count.Group is null ? null : count.Label)]", "SplitTests.Pages_and_files_say_the_same"),
        new("a split that the data set has not", "Participation/Voting/Graded.cs", "from one in split.On(row.Id) from grade", "from one in split.On(row.Id).Skip(1) from grade", "SplitTests.Pages_and_files_say_the_same"),
    ];
}
