namespace Participation.LoadTests.Seeded;

/// <summary>Nobody gets in who does not belong there.</summary>
internal static class DoorBugs
{
    private const string Seats = "Participation.Server/Accounts/Seats.cs", SignIns = "Participation.Server/Accounts/SignIns.cs", Rights = "Participation.Server/Accounts/Rights.cs";

    public static readonly Bug[] All =
    [
        new("a name that looks like another", "Participation.Server/Accounts/AccountBook.cs", "Likeness.Between(account.Name, name)", "account.Name == name", "RightsTests.An_invitation_is_good_once_for_three_days_and_looking_at_it_burns_nothing"),
        new("another page may write", "Participation.Server/Pages/Guarding.cs", "if (IsForeign(http.Request))", "if (IsForeign(http.Request) && http.Request.Path.Value == \"/\")", "OriginTests.A_foreign_page_opens_no_socket_and_writes_nothing"),
        new("a seat is good in every session", Seats, "seat.Session == session && ", "", "TokenTests.A_seat_of_one_session_is_none_in_another_under_whatever_name"),
        new("a seat is good for every role", Seats, "&& seat.Role == role\n", "\n", "TokenTests.A_seat_of_one_session_is_none_in_another_under_whatever_name"),
        new("a ticket is good twice", "Participation/Sessions/Joining/Entrance.cs", "ticket is { } number && state.Seated.ContainsKey(number) ?", "ticket is { } number && state.Seated.ContainsKey(-number) ?", "LobbyTests.A_ticket_seats_one_person_and_only_when_it_was_issued"),
        new("a locked entrance lets in", "Participation/Sessions/Joining/Entrance.cs", "return lobby.Locked ?", "return lobby.Locked && lobby.Approves ?", "LobbyTests.A_locked_entrance_keeps_new_people_out_until_it_is_opened"),
        new("a closed session is joined", "Participation/Sessions/Joining/Entrance.cs", "state.Stage.Closed ||", "", "DoorTests.A_wrong_a_closed_code_and_one_whose_words_are_over_get_the_same_answer"),
        new("a code dies before its session is held", "Participation/Sessions/Joining/Entrance.cs", " || state.KeepUntil <= at;", " || state.KeepUntil <= at || at > state.Opened.CodeUntil;",
            "DoorTests.A_code_a_link_and_a_ticket_are_good_until_the_close_however_long_before_they_were_made"),
        new("a code outlives the words", "Participation/Sessions/Joining/Entrance.cs", " || state.KeepUntil <= at", "", "DoorTests.A_wrong_a_closed_code_and_one_whose_words_are_over_get_the_same_answer"),
        new("an address lets anybody look in", "Participation.Server/Pages/DoorPages.cs", "byKey is not null || held is not null || way.Code is not null &&", "byKey is not null || held is not null || way.Session is not null || way.Code is not null &&",
            "DoorTests.Who_sits_is_led_to_their_own_words_after_the_close_by_key_code_or_address_and_a_stranger_is_not"),
        new("who sat stands before the door after the close", "Participation.Server/Pages/DoorPages.cs", "(anyRole || sits || ", "(anyRole || ", "DoorTests.Who_sits_is_led_to_their_own_words_after_the_close_by_key_code_or_address_and_a_stranger_is_not"),
        new("codes are tried without end", "Participation.Server/Accounts/DoorTries.cs", "(all < MostInAll ? MostFromOne : MostThen)", "(all < MostInAll ? 100 * MostFromOne : MostThen)", "DoorTests.Wrong_codes_are_counted_and_a_room_in_which_somebody_sits_stays_open"),
        new("a sign-in is kept in clear", SignIns, "Token = Token.Hash(token), Id", "Token = System.Text.Encoding.UTF8.GetBytes(token), Id", "AccountTests.Each_sign_in_has_a_new_token_in_a_cookie_that_no_script_reads_and_no_file_or_log_holds"),
        new("a sign-in that was taken back is good", SignIns, ".ToList()) live.TryRemove(key, out _);", ".ToList()) live.TryGetValue(key, out _);", "AccountTests.Who_signs_out_loses_every_screen_at_once_and_comes_back_by_none"),
        new("screens outlive their sign-in", SignIns, "        foreach (var one in ended) connections.End(one.Id);\n", "", "AccountTests.Who_signs_out_loses_every_screen_at_once_and_comes_back_by_none"),
        new("a planted sign-in is taken over", "Participation.Server/Accounts/Visitor.cs", "http.Response.Cookies.Append(Name(http), signIns.Begin(account.Id), Options(http, SignIns.Lasts));",
            "http.Response.Cookies.Append(Name(http), http.Request.Cookies[Name(http)] ?? signIns.Begin(account.Id), Options(http, SignIns.Lasts));", "AccountTests.Each_sign_in_has_a_new_token_in_a_cookie_that_no_script_reads_and_no_file_or_log_holds"),
        new("a room shuts out its own", "Participation.Server/Accounts/DoorTries.cs", "seated.Any(from, session)", "!seated.Any(from, session) && all < 0", "DoorTriesTests.Two_hundred_phones_join_by_the_code_while_a_neighbour_tries_ten_thousand"),
        new("one address shuts out the world", "Participation.Server/Accounts/DoorTries.cs", "            if (!Left(network)) return true;\n            all++;", "            all++;\n            if (!Left(network)) return true;", "DoorTriesTests.After_so_many_wrong_codes_from_one_address_a_right_one_from_there_is_looked_at"),
        new("many addresses try without end", "Participation.Server/Accounts/DoorTries.cs", "MostThen = 1;", "MostThen = 20;", "DoorTriesTests.From_many_addresses_three_hundred_are_looked_at_and_then_one_of_each_that_had_none"),
        new("who left keeps a door open", "Participation.Server/Accounts/SeatedFrom.cs", "        until.Register(() => Leave(key));\n", "", "DoorTriesTests.Who_left_keeps_no_door_open"),
        new("short codes in the open", "Participation.Server/Building.cs", "SessionDirectory.InPublic : SessionDirectory.InARoom", "SessionDirectory.InARoom : SessionDirectory.InARoom", "DoorTests.A_code_is_longer_where_the_whole_world_may_try"),
        new("a lead that was taken back is good", Seats, " && leaders.Holds(seat.Id, session)", "", "LeaderSeatTests.A_lead_that_is_taken_back_ends_at_once_and_its_cookie_and_every_copy_is_worth_nothing"),
        new("who was put out comes back by a link of their own", "Participation.Server/Pages/LeaderPages.cs", "        invitations.EndUnused(session);\n", "", "LeaderSeatTests.A_lead_that_is_taken_back_ends_at_once_and_its_cookie_and_every_copy_is_worth_nothing"),
        new("screens outlive a lead", "Participation.Server/Accounts/LeaderSeats.cs", "        connections.End(id);\n", "", "LeaderSeatTests.A_lead_that_is_taken_back_ends_at_once_and_its_cookie_and_every_copy_is_worth_nothing"),
        new("who came by a link takes back", Seats, "visitor.Who(http) is { } who && rights.Leads(who, session);", "Of(http, session, Role.Facilitator) is not null;", "LeaderSeatTests.Only_who_leads_by_an_account_is_told_and_takes_back_and_only_in_that_session"),
        new("a sign-out leaves copies of a lead", "Participation.Server/Pages/SignInPages.cs", "            seats.GiveUp(http);\n", "", "LeaderSeatTests.A_lead_ends_with_its_time_and_when_its_browser_signs_out_in_copies_too"),
        new("lines without a seat stay", "Participation.Server/Live/LiveHub.cs", "        if (Seat is null) seatless.Add(Context);\n", "", "SeatlessTests.Who_takes_no_seat_in_twenty_seconds_is_let_go_and_who_sits_stays_whether_they_joined_or_not"),
        new("a hub setting is loosened", "Participation.Server/Building.cs", "live.TransportSendTimeout = TimeSpan.FromSeconds(5)", "live.TransportSendTimeout = TimeSpan.FromSeconds(10)", "HubSettingsTests.The_transports_keep_theirs"),
        new("server-sent events are given", "Participation.Server/Building.cs", "HttpTransportType.WebSockets | HttpTransportType.LongPolling", "HttpTransportType.WebSockets | HttpTransportType.LongPolling | HttpTransportType.ServerSentEvents", "HubSettingsTests.Server_sent_events_are_neither_offered_nor_given"),
        new("old versions are not told", "Participation.Server/Patches.cs", "version < least", "version.Major < least.Major", "StartTests.What_has_known_holes_is_named"),
        new("an older link to an account stays good", "Participation.Server/Accounts/Invitations.cs", "if (account is { } known) EndFor(known);", "", "RightsTests.A_forgotten_password_is_made_anew_by_a_link_that_ends_what_was_before"),
        new("an invitation is good twice", "Participation.Server/Accounts/Invitations.cs", " AND used IS NULL AND", " AND", "InvitationTests.A_link_is_used_up_by_the_first_alone"),
        new("a name that looks like another's", "Participation.Server/Accounts/Account.cs", "|| !Blank.Is(rune)", "|| !Rune.IsControl(rune)", "RightsTests.An_invitation_is_good_once_for_three_days_and_looking_at_it_burns_nothing"),
        new("the log of a public server tells a code", "Participation.Server/Welcome.cs", "!addresses.IsPublic && ", "", "TransportTests.Code_and_key_of_a_session_stand_on_the_terminal_of_a_laptop_and_not_on_that_of_a_public_server"),
        new("the setup link from anywhere", "Participation.Server/Accounts/SetupLink.cs", "!accounts.Any && SafeWay.IsHere(http)", "!accounts.Any", "AccountTests.The_setup_link_makes_one_administrator_from_this_machine_alone_and_looking_at_it_burns_nothing"),
        new("a facilitator sees every session", Rights, "who.Role == AccountRole.Coordinator && openedBy", "openedBy", "RightsTests.Each_role_sees_and_leads_what_is_its_own_and_another_answers_like_unknown"),
        new("a coordinator leads every session", Rights, "(who.Role == AccountRole.Administrator ||", "(who.Role != AccountRole.Facilitator ||", "RightsTests.Each_role_sees_and_leads_what_is_its_own_and_another_answers_like_unknown"),
        new("the record for all who see a session", "Participation.Server/Pages/ReportPages.cs", "record ? seats.Leads(http, session) : ", "", "RightsTests.Each_role_sees_and_leads_what_is_its_own_and_another_answers_like_unknown"),
        new("the start tells a title", "Participation.Server/Welcome.cs", "  session:   code", "  session:   {session.Opened.Title.En}, code", "TransportTests.Code_and_key_of_a_session_stand_on_the_terminal_of_a_laptop_and_not_on_that_of_a_public_server"),
        new("a live seat makes room for another", "Participation.Server/Accounts/SeatRoom.cs", "if (await over(seat!.Session)) leaving", "if (await over(seat!.Session) || seat.Role == Role.Participant) leaving",
            "SeatCookieTests.Of_sessions_that_are_over_the_latest_seats_are_kept_and_no_live_one_ever_goes"),
        new("cookies of seats pile up", "Participation.Server/Accounts/SeatRoom.cs", "held.Count - (Most - 1)", "held.Count - (100 * Most)", "SeatCookieTests.A_seat_that_is_worth_nothing_goes_first"),
        new("the QR code leads to a virtual machine", "Participation.Server/Pages/NetworkCard.cs", ".ThenByDescending(card => card.LeadsOut)", "", "NetworkCardTests.The_card_with_the_default_route_goes_first_and_what_reaches_nobody_is_left_out"),
        new("a page that asks nobody", "Participation.Server/Pages/SessionPages.cs", "seats.Of(http, session, Role.Facilitator, Role.Projector, Role.Scribe) is not null && directory", "directory", "EndpointMatrix.Every_endpoint_answers_everybody_as_the_rules_say"),
    ];
}
