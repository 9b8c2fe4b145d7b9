namespace Participation.LoadTests.Seeded;

/// <summary>Whoever holds much open or hammers takes nothing from others, and nobody gets what belongs to this machine or to another's seat.</summary>
internal static class LineBugs
{
    private const string Lines = "Participation.Server/Lines/", SafeWay = "Participation.Server/Accounts/SafeWay.cs", Prices = "Participation.Server/Pages/Prices.cs";

    public static readonly Bug[] All =
    [
        new("the server gives away its own files", Lines + "Capacity.cs", "limit - Own - (limit / 10)", "limit", "CapacityTests.What_the_server_needs_for_itself_is_never_given_away"),
        new("silent connections shut out a room", Lines + "LineBook.cs", "if (Open >= capacity.Connections && going.Count == 0) Choose(", "if (Open < 0) Choose(", "LineBookTests.Who_has_a_seat_never_goes_and_comes_in_as_long_as_anybody_has_none"),
        new("a hall is heavier than each attacker", Lines + "LineBook.cs", ".MaxBy(each => each.Silent.Count) is { Silent.Count: > 0 } silent ?", ".MaxBy(each => each.Count) is { Silent.Count: >= 0 } silent && others.All(each => each.Count <= silent.Count) ?", "LineBookTests.A_hall_that_loads_its_page_stays_while_anybody_is_silent"),
        new("who has a seat is counted by the address", Lines + "LineBook.cs", "            Lift(line);\n            line.Who = who;\n", "            line.Who = who;\n", "LineBookTests.From_one_address_come_as_many_with_a_seat_as_there_is_room_for_and_without_one_a_part"),
        new("who has just come back is cut first", Lines + "LineBook.cs", "flood || each.Silent.First is { Value: { } first } && !IsYoung(first)", "flood || each.Silent.Count > 0", "LineBookTests.Who_has_just_come_is_spared_and_who_asked_once_goes"),
        new("what a seat holds idle stays", Lines + "LineBook.cs", "if (line.IsSure && line.Busy > 0) Lift(line);", "if (line.IsSure) Lift(line);", "LineBookTests.What_a_seat_holds_idle_goes_for_whoever_comes_and_what_is_live_stays"),
        new("free seats take every line", Lines + "LineBook.cs", "sure < capacity.Connections - capacity.Kept", "sure < capacity.Connections", "LineBookTests.Beside_a_flood_of_live_seats_who_leads_comes_in_and_stays"),
        new("who was removed holds their lines", Lines + "Standing.cs", "!known.Closed && !known.Removed.Contains(who.Id)", "!known.Closed", "LineTests.Who_was_removed_and_whose_session_is_closed_holds_no_connection_for_good"),
        new("files of the pages are open while they are sent", "Participation.Server/Building.cs", "        app.Environment.WebRootFileProvider = new KeptFiles(app.Environment.WebRootFileProvider);\n", "", "KeptFilesTests.Nothing_that_a_page_consists_of_is_sent_from_disk"),
        new("screens over HTTP/2 are not counted", Lines + "Metering.cs", "IsScreen(http) ? places.Take() : null;\n                if (place is null && IsScreen(http))", "(IDisposable?)null;\n                if (places.Taken < 0)", "ManyOverOneTests.Screens_of_one_connection_are_counted_one_by_one"),
        new("a connection leaves a hundred answers unread", "Participation.Server/Building.cs", "            kestrel.Limits.Http2.MaxStreamsPerConnection = 16;\n", "", "HubSettingsTests.The_listener_keeps_its_own"),
        new("a line is free before it is closed", Lines + "Line.cs", "        await inner.DisposeAsync();\n        await base.DisposeAsync();\n        if (Interlocked.Exchange(ref left, 1) == 0) book.Leave(this);", "        book.Leave(this);\n        await inner.DisposeAsync();\n        await base.DisposeAsync();", "LineBookTests.A_line_counts_until_the_system_has_closed_it"),
        new("frames that are no calls are free", Lines + "MeteredStream.cs", "frames.In(buffer.Span[..read]) + ", "0 * frames.In(buffer.Span[..read]) + ", "WireTests.Who_types_waits_for_nothing_and_who_floods_is_slowed_to_the_rate"),
        new("who floods is never cut off", Lines + "MeteredStream.cs", "(held += owed) > Patience", "(held = owed) > Patience", "WireTests.Who_does_not_stop_for_a_minute_is_cut_off_and_who_rests_is_not"),
        new("a file of one's own costs nothing", Prices, "limits.Mine)", "limits.Network)", "PricesTests.Who_asks_without_end_is_told_when_to_come_again_and_others_are_served"),
        new("a fresh seat pays for an old one", Prices, "kind is not null && (IsCoded", "kind is \"\" && (IsCoded", "PricesTests.Seats_that_stand_before_the_one_in_question_change_no_price"),
        new("a result asked for by code is paid by any seat", Prices, "(IsCoded(http) ? Coded(http, directory) : LineKeeping.Session(http.Request))", "LineKeeping.Session(http.Request)", "PricesTests.A_result_is_paid_by_the_seat_of_its_session_by_whatever_address_it_is_asked_for"),
        new("who asks says which session pays", Lines + "LineKeeping.cs", "        foreach (var part in (request.Path", "        if (Guid.TryParse(request.Query[\"session\"], out var said)) return said;\n        foreach (var part in (request.Path",
            "PricesTests.A_result_is_paid_by_the_seat_of_its_session_by_whatever_address_it_is_asked_for"),
        new("a host that is none is read", "Participation.Server/Building.cs", "        app.UseSoundHost();\n", "", "SoundHostTests.A_host_that_no_address_can_name_is_refused_and_leaves_no_line_in_the_log"),
        new("an address is priced for its whole room", Prices, "(Mine, { } one) => Bucket<(string, object)>((kind, one)", "(Mine, { } one) => Bucket<(string, object)>((kind, network)", "PricesTests.Who_asks_without_end_is_told_when_to_come_again_and_others_are_served"),
        new("a token polls for anybody", "Participation.Server/Live/PollKeeping.cs", "!first && !IsOwn(http, token)", "!first && !open.ContainsKey(token)", "PollTests.With_the_token_and_without_the_cookie_nobody_polls_sends_or_ends"),
        new("a silent proxy sits at this machine", SafeWay, " && BrowserSaysSo(http.Request);", ";", "SilentProxyTests.Only_who_sits_there_signs_in_without_encryption"),
        new("this machine is a safe way beside another", SafeWay, "!hasOther && IsHere(http)", "IsHere(http)", "SilentProxyTests.Where_another_safe_way_is_set_up_this_machine_is_none"),
        new("a turn lasts until the answer was read", "Participation.Server/Pages/Turns.cs", "        using var turn = await", "        var turn = await", "PricesTests.Who_does_not_read_an_answer_holds_up_nobody"),
        new("every cookie of a header is looked at", "Participation.Server/Accounts/Seats.cs", ", out _))).Take(MostOfABrowser);", ", out _)));", "SeatCookieTests.A_header_full_of_false_seats_is_not_looked_at_one_by_one"),
        new("one's own file as often as one likes", Prices, "limits.Mine)", "limits.Polls)", "FloodTests.Whoever_asks_for_their_own_file_in_a_loop_is_given_five_and_takes_nothing_from_others"),
        new("an address negotiates as much as all may", Prices, "(kind, network), Half(capacity))", "(kind, network), Seatless(capacity))", "FloodTests.Whoever_negotiates_in_a_loop_without_a_seat_is_given_a_small_part_and_takes_nothing_from_others"),
        new("frames are read as fast as they come", Lines + "MeteredStream.cs", "if (owed == TimeSpan.Zero)", "if (owed >= TimeSpan.Zero)", "FloodTests.Whoever_sends_frames_without_end_is_read_at_the_rate_of_a_person_and_takes_nothing_from_others"),
        new("who has no seat is answered a hundred times", "Participation.Server/Live/CallLimits.cs", "SeatlessCalls { get; private init; } = 10;", "SeatlessCalls { get; private init; } = 100;", "FloodTests.Whoever_joins_without_end_and_has_no_seat_is_answered_ten_times_and_takes_nothing_from_others"),
        new("a copy of the file for each who erases", "Participation.Server/Storage/Backups.cs", "erased ? Left() > TimeSpan.Zero :", "erased ? Left() < TimeSpan.Zero :", "FloodTests.Beside_people_who_erase_in_a_loop_nobody_else_loses_a_word"),
        new("programs are taken as often as they send", "Participation.Server/Building.cs", "            hub.AddFilter<CallFilter>();\n", "", "FloodTests.In_a_flood_of_programs_nobody_honest_is_refused_and_one_command_removes_them"),
        new("beside silent connections nobody comes back", Lines + "LineBook.cs", "if (Open >= capacity.Connections && going.Count == 0) Choose(", "if (Open < 0) Choose(", "FloodTests.With_few_files_and_many_silent_connections_people_are_served_and_new_ones_come_in"),
        new("who opens more than there is room for shuts out who comes", Lines + "LineBook.cs", "if (!line.IsShared && seatless.TryGetValue(line.Network, out var own) && own.Count >= capacity.SeatlessOfOne) Choose([own], 0, going);\n            if (Open >= capacity.Connections && going.Count == 0) Choose(",
            "if (Open < 0) Choose(", "FloodTests.Whoever_opens_more_connections_than_there_is_room_for_shuts_nobody_out"),
        new("who has no seat asks without end", "Participation.Server/Live/Seatless.cs", "        if (times >= most) connection.Abort();\n", "", "SeatlessTests.Who_asks_on_without_a_seat_is_let_go_at_the_tenth_time"),
    ];
}
