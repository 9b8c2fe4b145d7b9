namespace Participation.LoadTests.Seeded;

/// <summary>What is acknowledged is on disk, what is erased is not, and whoever changes something is found out.</summary>
internal static class StorageBugs
{
    private const string Writer = "Participation.Server/Storage/JournalWriter.cs", Setting = "Participation.Server/Storage/Setting.cs", Hash = "Participation/Journal/LineHash.cs",
        Chain = "Participation/Journal/Chain.cs", Parted = "Participation/Journal/Parted.cs";

    public static readonly Bug[] All =
    [
        new("receipts before the commit", Writer, "            table.Commit();\n", "            foreach (var work in stored) work.TrySetResult();\n            table.Commit();\n",
            "FailureTests.A_commit_that_fails_is_acknowledged_to_nobody"),
        new("what is queued behind a gap is stored", Writer, "if (line.Stream != stream || line.Number != ++number)", "if (line.Stream != stream || line.Number < ++number)",
            "FailureTests.A_group_fails_as_a_whole_and_what_was_queued_behind_it_fails_by_its_numbers"),
        new("a commit that need not reach the disk", Setting, "new(\"synchronous\", \"FULL\", \"2\")", "new(\"synchronous\", \"NORMAL\", \"1\")", "SettingTests.The_writer_runs_with_every_setting"),
        new("deleted text stays in the pages", Setting, "new(\"secure_delete\", \"ON\", \"1\")", "new(\"secure_delete\", \"OFF\", \"0\")", "SettingTests.The_writer_runs_with_every_setting"),
        new("erased words stay in the file's log", "Participation.Server/Storage/WriterTable.cs", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA wal_checkpoint(PASSIVE)",
            "FailureTests.Erased_words_are_in_no_file_any_more"),
        new("a ballot beside the one before in the log", Writer, "!waiting.Any(work => work.Box is not null) || Empty()", "!waiting.Any(work => work.Box is not null) || Empty() || ballotInLog",
            "FailureTests.While_a_reader_keeps_a_ballot_in_the_log_the_next_one_waits"),
        new("a copy in the middle of a secret vote", "Participation.Server/Storage/Backups.cs", "if (!erased && clock.GetUtcNow() - (Last ?? began) < MostWait && await Task.Run(journal.IsVoting, ct)) return;", "",
            "BackupFolderTests.While_people_vote_in_secret_no_copy_is_made"),
        new("a copy in the middle of a secret vote after a close that was taken back", "Participation.Server/Storage/BoxTable.cs", "json_extract(undone.data, '$.act') = closed.number", "json_extract(undone.data, '$.act') = -1",
            "ErasedBoxTests.No_copy_is_made_by_itself_while_people_vote_after_a_close_that_was_taken_back"),
        new("ballots from before a reset stay in the file", "Participation/Sessions/Acts/CloseSession.cs", "Unread.Aside(state), ", "Unread.Aside(state).Take(0), ", "ErasedBoxTests.What_was_voted_before_a_reset_leaves_the_file_with_the_close"),
        new("a copy from the middle of a secret vote stays", "Participation.Server/Storage/BackupFolder.cs", "&& IsVoting(old)", "&& !IsVoting(old) && IsVoting(old)",
            "BackupFolderTests.A_copy_from_the_middle_of_a_secret_vote_goes_with_the_next_one_in_both_folders_and_no_other_does"),
        new("a copy for every erasure", "Participation.Server/Storage/Backups.cs", "if (erased) renewed = clock.GetTimestamp();", "", "ErasureCopyTests.However_many_erase_one_copy_a_minute_is_made"),
        new("a debt to erasures that nobody pays at the end", "Participation.Server/Storage/Backups.cs", "        if (erased) await Try(cancellationToken);\n", "", "ErasureCopyTests.What_is_owed_when_the_server_stops_is_paid_then"),
        new("a key of zeros is taken", "Participation.Server/Accounts/ServerKey.cs", " || secret.All(each => each == 0))", ")", "DamagedFolderTests.A_secret_that_is_not_whole_is_refused_at_the_start_and_left_as_it_is"),
        new("more of a mark than there are ballots", "Participation.Server/Storage/BoxCheck.cs", "times >= 1 && times <= n)", "times >= 1)", "SecretVoteTests.More_of_a_mark_than_there_are_ballots_stops_the_count_and_is_found"),
        new("a damaged key file stays in the way", "Participation.Server/Accounts/KeyFolder.cs", "                else PutAside(file);\n", "                else throw new System.Xml.XmlException(file);\n",
            "DamagedFolderTests.A_damaged_key_beside_a_good_one_is_put_aside_and_everybody_keeps_their_seat"),
        new("a file that is there before it is whole", "Participation.Server/Storage/WholeFile.cs", " => PrivateFile.Fresh(path + Part);",
            "\n    {\n        PrivateFile.Make(path);\n        PrivateFile.Make(path + Part);\n        return new FileStream(path, FileMode.Truncate, FileAccess.Write);\n    }", "WholeFileTests.What_breaks_off_leaves_what_was_there"),
        new("a link that is followed when a file is written", "Participation.Server/Storage/PrivateFile.cs", "        File.Delete(path);\n        var options = new FileStreamOptions { Mode = FileMode.CreateNew", "        var options = new FileStreamOptions { Mode = FileMode.Create",
            "WholeFileTests.A_link_in_the_place_of_what_is_not_whole_yet_is_not_followed"),
        new("few digits of a fingerprint without a word", "Participation.Server/Storage/VerifyCommand.cs", "sought?.Length < Enough", "sought?.Length < Fewest", "FingerprintTests.What_was_signed_is_found_when_more_was_recorded_and_erased"),
        new("words erased from nowhere", Writer, "foreach (var erased in work.Erasures) table.Erase(work.Lines[0].Stream, erased);", "", "SqliteJournalLaws.What_loses_its_words_still_holds_and_the_chain_tells_so"),
        new("an erasure needs nobody to tell of it", Chain, "erased.Where(line => line.Value.Teller == 0)", "erased.Where(line => line.Value.Teller < 0)",
            "SqliteJournalLaws.Words_that_are_gone_without_a_word_about_it_break_the_chain"),
        new("a hash that leaves out the digest of the words", Hash, "        words.Digest.CopyTo(bytes[(Tag + Fixed)..]);\n", "", "SecondFormTests.No_line_of_the_first_form_follows"),
        new("votes that are declared to be words", Parted, ": !parting.Lists(listed)) return false;", ": false) return false;", "SecondFormTests.A_line_is_parted_as_its_event_says"),
        new("other words in the place of those that were erased", Parted, "words.Text == parting.BlankOf(Listed(words))", "words.Text.Length > 0", "TamperingTests.Whatever_an_enemy_changes_and_appends_is_found_or_took_words_alone"),
        new("an old line after a new one", Chain, "(parted && line.Words is null)", "(parted && line.Words is null && line.Number < 0)", "SecondFormTests.No_line_of_the_first_form_follows"),
        new("a fingerprint that is good until the next entry", "Participation.Server/Storage/JournalWalk.cs", "        var hash = Convert", "        found.Clear();\n        var hash = Convert", "FingerprintTests.What_was_signed_is_found_when_more_was_recorded_and_erased"),
        new("a hash that leaves out the author", Hash, "        line.By.TryWriteBytes(bytes[64..], bigEndian: true, out _);\n", "", "TamperingTests.Any_changed_value_of_any_row_is_found"),
        new("an eraser's word is taken for any event", Chain, "if (!Parted.IsBlank(line)) return \"data\";", "", "EraserTests.A_vote_cannot_be_rewritten_by_an_appended_word_of_an_eraser"),
        new("an eraser who says another thing later", Chain, "|| found.Left != left) return false;", ") return false;", "EraserTests.What_an_eraser_says_twice_must_be_the_same"),
        new("a digest that is not looked at", Chain, "if (!line.Holds()) return \"data\";", "", "TamperingTests.Any_changed_value_of_any_row_is_found"),
        new("a broken chain is imported", "Participation/Journal/SessionFile.cs", "Line.Break(lines) is not null || ", "", "SessionFileTests.Whatever_is_changed_in_it_is_noticed"),
        new("a restored backup goes on in the old epoch", "Participation.Server/Storage/Restoring.cs", "            Renew(fresh);\n", "", "RestoreTests.It_holds_what_the_backup_held_under_another_epoch_and_keeps_what_was_there"),
        new("a second server on the same file", "Participation.Server/Storage/JournalLock.cs", "FileShare.None", "FileShare.ReadWrite", "FailureTests.A_second_server_on_the_file_is_refused_until_the_first_has_ended"),
        new("a copy holds on which no server starts", "Participation.Server/Storage/JournalFile.cs", ".. Unfit(db), ", "", "RestoreTests.A_copy_on_which_no_server_starts_does_not_hold_and_is_not_restored"),
        new("a log that shows one ballot after the other", Writer, "work.Box is not null || work.Erasures.Count > 0", "work.Erasures.Count > 0",
            "SecretVoteTests.Swapped_ballots_change_no_screen_no_entry_no_report_no_export_and_no_byte_of_the_file"),
    ];
}
