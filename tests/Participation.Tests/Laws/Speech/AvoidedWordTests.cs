using System.Text.RegularExpressions;

namespace Participation.Tests.Laws.Speech;

/// <summary>Words that the house does not say, each with the one that it says instead.</summary>
public sealed class AvoidedWordTests
{
    /// <param name="Keys">Where the word is wrong; everywhere when null.</param>
    /// <param name="Except">Where it is right all the same.</param>
    private sealed record Avoided(string Language, string Word, string Instead, string? Keys = null, string? Except = null);

    private const string Ballots = @"secret|ballots|^refusal\.step\.";
    private const string People = @"^(?:phone|scribe|room|screen|refusal|ideas|clusters|dot-vote|opinions)\.";
    private const string Tickets = "ticket|^console\\.admission";

    private static readonly Avoided[] Words =
    [
        new("en", "sorry|simply|great|quick(?:ly)?|oops", "nothing"),
        new("en", "regarding|in order to|prior to|input", "about, to, before, answers"),
        new("en", "anonymous(?:ly)?", "without your name"),
        new("en", "staff|users?|guests?|dashboard|tally|poll|roll-up|item|lobby", "the team, people, count, vote, step", Except: @"^workshops?$"),
        new("en", "flood", "recent arrivals"),
        new("en", "reveal(?:s|ed)?|unlock(?:ed)?|lock(?:s|ed)?", "show results, close and reopen answers"),
        new("en", "pin(?:s|ned)?|unpin(?:ned)?|singled out", "highlight"),
        new("en", "left[- ]over", "not in a cluster"),
        new("en", "(?<!says the )same as", "says the same as"),
        new("en", "by itself|for ever|forever", "automatically, for good"),
        new("en", "gave|what was given|what is given|what people give", "sent, wrote"),
        new("en", "stands?|stood", "is"),
        new("en", "take (?:it |them )?back|taken back|takes back", "withdraw, undo, end"),
        new("en", "reset(?:s|ting)?", "start the step again"),
        new("en", "acts?|applied", "command, carried out", Keys: "^(?!workshops)", Except: @"^(?:screen\.keys|clusters\.console-participants)"),
        new("en", "invalid|malformed|errors?|marks?|ids?", "what happened in plain words", Keys: People, Except: @"^refusal\.workshop\."),
        new("en", "program(?:me)?|agenda", "run of show", Keys: @"^(?:console|report|refusal\.(?:session|workshop))\."),
        new("en", "categor(?:y|ies)", "theme"),
        new("en", "groups?", "strategy", Keys: @"clusters\."),
        new("en", "journal", "record", Keys: @"report\."),

        new("it", "facilitator[ei]|conduttor[ei]|moderator[ei]", "chi facilita, la facilitazione"),
        new("it", "verbalist[aei]", "verbalizzante"),
        new("it", "staff", "chi organizza, in sala"),
        new("it", "organizzator[ei]", "chi organizza"),
        new("it", "fas[ei]|pass[oi]", "attività; salta"),
        new("it", "raggruppament[oi]", "gruppo"),
        new("it", "sentiment[oi]", "stato d’animo"),
        new("it", "ondata|espelli|rifiuta(?:t[oaie])?|sblocca|blocca(?:t[oaie])?|azzera\\w*|rivela(?:t[oaie]|re)?", "ingressi recenti, rimuovi, non ammettere, chiudi, ricomincia, mostra"),
        new("it", "sched[ae]|depo\\w+", "voto, consegna", Keys: Ballots, Except: @"clusters"),
        new("it", "post[oi]", "graduatoria", Keys: @"^(?:dot-vote|opinions)\."),
        new("it", "voc[ei]", "proposta, attività", Keys: @"^(?:dot-vote|refusal\.(?:dot-vote|workshop)|console|scribe)\."),
        new("it", "effettua\\w*|inseri\\w*|proced\\w*|suddett\\w*|nonché|al fine di|per favore|si prega|ti preghiamo|facilmente", "plain words"),
        new("it", "anonim\\w*", "senza il tuo nome"),
        new("it", "in linea|nuvola|sondaggio|seduta|per sempre|da sol[oaie]", "connessione attiva, definitivamente, automaticamente"),
        new("it", "riprovo|cerco|attendo|carico", "Nuovo tentativo in corso"),
        new("it", "programma", "scaletta", Except: "^refusal\\.journal"),
        new("it", "agenda", "scaletta"),
        new("it", "amministra\\w*", "chi gestisce il server"),
        new("it", "Lei|Suo|Sua|Suoi|Sue|Vi|Vs", "tu"),
        new("it", "tip[oi] di portator\\w+", "categoria"),
        new("it", "sottoscritt[oi]|favorevol[ei]|contrari[oei]?", "chi firma, d’accordo, non d’accordo"),
        new("it", "conflitto", "contrasta con", Keys: "clusters"),
        new("it", "uguale a|rimast[ae]", "dice lo stesso di, senza gruppo", Keys: "clusters"),
        new("it", "nomina\\w*", "dai un titolo", Keys: "clusters"),
        new("it", "hai dato|danno|sono stati dati", "inviare, scrivere", Except: "clusters"),
        new("it", "annotazion[ei]", "registro"),
        new("it", "omess[oaie]", "non riportato", Keys: @"report\."),
        new("it", "tutti i partecipanti|i partecipanti|ognuno|ciascuno", "le persone, chi partecipa", Except: @"^workshops"),
        new("it", "parete|console", "schermo in sala, pannello di conduzione"),

        new("de", "Teilnehmende/r|jede und jede[rn]?|jeder und jede", "1 Person, alle"),
        new("de", "Verwaltung\\w*", "Administration", Except: @"^types\.functional"),
        new("de", "Veranstalter|Leute|Saal|Räumlichkeit\\w*", "Veranstaltende, Personen, Raum"),
        new("de", "(?:Einlass)?[Kk]arten?|Eintritt\\w*|Eintreten|eintreten|beitreten|Beitreten", "Ticket, Zugang", Keys: Tickets + "|participation|join|entrance|approve|rush|door|shut"),
        new("de", "Eingang\\w*|Lobby|abweisen|Abweisen|abgewiesen", "Zugang, nicht einlassen"),
        new("de", "das Cluster|dieses Cluster|ein neues Cluster|Gruppen?", "der Cluster, Strategie", Keys: "clusters"),
        new("de", "(?:Land)?[Kk]arte der Cluster|Landkarte", "Übersicht der Cluster, Ideenlandkarte"),
        new("de", "Kategorie\\w*|Programm|Programmpunkt\\w*|Aktivität\\w*", "Thema, Ablauf, Schritt", Except: @"^refusal\.journal"),
        new("de", "Zeituhr|Uhr (?:steht|gestartet|angehalten|beendet|fortgesetzt|starten)|Uhr:", "Timer"),
        new("de", "(?:auf)?gedeckt|aufdecken|[Aa]ufgedeckt|Aufdecken|verdeck\\w*|verberg\\w*|Verberg\\w*|verborgen\\w*|Verborgen", "zeigen, noch nicht gezeigt, ausblenden"),
        new("de", "Ansturm|[Aa]nheft\\w*|[Aa]ngeheftet\\w*|zurücksetzen|sperren|gesperrt", "letzte Zugänge, hervorheben, neu beginnen", Except: @"^(?:account|refusal\.account)\."),
        new("de", "Eingabe\\w*", "Antworten"),
        new("de", "[Aa]ufgeschrieben|übertragen|Aufschreiben", "stellvertretend eingegeben"),
        new("de", "Doppel", "Dublette"),
        new("de", "unterstützt|verursacht|steht im Konflikt", "stützt, bewirkt, widerspricht"),
        new("de", "Punkte?n?", "Klebepunkte", Keys: "dot-vote|clusters"),
        new("de", "Stimmen?", "Stimmzettel", Keys: Ballots),
        new("de", "Art(?:en)? (?:der|von) Interessenträger\\w*", "Akteursgruppe"),
        new("de", "Freigabe", "Bestätigung", Keys: @"^report\.approval"),
        new("de", "Journal\\w*", "Aufzeichnung"),
        new("de", "erfolg(?:t|en|te)|seitens|mittels|entsprechend\\w*|diesbezüglich\\w*", "plain words"),
        new("de", "von selbst|Anzeige|einfach|anonym\\w*|Programmierfehler", "automatisch, Leinwand"),
        new("de", "[Gg]egebene\\w*|gegeben haben|geben wird|gegeben", "gesendet, geschrieben"),
        new("de", "er wüsste|seiner Wahl", "without er and sein"),
        new("de", "dagegen|dafür", "stimmt nicht zu", Keys: "opinions"),
        new("de", "Raumebene|Berufung|Exposition", "Ebene, Profil, Betroffenheit"),
    ];

    [Fact]
    public void No_text_says_a_word_that_the_house_avoids() => Expect.None(Words.SelectMany(Faults));

    [Fact]
    public void A_word_that_is_avoided_has_one_that_is_said() => Assert.All(Words, word => Assert.NotEqual("", word.Instead));

    private static IEnumerable<string> Faults(Avoided word)
    {
        var options = word.Language == "de" || word.Word.Contains("Lei", StringComparison.Ordinal) ? RegexOptions.None : RegexOptions.IgnoreCase;
        var found = new Regex($@"(?<![\w{{]){(word.Word.Contains('|') ? $"(?:{word.Word})" : word.Word)}(?![\w}}])", options);
        return Said.In(word.Language).Where(said => found.IsMatch(said.Text))
            .Where(said => word.Keys is null || Regex.IsMatch(said.Key, word.Keys))
            .Where(said => word.Except is null || !Regex.IsMatch(said.OfWorkshop ? "workshops" : said.Key, word.Except) && !Regex.IsMatch(said.Key, word.Except))
            .Select(said => $"“{found.Match(said.Text).Value}” (say: {word.Instead}): {said}");
    }
}
