using System.Text.RegularExpressions;

namespace Participation.Tests.Laws.Speech;

/// <summary>A refusal says what happened, what became of the words or the vote, and what to do: each in a sentence with a verb.</summary>
public sealed partial class RefusalSpeechTests
{
    /// <summary>What a participant can meet with a text or a vote in hand.</summary>
    private static readonly string[] MeetsWords =
    [
        "command.failed", "command.malformed", "command.reused", "command.too-fast", "command.unknown",
        "journal.busy", "journal.failed", "journal.full", "journal.locked", "other", "request.failed", "request.malformed",
        "seat.removed", "seat.waiting", "session.closed", "session.paused", "step.closed", "text.broken", "text.control-character", "text.too-long",
        "ideas.too-many", "ideas.unknown-category", "ideas.unknown-kind", "opinions.no-adding", "opinions.too-many",
    ];

    [Fact]
    public void A_refusal_that_can_meet_words_says_what_became_of_them() => Expect.None(Said.All
        .Where(said => said.Key.StartsWith("refusal.", StringComparison.Ordinal) && MeetsWords.Contains(said.Key["refusal.".Length..]))
        .Where(said => !(said.Language switch { "en" => English(), "it" => Italian(), _ => German() }).IsMatch(said.Text)));

    [Fact]
    public void Each_of_these_refusals_is_still_one() =>
        Expect.None(MeetsWords.Select(code => $"refusal.{code}").Except(Said.In("en").Select(said => said.Key)));

    [Fact]
    public void A_refusal_has_no_half_sentence() => Expect.None(Said.All.Where(said => said.Key.StartsWith("refusal.", StringComparison.Ordinal))
        .Where(said => !said.Text.EndsWith('.') && !said.Text.EndsWith('}') && !said.Text.EndsWith('“') && !said.Text.EndsWith('”') && !said.Text.EndsWith('»')));

    /// <summary>The page tries again where it can; a person is asked only where they hold the key.</summary>
    [Fact]
    public void What_the_page_tries_itself_is_not_asked_of_a_person() => Expect.None(Said.All
        .Where(said => said.Key is "refusal.journal.full" or "refusal.journal.failed" or "refusal.journal.busy" or "refusal.journal.locked" or "refusal.command.too-fast" or "refusal.seat.waiting" or "refusal.session.paused")
        .Where(said => Again().IsMatch(said.Text)));

    [Fact]
    public void A_detail_comes_last() => Expect.None(Said.All.Where(said => said.Key.StartsWith("refusal.", StringComparison.Ordinal) && said.Text.Contains("{what}", StringComparison.Ordinal))
        .Where(said => Regex.IsMatch(said.Key, @"unknown-item|unknown-option|contribution\.unknown|workshop\.unknown$"))
        .Where(said => !DetailLast().IsMatch(said.Text)));

    [GeneratedRegex(@"\b(?:text|answer|idea|vote|words|what you (?:wrote|sent)|it)\b[^.]*\b(?:is|are|stays?|was|will be)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:testo|risposta|idea|voto|parole|ciò che hai (?:scritto|inviato))\b[^.]*\b(?:è|sono|resta|restano|verrà|parte)(?![\wàèìòù])", RegexOptions.IgnoreCase)]
    private static partial Regex Italian();

    [GeneratedRegex(@"\b(?:Text|Antwort|Idee|Wahl|Wortlaut|[Ww]as Sie (?:geschrieben|gesendet|schreiben))\b[^.]*\b(?:ist|bleibt|liegt|wird|sind)\b|\bEr bleibt\b")]
    private static partial Regex German();

    [GeneratedRegex(@"try again|riprova\b|versuchen Sie|noch einmal versuchen", RegexOptions.IgnoreCase)]
    private static partial Regex Again();

    [GeneratedRegex(@": [“«„]\{what\}[”»“]$")]
    private static partial Regex DetailLast();
}
