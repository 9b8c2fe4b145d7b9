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
    ];
}
