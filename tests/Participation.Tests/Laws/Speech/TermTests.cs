using System.Text.RegularExpressions;

namespace Participation.Tests.Laws.Speech;

/// <summary>One thing has one word: where English says it, Italian and German say theirs, and never another's.</summary>
public sealed class TermTests
{
    private sealed record Term(string En, string It, string De, string? Except = null);

    private static readonly Term[] Terms =
    [
        new(@"\bclusters?\b", @"grupp[oi]", @"Cluster"),
        new(@"\bstrateg(?:y|ies)\b", @"strategi[ae]", @"Strategie"),
        new(@"\bsteps?\b", @"attività", @"Schritt", @"^phone\.paused"),
        new(@"\bsessions?\b", @"session[ei]", @"Sitzung"),
        new(@"\bworkshops?\b", @"laborator", @"Workshop"),
        new(@"\brounds?\b", @"turn[oi]|giro", @"Runde"),
        new(@"\btickets?\b", @"bigliett[oi]", @"Ticket"),
        new(@"\bfacilitator\b", @"facilit", @"Moderation"),
        new(@"\bscribe", @"verbalizz", @"Protokoll"),
        new(@"\bdots?\b", @"bollin[oi]", @"Klebepunkt"),
        new(@"\bballots?\b", @"vot[oi]", @"Stimmzettel"),
        new(@"\bcards?\b", @"sched[ae]", @"Karte"),
        new(@"\bideas?\b", @"ide[ae]", @"Idee", @"^statements|\.body$"),
        new(@"\bcontributions?\b", @"contribut[oi]", @"Beitr[aä]g"),
        new(@"\bstatements?\b", @"affermazion[ei]", @"Aussage"),
        new(@"\bthemes?\b", @"tem[ai]|parol", @"Them"),
        new(@"\bkeywords?\b", @"parol[ae] chiave", @"Schlüsselw[oö]rt"),
        new(@"\bduplicates?\b", @"doppion[ei]", @"Dublette|Doppelt"),
        new(@"\bplenary\b", @"plenaria", @"Plenum"),
        new(@"\bentrance\b", @"ingresso", @"Zugang"),
        new(@"\brecord\b", @"registro", @"Aufzeichnung"),
        new(@"\bfingerprint\b", @"impronta", @"Fingerabdruck"),
        new(@"\btranscribed\b", @"trascritt", @"stellvertretend"),
        new(@"\bfor good\b", @"definitiv", @"endgültig"),
        new(@"\bstakeholder", @"portator|categori", @"Akteursgruppe|Interessenträger"),
        new(@"\brank", @"graduatoria", @"Rang"),
        new(@"\btimer\b", @"timer", @"Timer"),
        new(@"\bhighlight", @"evidenza", @"hervor|Hervor"),
        new(@"\bmoderation\b", @"moderazione", @"Freigabe|Moderation", null),
        new(@"\bzones?\b", @"zon[ae]|fus[oi]", @"[Zz]one"),
        new(@"\boptions?\b", @"propost[ae]", @"Vorschlag|Vorschläg"),
        new(@"\bthe wall\b|\bscreen in the room\b", @"schermo in sala", @"Leinwand"),
    ];

    [Fact]
    public void A_thing_has_one_word_in_each_language() => Expect.None(Said.Keys.SelectMany(texts =>
    {
        var (en, it, de) = (Of(texts, "en"), Of(texts, "it"), Of(texts, "de"));
        return Terms.Where(term => Says(term.En, en.Text) && (term.Except is null || !Regex.IsMatch(en.Key, term.Except)))
            .SelectMany(term => new[] { (Pattern: term.It, Text: it), (Pattern: term.De, Text: de) })
            .Where(pair => !Says(pair.Pattern, pair.Text.Text)).Select(pair => $"no {pair.Pattern} for “{en.Text}”: {pair.Text}");
    }));

    private static Said Of(IEnumerable<Said> texts, string language) => texts.Single(said => said.Language == language);

    private static bool Says(string pattern, string text) => Regex.IsMatch(Regex.Replace(text, @"\{\w+\}", ""), pattern, RegexOptions.IgnoreCase);
}
