namespace Participation.LoadTests.Seeded;

/// <summary>Nobody gets in who does not belong there.</summary>
internal static class DoorBugs
{
    private const string Seats = "Participation.Server/Accounts/Seats.cs", SignIns = "Participation.Server/Accounts/SignIns.cs", Rights = "Participation.Server/Accounts/Rights.cs";

    public static readonly Bug[] All =
    [
        new("another page may write", "Participation.Server/Pages/Guarding.cs", "if (IsForeign(http.Request))", "if (IsForeign(http.Request) && http.Request.Path.Value == \"/\")", "OriginTests.A_foreign_page_opens_no_socket_and_writes_nothing"),
        new("a seat is good in every session", Seats, "seat.Session == session && ", "", "TokenTests.A_seat_of_one_session_is_none_in_another_under_whatever_name"),
        new("a seat is good for every role", Seats, "&& seat.Role == role\n", "\n", "TokenTests.A_seat_of_one_session_is_none_in_another_under_whatever_name"),
        new("a ticket is good twice", "Participation/Sessions/Joining/Entrance.cs", "ticket is { } number && state.Seated.ContainsKey(number) ?", "ticket is { } number && state.Seated.ContainsKey(-number) ?", "LobbyTests.A_ticket_seats_one_person_and_only_when_it_was_issued"),
        new("a locked entrance lets in", "Participation/Sessions/Joining/Entrance.cs", "return lobby.Locked ?", "return lobby.Locked && lobby.Approves ?", "LobbyTests.A_locked_entrance_keeps_new_people_out_until_it_is_opened"),
        new("a closed session is joined", "Participation.Server/Pages/DoorPages.cs", "!state.Stage.Closed && clock", "clock", "DoorTests.A_wrong_a_closed_and_an_expired_code_get_the_same_answer"),
        new("codes are tried without end", "Participation.Server/Accounts/DoorTries.cs", "(all < MostInAll ? MostFromOne : MostThen)", "(all < MostInAll ? 100 * MostFromOne : MostThen)", "DoorTests.Wrong_codes_are_counted_and_a_room_in_which_somebody_sits_stays_open"),
        new("a sign-in is kept in clear", SignIns, "Token = Token.Hash(token), Id", "Token = System.Text.Encoding.UTF8.GetBytes(token), Id", "AccountTests.Each_sign_in_has_a_new_token_in_a_cookie_that_no_script_reads_and_no_file_or_log_holds"),
        new("a sign-in that was taken back is good", SignIns, ".ToList()) live.TryRemove(key, out _);", ".ToList()) live.TryGetValue(key, out _);", "AccountTests.Who_signs_out_loses_every_screen_at_once_and_comes_back_by_none"),
        new("screens outlive their sign-in", SignIns, "        foreach (var one in ended) connections.End(one.Id);\n", "", "AccountTests.Who_signs_out_loses_every_screen_at_once_and_comes_back_by_none"),
        new("a planted sign-in is taken over", "Participation.Server/Accounts/Visitor.cs", "http.Response.Cookies.Append(Name(http), signIns.Begin(account.Id), Options(http, SignIns.Lasts));",
            "http.Response.Cookies.Append(Name(http), http.Request.Cookies[Name(http)] ?? signIns.Begin(account.Id), Options(http, SignIns.Lasts));", "AccountTests.Each_sign_in_has_a_new_token_in_a_cookie_that_no_script_reads_and_no_file_or_log_holds"),
        new("an older link to an account stays good", "Participation.Server/Accounts/Invitations.cs", "if (account is { } known) EndFor(known);", "", "InvitationTests.A_newer_link_to_an_account_ends_the_older_ones"),
        new("an invitation is good twice", "Participation.Server/Accounts/Invitations.cs", " AND used IS NULL AND", " AND", "InvitationTests.A_link_is_used_up_by_the_first_alone"),
        new("the setup link from anywhere", "Participation.Server/Accounts/SetupLink.cs", "!accounts.Any && SafeWay.IsHere(http)", "!accounts.Any", "AccountTests.The_setup_link_makes_one_administrator_from_this_machine_alone_and_looking_at_it_burns_nothing"),
        new("a facilitator sees every session", Rights, "who.Role == AccountRole.Coordinator && openedBy", "openedBy", "RightsTests.Each_role_sees_and_leads_what_is_its_own_and_another_answers_like_unknown"),
        new("a coordinator leads every session", Rights, "(who.Role == AccountRole.Administrator ||", "(who.Role != AccountRole.Facilitator ||", "RightsTests.Each_role_sees_and_leads_what_is_its_own_and_another_answers_like_unknown"),
        new("a page that asks nobody", "Participation.Server/Pages/SessionPages.cs", "seats.Of(http, session, Role.Facilitator, Role.Projector, Role.Scribe) is null || directory", "directory", "EndpointMatrix.Every_endpoint_answers_everybody_as_the_rules_say"),
    ];
}
