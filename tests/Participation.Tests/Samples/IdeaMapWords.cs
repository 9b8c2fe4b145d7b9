using static Participation.Activities.Ideas.IdeaKind;
using Participation.Activities.Ideas;

namespace Participation.Tests.Samples;

/// <summary>What the people of the sample session wrote: invented for it, person by person.</summary>
internal static class IdeaMapWords
{
    /// <param name="Cluster">Where the room put it in the end; null: left over.</param>
    /// <param name="By">The person's place in <see cref="People"/>.</param>
    /// <param name="Zone">The zone of its place, when that is not the author's own.</param>
    public sealed record Given(string? Cluster, int By, IdeaKind Kind, string Category, string Text, string? Place = null, string? Zone = null);

    public sealed record Named(string Id, string Sentence, string Label, string Group, int Pull);

    public static readonly IReadOnlyList<(string Type, string Zone, string Language)> People =
    [
        ("municipality", "alto-milanese", "it"), ("municipality", "nord-ovest", "it"), ("municipality", "adda-martesana", "it"),
        ("municipality", "sud-est", "it"), ("municipality", "sud-ovest", "it"), ("municipality", "magentino-abbiatense", "it"),
        ("municipality", "nord-milano", "it"), ("municipality", "milano", "it"), ("metropolitan-city", "milano", "it"),
        ("metropolitan-city", "milano", "it"), ("other-public", "milano", "it"), ("other-public", "adda-martesana", "it"),
        ("functional-autonomy", "milano", "it"), ("university", "milano", "en"), ("university", "nord-ovest", "it"),
        ("business", "alto-milanese", "it"), ("business", "sud-est", "it"), ("business", "nord-milano", "de"),
        ("labour", "nord-milano", "it"), ("labour", "milano", "it"), ("association", "sud-ovest", "it"),
        ("association", "adda-martesana", "it"), ("third-sector", "milano", "it"), ("third-sector", "nord-ovest", "it"),
        ("citizen", "magentino-abbiatense", "it"), ("citizen", "sud-est", "it"), ("citizen", "sud-ovest", "it"), ("other", "alto-milanese", "it"),
    ];

    /// <summary>Two who came without a phone.</summary>
    public static readonly IReadOnlyList<int> Phoneless = [24, 26];

    public const string Hidden = "Nel mio Comune si sa benissimo chi tiene fermi i permessi: mandatelo via.";
    public const string Withdrawn = "Boh, ci penso.";

