namespace Participation.LoadTests.Seeded;

/// <summary>Everybody sees what is theirs to see, all of it, and waits for nobody.</summary>
internal static class ScreenBugs
{
    private const string Broadcast = "Participation.Server/Live/Broadcast.cs", Hub = "Participation.Server/Live/LiveHub.cs";

    public static readonly Bug[] All =
    [
        new("phones are shown a hidden step", "Participation/Activities/Ideas/IdeasView.cs", "_ when !open => [],", "_ when !open && audience.Role == Role.Projector => [],", "IdeasTests.Silent_writing_is_nobody_elses_until_it_is_revealed"),
        new("the wall is shown the votes of a hidden round", "Participation/Activities/Opinions/OpinionsView.cs", "_ when !revealed => [],", "_ when !revealed && audience.Role == Role.Participant => [],", "SilenceLaws.What_is_given_in_silence_is_seen_by_nobody_else"),
        new("a scribe sees how people vote in silence", "Participation/Activities/Opinions/OpinionsView.cs", "Role.Scribe => revealed ? rows : rows.ConvertAll(row => row with { Agree = null, Disagree = null, Pass = null }),", "Role.Scribe => rows,", "SilenceLaws.What_is_given_in_silence_is_seen_by_nobody_else"),
        new("dots that nobody has seen weigh on a board", "Participation/Sessions/SessionState.cs", "Find(item) is { } found && !Stage.Steps[item].Hidden", "Find(item) is { } found", "SilenceLaws.What_is_given_in_silence_is_seen_by_nobody_else"),
        new("a board is weighed by votes that come later", "Participation/Workshops/AgendaReading.cs", "foreach (var (member, to) in ItemRef.In(settings))", "foreach (var (member, to) in ItemRef.In(settings).Where(each => each.To is Source))",
            "ItemRefTests.No_item_builds_on_one_that_comes_later_or_on_itself"),
        new("a new statement is nobody's to vote on but its author's", "Participation/Sessions/StepParts.cs", "Vote is { Papers.AreOfContributions: true }", "Vote is null",
            "SessionLaws.Every_screen_has_what_it_would_get_anew_and_knows_no_more_than_it_may"),
        new("a rush brings the lists of now, which are to wait", "Participation/Views/Between.cs", "list.SetValue(between, list.GetValue(told))", "list.SetValue(between, list.GetValue(now))",
            "BetweenTests.In_a_rush_counts_are_those_of_now_and_lists_those_that_were_told"),
        new("a rush leaves a step as it was", "Participation/Views/Between.cs", "var between = copy.Invoke(now, null)!;", "var between = copy.Invoke(told, null)!;", "BetweenTests.In_a_rush_counts_are_those_of_now_and_lists_those_that_were_told"),
        new("who is against weighs as much", "Participation/Voting/Scale.cs", "grade.Fill < Between", "grade.Fill != Between", "ScaleTests.Those_in_favour_weigh_and_nobody_else"),
        new("what is taken back beside the open step stays on phones", "Participation/Views/SessionSurface.cs", "All: beside || ", "All: ", "SessionLaws.What_is_taken_back_beside_the_open_step_leaves_what_others_have_in_it"),
        new("a phone is not told of which step its own is", "Participation/Views/Screens.cs", "Given(state, participant), item?.Id);", "Given(state, participant));", "GivenTextTests.What_is_ones_own_says_of_which_step_it_is"),
        new("a secret vote that also journals voter and choice", "Participation/Voting/IBallot.cs", ": SecretBallots.Cast(scene, ballot, paper, choices);",
            ": SecretBallots.Cast(scene, ballot, paper, choices) is { Refused: null } cast ? cast with { Events = [.. cast.Events, new BallotCast(ballot.Item, paper, choices)] } : Decision.Refuse(\"step.voted-already\");",
            "SecrecyLaws.Whose_a_ballot_was_stands_nowhere_before_the_count_and_after_it"),
        new("a secret vote of two is counted", "Participation/Voting/CountVotes.cs", "Math.Max(secret.Fewest, SecretBallots.LeastFewest)", "2", "SecrecyLaws.Of_too_few_nothing_is_told_not_even_after_the_count"),
        new("ballots of a flood are counted", "Participation/Voting/Tallies.cs", ".Without(scene.Session.Stage.Lobby.Flood)", "", "FloodLaws.A_session_without_its_flood_is_the_one_into_which_it_never_came"),
        new("the switch of moderation shows where it decides nothing", "Participation/Views/Screens.cs", "parts.MayWait(scene) ? step.Moderation : null", "(Moderation?)step.Moderation",
            "ModerationTests.Words_wait_in_a_kind_that_says_so_and_the_console_is_told_of_it"),
        new("hidden dots are shown", "Participation/Voting/Tallies.cs", "|| audience.Role == Role.Facilitator;", "|| audience.Role != Role.Participant;", "DotVoteTests.Hidden_dots_go_to_the_facilitator_alone_also_those_of_the_round_before"),
        new("removals are not told", "Participation/Views/Difference.cs", "if (!now.ContainsKey(KeyOf(before[i]))) ops.Add(new(\"remove\", $\"{path}/{i}\"));", "{ }", "SessionLaws.Every_screen_has_what_it_would_get_anew_and_knows_no_more_than_it_may"),
        new("phones pay for a rush that is over", "Participation.Server/Live/Room.cs", "urgent || still || last.Pace", "urgent || last.Pace", "RushTests.When_the_rush_is_over_every_card_is_there_within_two_seconds"),
        new("a receipt waits for a screen", Broadcast, "        room.Hear(entries);\n", "        room.Hear(entries);\n        hub.Clients.Group(ScreenGroup.Of(stream, new Audience(Role.Projector))).Here(0).Wait();\n", "RoomTests.A_screen_that_reads_nothing_holds_up_nobody"),
        new("who is removed comes back", Hub, "if (attends.Refused is { } refused) throw", "if (attends is { Refused: { } refused, Removed: false }) throw", "SessionTests.Who_is_removed_hears_it_loses_the_connection_and_comes_not_back_until_readmitted"),
        new("who is removed goes on giving", Guards, ": state.Stage.Removed.Contains(from.Id) ? \"seat.removed\"\n", "", "CommandMatrix.Every_command_by_everybody_everywhere_is_answered_as_the_rules_say"),
        new("the lobby gives", Guards, "if (from.Role == Role.Participant && state.AudienceOf(from.Id).Waits) return Decision.Later(\"seat.waiting\");", "", "CommandMatrix.Every_command_by_everybody_everywhere_is_answered_as_the_rules_say"),
        new("the log keeps what was sent", Hub, "if (CommandNames.Find(sent.Name) is not { } type)", "log.LogWarning(\"{Data}\", sent.Data);\n        if (CommandNames.Find(sent.Name) is not { } type)", "RoomTests.The_log_holds_no_code_no_key_no_cookie_and_nothing_that_anybody_wrote"),
        new("no limit on calls", "Participation.Server/Building.cs", "            hub.AddFilter<CallFilter>();\n", "", "PaceOfCallsTests.Over_the_limit_the_answer_is_later_and_nothing_is_lost_or_cut_off"),
        new("one seat, many connections, as many calls", "Participation.Server/Live/CallFilter.cs", "        free &= people.Of(seat.Session, seat.Id, rate).Take();\n", "", "PaceOfCallsTests.More_connections_are_no_more_air_and_to_come_back_is_none_either"),
        new("a wall that comes later knows nothing of where it was led", "Participation.Server/Live/Room.cs", "                Wall.Again();\n", "", "WallTests.Every_wall_goes_where_the_console_leads_it_and_so_does_one_that_comes_later"),
        new("whoever sees the wall leads all walls", Hub, "if (seat.Role != who) return Answer.Refuse(\"command.not-allowed\");", "if (seat.Role is Role.Participant or Role.Scribe) return Answer.Refuse(\"command.not-allowed\");", "CommandMatrix.Every_command_by_everybody_everywhere_is_answered_as_the_rules_say"),
        new("who comes is told what was just erased", Broadcast, "room.StillShows(audience, taken ??= room.Taken)", "room.StillShows(audience, taken ??= 0)", "TakenTests.Who_joins_after_the_receipt_of_an_erasure_is_told_nothing_of_it"),
        new("what changes nothing hurries every phone", "Participation/Views/SessionSurface.cs", "        if (entry.Event is NothingChanged) return default;\n", "", "TakenTests.What_changed_nothing_hurries_no_phone"),
        new("the envelope's members pass in the data", Hub, ", TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Json.NothingIgnored } },", ",", "EnvelopeTests.A_member_that_the_command_has_not_is_refused_and_nothing_is_recorded"),
        new("the root of a step is read from a file", "Participation/Journal/Imports.cs", "Modifiers = { Demand, Json.NothingIgnored }", "Modifiers = { Demand }", "EvilFilesTests.A_whole_chain_that_tells_no_session_is_refused_with_its_place"),
        new("a wall that is gone still hangs", "Participation.Server/Live/Room.cs", "            Wall.Leave(connection);\n", "", "WallTests.The_console_is_told_what_hangs_how_many_walls_and_how_many_show_something_else"),
        new("any page may show the wall in itself", "Participation.Server/Pages/Guarding.cs", "\"frame-ancestors 'self'\"", "\"frame-ancestors *\"", "WallTests.The_picture_of_the_wall_stands_in_a_page_of_this_server_and_in_no_other_and_nothing_else_does"),
    ];

    private const string Guards = "Participation/Sessions/Guards.cs";
}