    public static readonly IReadOnlyList<Given> Ideas =
    [
        new("fare01", 2, Project, "mobility", "Un biglietto unico per treno, metro e autobus in tutta la Città metropolitana, senza confini di tariffa tra un Comune e l'altro.", "Gessate"),
        new("fare01", 13, Idea, "mobility", "Un biglietto unico, per treno, metro e autobus, in tutta la Città metropolitana: senza confini di tariffa tra un Comune e l'altro!"),
        new("fare01", 18, Idea, "mobility", "Chi fa i turni non trova l'autobus delle cinque: orari pensati con le aziende e non solo con le scuole.", "Cinisello Balsamo"),
        new("fare01", 24, Sentiment, "mobility", "Ho 71 anni e per andare dal medico a Magenta cambio due autobus: mi sento lontana da tutto.", "Magenta"),
        new("fare01", 5, Project, "mobility", "Autobus a chiamata per le frazioni dove una linea regolare gira vuota.", "Morimondo"),
        new("fare01", 10, Idea, "mobility", "Orari coordinati: quando arriva il treno, l'autobus aspetta cinque minuti."),
        new("fare01", 26, Sentiment, "mobility", "Dopo le otto di sera senza macchina non si torna a casa.", "Lacchiarella"),
        new("rail02", 0, Project, "mobility", "Portare la frequenza del suburbano a un treno ogni quindici minuti fino a Legnano.", "Legnano"),
        new("rail02", 15, Sentiment, "mobility", "Non assumo chi dipende dal treno: i ritardi sono la regola, e mi dispiace.", "Parabiago"),
        new("rail02", 3, Idea, "mobility", "Prolungare la metropolitana costa troppo e arriva tardi: meglio corsie riservate agli autobus lungo la Paullese.", "Paullo"),
        new("rail02", 25, Idea, "mobility", "La metropolitana fino a Paullo la aspettiamo da decenni: va fatta, non sostituita.", "Paullo"),
        new("rail02", 7, Project, "mobility", "Stazioni di porta con bagni, luce e qualcuno presente fino all'ultima corsa.", "Milano Rogoredo"),
        new("rail02", 12, Project, "mobility", "Spostare le merci su ferro prima di costruire nuovi svincoli per la logistica.", "Segrate", "adda-martesana"),
        new("rail02", 21, Idea, "mobility", "Più parcheggi di interscambio gratuiti alle stazioni, altrimenti in macchina si arriva fino a Milano.", "Melzo"),
        new("bike03", 20, Project, "mobility", "Completare le ciclabili tra un Comune e il successivo: oggi finiscono al cartello.", "Corsico"),
        new("bike03", 20, Idea, "mobility", "Le ciclabili si interrompono al confine comunale: un solo disegno e una sola segnaletica."),
        new("bike03", 6, Project, "mobility", "Zona trenta attorno a tutte le scuole, con lo stesso regolamento in ogni Comune.", "Bresso"),
        new("bike03", 21, Idea, "mobility", "Depositi coperti per biciclette in ogni stazione, aperti con la tessera dei trasporti.", "Gorgonzola"),
        new("bike03", 26, Idea, "mobility", "Meno parcheggi vicino alle stazioni e più spazio a chi arriva a piedi.", "Binasco"),
        new("bike03", 14, Project, "mobility", "Una ciclabile continua dal campus agli alloggi degli studenti, illuminata.", "Rho"),
        new("suap04", 16, Sentiment, "simplification", "Per la stessa insegna tre Comuni mi hanno chiesto tre moduli diversi.", "San Giuliano Milanese"),
        new("suap04", 16, Project, "simplification", "Uno sportello unico per le imprese per tutta la zona, con gli stessi moduli e gli stessi tempi."),
        new("suap04", 4, Project, "joint-management", "SUAP associato per i Comuni del Sud Ovest, con personale condiviso.", "Rozzano"),
        new("suap04", 12, Idea, "simplification", "Regolamento edilizio uguale ovunque: cambiano i luoghi, non le definizioni."),
        new("suap04", 17, Idea, "simplification", "Pubblicare per ogni pratica quanti giorni ci vogliono davvero, Comune per Comune."),
        new("suap04", 1, Idea, "simplification", "Semplificare non vuol dire togliere controlli: chi li farà, se il personale cala ogni anno?"),
        new("suap04", 27, Idea, "simplification", "Una sola domanda per i contributi alle famiglie, valida per Comune, ambito sociale e Città metropolitana.", "Busto Garolfo"),
        new("serv05", 5, Project, "joint-management", "Polizia locale in forma associata la notte e nei fine settimana.", "Abbiategrasso"),
        new("serv05", 2, Idea, "joint-management", "I Comuni sotto i cinquemila abitanti da soli non riescono più a scrivere un bando.", "Masate"),
        new("serv05", 8, Project, "joint-management", "Un ufficio metropolitano che prepara i progetti per i bandi europei insieme ai Comuni."),
        new("serv05", 3, Sentiment, "joint-management", "Ogni volta che si parla di gestioni associate temo di perdere l'ultimo sportello aperto in paese.", "Dresano"),
        new("serv05", 11, Idea, "joint-management", "Contratti di manutenzione condivisi per scuole e strade di Comuni vicini."),
        new("serv05", 0, Idea, "joint-management", "La Zona omogenea deve avere soldi e personale, altrimenti è solo un altro tavolo.", "Castano Primo"),
        new("park06", 20, Project, "parks", "Un unico calendario e un'unica mappa dei parchi, dal Ticino all'Adda."),
        new("park06", 5, Idea, "parks", "Mense scolastiche che comprano dalle cascine della zona, con un bando fatto insieme.", "Cassinetta di Lugagnano"),
        new("park06", 21, Project, "parks", "Filari e siepi lungo i canali: ombra per chi cammina e casa per gli uccelli.", "Inzago"),
        new("park06", 26, Idea, "parks", "Le cascine vuote ai giovani che vogliono coltivare, con affitti lunghi.", "Zibido San Giacomo"),
        new("park06", 13, Idea, "parks", "Misurare il caldo quartiere per quartiere e piantare alberi prima dove si soffre di più.", "Milano", "milano"),
        new("park06", 16, Sentiment, "parks", "Il parco è bello ma per noi agricoltori ogni vincolo in più è un costo che nessuno paga.", "Mediglia"),
        new("park06", 23, Project, "parks", "Orti condivisi curati da scuole, anziani e centri di accoglienza.", "Bollate"),
        new("park06", 6, Idea, "parks", "Collegare il Parco Nord ai giardini dei Comuni vicini con percorsi a piedi continui.", "Cusano Milanino"),
        new("water7", 6, Project, "parks", "Vasche e prati che si allagano lungo il Seveso, decisi insieme a monte e a valle.", "Bresso"),
        new("water7", 11, Project, "innovation", "Usare l'acqua depurata per irrigare nei mesi di secca.", "Truccazzano"),
        new("water7", 25, Sentiment, "parks", "A ogni temporale guardo il Lambro e porto su l'auto dal garage.", "Melegnano"),
        new("water7", 10, Idea, "regeneration", "Togliere asfalto dai parcheggi e dai cortili delle scuole, così la pioggia entra nel terreno."),
        new("home08", 22, Project, "regeneration", "Un fondo di garanzia per chi affitta a canone moderato a lavoratori e studenti.", "Milano"),
        new("home08", 19, Sentiment, "regeneration", "Guido il tram a Milano e non posso permettermi di abitarci.", "Milano"),
        new("home08", 7, Idea, "regeneration", "Nuove case in affitto vicino alle stazioni, in cambio di verde altrove."),
        new("home08", 14, Project, "innovation", "Residenze per studenti anche a Rho e a Sesto, non solo dentro Milano.", "Rho"),
        new("home08", 23, Idea, "regeneration", "Ristrutturare gli alloggi pubblici sfitti prima di costruirne di nuovi.", "Baranzate"),
        new("home08", 1, Idea, "regeneration", "Basta case: qui servono prima la scuola, il medico e l'autobus.", "Lainate"),
        new("void09", 18, Project, "regeneration", "Un elenco pubblico di capannoni ed edifici vuoti con chi li possiede e che cosa vi è permesso.", "Sesto San Giovanni"),
        new("void09", 17, Idea, "regeneration", "Usi temporanei per due anni con un permesso semplice: laboratori, sport, teatro.", "Cormano"),
        new("void09", 9, Project, "regeneration", "Compensare tra Comuni: chi non costruisce sui campi riceve una parte degli oneri."),
        new("void09", 15, Idea, "regeneration", "Fuori dai centri un'area industriale nuova ci serve: riusare il vecchio costa il doppio.", "Nerviano"),
        new("work10", 27, Project, "innovation", "Spazi di co-working nelle biblioteche, per non andare a Milano tutti i giorni.", "Arconate"),
        new("work10", 9, Project, "innovation", "Fibra in tutte le scuole e le aree produttive entro la fine del piano."),
        new("work10", 19, Idea, "innovation", "Accordi sul lavoro a distanza che valgano anche per chi non sta in ufficio: turni, orari, congedi."),
        new("work10", 12, Idea, "innovation", "Far incontrare ogni anno istituti tecnici e imprese della stessa zona."),
        new("scho11", 8, Project, "joint-management", "Palestre e laboratori delle superiori aperti il pomeriggio, con un custode pagato insieme."),
        new("scho11", 22, Idea, "innovation", "Insegnare l'italiano ai genitori dentro la scuola dei figli, in tutti i Comuni."),
        new(null, 4, Idea, "innovation", "Un festival itinerante delle corti e delle cascine, ogni anno in una zona diversa.", "Gaggiano", "magentino-abbiatense"),
        new(null, 0, Sentiment, "simplification", Hidden),
        new(null, 17, Sentiment, "innovation", Withdrawn),
    ];

    /// <summary>The clusters with the sentence the room gave them. <c>Pull</c>: how much they draw dots.</summary>
    public static readonly IReadOnlyList<Named> Clusters =
    [
        new("fare01", "Un solo biglietto e orari coordinati portano ovunque, anche di sera e nelle frazioni.", "biglietto unico", "move", 9),
        new("rail02", "Il treno suburbano deve essere frequente e affidabile; sul prolungamento della metropolitana la sala è divisa.", "treno frequente", "move", 7),
        new("bike03", "A piedi e in bicicletta si arriva sicuri a scuola e in stazione, senza interruzioni al confine.", "ciclabili continue", "move", 5),
        new("suap04", "Moduli, regole e tempi uguali per tutti fanno risparmiare fatica a imprese e famiglie.", "sportello unico", "govern", 7),
        new("serv05", "I Comuni piccoli reggono se gestiscono insieme i servizi e tengono aperto uno sportello vicino.", "servizi associati", "govern", 6),
        new("park06", "Parchi, cascine e alberi formano una sola infrastruttura verde, e chi la cura va sostenuto.", "cintura verde", "ground", 6),
        new("water7", "L'acqua si governa lungo il fiume: spazio alla pioggia e riuso nei mesi di secca.", "spazio all'acqua", "ground", 5),
        new("void09", "Si riusa ciò che è vuoto prima di consumare altro suolo, e chi rinuncia a costruire è compensato.", "riuso del vuoto", "ground", 4),
        new("home08", "Chi lavora e studia qui deve potersi permettere di abitare qui, con i servizi vicino.", "casa in affitto", "live", 8),
        new("work10", "Il lavoro si avvicina a casa con spazi condivisi, fibra e accordi per tutti i mestieri.", "lavoro vicino", "live", 3),
        new("scho11", "La scuola aperta tutto il giorno è il primo spazio pubblico di ogni Comune.", "scuola aperta", "live", 3),
    ];

    /// <summary>Superclusters: the name while sorting, the strategy it became, and its three keywords.</summary>
    public static readonly IReadOnlyList<(string Id, string Name, string Strategy, string[] Keywords)> Groups =
    [
        ("move", "Muoversi", "Una metropoli raggiungibile da tutti, senza dipendere dall'automobile", ["integrata", "puntuale", "sicura"]),
        ("govern", "Governare insieme", "Comuni che decidono vicino alle persone e lavorano insieme", ["semplice", "associata", "trasparente"]),
        ("ground", "Suolo, acqua, verde", "Un territorio che cura il suolo, l'acqua e il verde come beni di tutti", ["fresca", "permeabile", "coltivata"]),
        ("live", "Abitare, lavorare, imparare", "Una metropoli in cui abitare, lavorare e imparare restano possibili per tutti", ["accessibile", "vicina", "aperta"]),
    ];
}
