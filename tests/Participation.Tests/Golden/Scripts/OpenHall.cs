using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>
/// Everything that a facilitator can do on the stage and people can do in an open session: tables, scribes and guests, timers, each mark, each moderation,
/// a board with everything on it, rounds, a reset that stays and one that is taken back, acts undone after cards were moved, a close undone.
/// </summary>
internal sealed class OpenHall() : Script("witness-open-hall")
{
    private static readonly (string Language, string? Type, string? Zone, string? Table)[] People =
    [
        ("it", "resident", "centro", "nord"), ("it", "resident", "centro", "nord"), ("de", "resident", "collina", "sud"), ("en", "resident", "collina", "sud"),
        ("fr", "resident", null, null), ("it", "municipality", "centro", "sud"), ("it", "municipality", "collina", "nord"), ("it", null, "centro", null),
    ];

    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(Opening(room.Now), room.Now.AddDays(400)));
        await room.Lead(new KeepSession(room.Now.AddDays(300)));
        await Arrive(room);
        await Write(room);
        await Moderate(room);
        await Sort(room);
        await Naming(room);
        await Weigh(room);
        await Opine(room);
        await Finish(room);
        return room;
    }

    private static SessionOpened Opening(DateTimeOffset now) => new(
        "witness", Text("A square for all", "Una piazza per tutti", "Ein Platz für alle"), "it", "HALL42", now.AddHours(10),
        Text("What you write is printed without your name.", "Quello che scrivi è stampato senza il tuo nome.", "Was du schreibst, wird ohne deinen Namen gedruckt."),
        [
            Item("welcome", "slide", "SA", Text("Welcome", "Benvenuti", "Willkommen"), new
            {
                body = Text("Look around.\n\n- one\n- two", "Guardatevi intorno.\n\n- uno\n- due", "Seht euch um.\n\n- eins\n- zwei"), image = "piazza.png",
                alt = Text("The square from above", "La piazza dall'alto", "Der Platz von oben"),
            }),
            Item("writing", "ideas", "IM", Text("Ideas", "Idee", "Ideen"), new
            {
                question = Text("What should the square be?", "Come dovrebbe essere la piazza?", "Wie soll der Platz sein?"), kinds = new[] { "sentiment", "idea", "project" },
                categories = new[] { Choice("green", "Green", "Verde", "Grün"), Choice("roads", "Roads", "Strade", "Straßen") },
                askZone = true, askPlace = true, limit = 120, mostEach = 20,
            }, hidden: true, moderation: Moderation.Before),
            Item("sorting", "clusters", "CL", Text("Sorting", "Ordinare", "Ordnen"), new { from = new[] { "writing" }, allow = new[] { "link", "move" }, participants = true }),
            Item("naming", "clusters", "CN", Text("Naming", "Nominare", "Benennen"), new
            {
                from = new[] { "writing" }, allow = new[] { "move", "name", "group", "relate", "condense" }, participants = false, weights = "weighing",
            }, continues: "sorting"),
            Item("weighing", "dot-vote", "WE", Text("Weighing", "Pesare", "Gewichten"), new
            {
                question = Text("What comes first?", "Che cosa viene prima?", "Was kommt zuerst?"), budget = 6, maxPerItem = 4, from = new[] { "sorting" }, secret = false,
                options = new[] { Choice("nothing", "Leave it as it is", "Lasciarla com'è", "So lassen") },
            }, hidden: true),
            Item("views", "opinions", "OP", Text("Opinions", "Opinioni", "Meinungen"), new
            {
                question = Text("Do you agree?", "Sei d'accordo?", "Bist du einverstanden?"), mayAdd = true, limit = 100, mostEach = 5, secret = false,
                statements = new[] { Text("Cars may stay.", "Le auto possono restare.", "Autos dürfen bleiben."), Text("Trees first.", "Prima gli alberi.", "Zuerst Bäume.") },
            }),
            Item("quick", "ideas", "QU", Text("Last words", "Ultime parole", "Letzte Worte"), new
            {
                question = Text("Anything else?", "Altro?", "Noch etwas?"), askZone = false, askPlace = false,
            }, moderation: Moderation.After),
            Item("poll", "dot-vote", "PO", Text("Poll", "Sondaggio", "Umfrage"), new
            {
                question = Text("When next?", "Quando di nuovo?", "Wann wieder?"), budget = 1, maxPerItem = 1,
                options = new[] { Choice("may", "In May", "A maggio", "Im Mai"), Choice("june", "In June", "A giugno", "Im Juni") },
            }),
            Item("thanks", "slide", "SB", Text("Thanks", "Grazie", "Danke"), new { body = Text("See you.", "Arrivederci.", "Bis bald.") }),
        ],
        [new("nord", "Tavolo nord"), new("sud", "Tavolo sud")],
        [Choice("resident", "Resident", "Residente", "Bewohner"), Choice("municipality", "Municipality", "Comune", "Gemeinde"), Choice("association", "Association", "Associazione", "Verein")],
        [Choice("centro", "Centre", "Centro", "Zentrum"), Choice("collina", "Hill", "Collina", "Hügel")],
        Admission: Admission.Open, Most: 40);

    private static async Task Arrive(Room room)
    {
        foreach (var (n, (language, type, zone, table)) in People.Index()) await room.Ask(n, new JoinSession(language, type, zone, table, Consent: true));
        await room.Lead(new SeatGuest(room.Person(8), "resident", "centro", "sud", "it"));
        await room.Write("nord", new SeatGuest(room.Person(9), Table: "nord"));
        await room.Lead(new StartSession());
        await room.Lead(new MoveParticipant(room.Person(3), "nord"));
        await room.Lead(new MoveParticipant(room.Person(6)));
        await room.Lead(new LockLobby());
        await room.Lead(new UnlockLobby());
    }

    /// <summary>In private, and nothing is shown before it was approved.</summary>
    private static async Task Write(Room room)
    {
        const string Item = "writing";
        await room.Next();
        await room.Lead(new StartTimer(300));
        await room.Give(0, new GiveIdea("More trees on the square", IdeaKind.Idea, "green", "centro", "In front of the church"), Item);
        await room.Lead(new AddTime(60));
        await room.Give(1, new GiveIdea("Ein Brunnen für die Kinder 💧", IdeaKind.Project, "green"), Item);
        await room.Lead(new PauseTimer());
        await room.Lead(new AddTime(30));
        await room.Give(2, new GiveIdea("Mi manca l'ombra", IdeaKind.Sentiment, Zone: "collina"), Item);
        await room.Lead(new ResumeTimer());
        await room.Give(3, new GiveIdea("Benches\nin the shade"), Item);
        await room.Give(4, new GiveIdea("On the square: more trees!", IdeaKind.Idea, "green"), Item);
        await room.Lead(new PauseSession());
        room.Wait(40);
        await room.Lead(new ResumeSession());
        await room.Give(8, new GiveIdea("Slower cars", IdeaKind.Idea, "roads"), Item, phoneless: true);
        await room.Write("nord", 9, new GiveIdea("A market on Saturdays"), Item);
        await room.Give(8, new GiveIdea("Typed by mistake"), Item, phoneless: true);
        await room.Undo();
        await room.Give(5, new GiveIdea("A camera at each corner", IdeaKind.Project, "roads"), Item);
        await room.Give(0, new GiveIdea("I have thought better of it"), Item);
        await room.Give(0, new WithdrawIdea("IM-010"), Item);
        await room.Lead(new StopTimer());
    }

    private static async Task Moderate(Room room)
    {
        const string Item = "writing";
        foreach (var n in new[] { 1, 2, 3, 4, 5, 6, 7 }) await room.Lead(new MarkContribution($"IM-{n:000}", Marking.Approve));
        await room.Lead(new MarkContribution("IM-001", Marking.Pin));
        await room.Lead(new MarkContribution("IM-002", Marking.Pin));
        await room.Lead(new MarkContribution("IM-002", Marking.Unpin));
        await room.Lead(new MarkContribution("IM-003", Marking.Hide));
        await room.Lead(new MarkContribution("IM-003", Marking.Restore));
        await room.Lead(new Moderate(Moderation.Off), Item);
        await room.Give(6, new GiveIdea("Bins that are emptied", IdeaKind.Idea), Item);
        await room.Give(7, new GiveIdea("Someone's name was here"), Item);
        await room.Lead(new Moderate(Moderation.After), Item);
        await room.Lead(new LockStep(), Item);
        await room.Lead(new UnlockStep(), Item);
        await room.Give(1, new GiveIdea("A stage for the band", IdeaKind.Project, Place: "Beside the arcade"), Item);
        await room.Lead(new MarkContribution("IM-012", Marking.Hide));
        await room.Lead(new MarkContribution("IM-007", Marking.Withdraw));
        await room.Lead(new LockStep(), Item);
        await room.Lead(new RevealStep(), Item);
        await room.Lead(new HideStep(), Item);
        await room.Lead(new RevealStep(), Item);
    }

    /// <summary>An act is taken back after cards were moved: the stage goes back, the cards stay where people put them.</summary>
    private static async Task Sort(Room room)
    {
        const string Item = "sorting";
        await room.Next();
        await room.Give(0, new MakeCluster("shade1"), Item);
        await room.Give(1, new MakeCluster("water2"), Item);
        await room.Give(2, new MakeCluster("gone03"), Item);
        await room.Give(3, new MakeCluster("cars04"), Item);
        await room.Give(0, new MoveCard("IM-001", "shade1"), Item);
        await room.Give(1, new MoveCard("IM-003", "shade1"), Item);
        await room.Lead(new HideStep(), Item);
        await room.Give(2, new MoveCard("IM-004", "gone03"), Item);
        await room.Give(3, new MoveCard("IM-006", "cars04"), Item);
        await room.Undo();
        await room.Give(4, new LinkCard("IM-005", "IM-001"), Item);
        await room.Give(5, new LinkCard("IM-011", "IM-006"), Item);
        await room.Give(5, new LinkCard("IM-011"), Item);
        await room.Give(6, new MoveCard("IM-002", "water2"), Item);
        await room.Give(6, new MoveCard("IM-013", "water2"), Item);
        await room.Give(7, new MoveCard("IM-013"), Item);
        await room.Give(2, new DropCluster("gone03"), Item);
        await room.Lead(new RemoveParticipant(room.Person(6)));
        await room.Lead(new RemoveParticipant(room.Person(7)));
        await room.Lead(new ReadmitParticipant(room.Person(7)));
    }

    private static async Task Naming(Room room)
    {
        const string Item = "naming";
        await room.Next();
        await room.Lead(new NameCluster("shade1", "We want shade where people sit"), Item);
        await room.Lead(new NameCluster("shade1", "We want shade where people sit and wait", "Shade"), Item);
        await room.Lead(new NameCluster("water2", "Water to play with", "Water"), Item);
        await room.Lead(new MakeCluster("clean5", "A clean square"), Item);
        await room.Lead(new MoveCard("IM-011", "clean5"), Item);
        await room.Lead(new NameGroup("nature", "Nature"), Item);
        await room.Lead(new NameGroup("traffic", "Traffic"), Item);
        await room.Lead(new GatherCluster("shade1", "nature"), Item);
        await room.Lead(new GatherCluster("water2", "nature"), Item);
        await room.Lead(new GatherCluster("clean5", "traffic"), Item);
        await room.Lead(new GatherCluster("clean5"), Item);
        await room.Lead(new RelateClusters("shade1", "water2", Relation.Supports), Item);
        await room.Lead(new RelateClusters("cars04", "shade1", Relation.Conflicts), Item);
        await room.Lead(new RelateClusters("water2", "clean5", Relation.Causes), Item);
        await room.Lead(new RelateClusters("clean5", "shade1", Relation.Causes), Item);
        await room.Lead(new RelateClusters("clean5", "shade1", Relation.None), Item);
        await room.Lead(new NameGroup("nature", "A square that breathes"), Item);
        await room.Lead(new ChooseKeywords("nature", ["shade", "water"]), Item);
    }

    /// <summary>Two rounds, then a reset into which people vote and which is taken back: the rounds are there again.</summary>
    private static async Task Weigh(Room room)
    {
        const string Item = "weighing";
        static CastDots Dots(params (string Option, int N)[] dots) => new(dots.ToDictionary(dot => dot.Option, dot => dot.N));
        await room.Next();
        await room.Give(0, Dots(("CL-001", 3), ("CL-002", 2)), Item);
        await room.Give(1, Dots(("CL-001", 1)), Item);
        await room.Give(1, Dots(("CL-002", 4), ("nothing", 1)), Item);
        await room.Give(2, Dots(("nothing", 2)), Item);
        await room.Give(2, Dots(), Item);
        await room.Write("nord", 9, Dots(("CL-005", 4)), Item);
        await room.Lead(new RevealStep(), Item);
        await room.Lead(new NewRound(), Item);
        await room.Give(0, Dots(("CL-001", 4), ("CL-005", 2)), Item);
        await room.Give(3, Dots(("CL-001", 2)), Item);
        await room.Give(8, Dots(("CL-002", 3)), Item, phoneless: true);
        await room.Lead(new RevealStep(), Item);
        await room.Lead(new ResetItem(), Item);
        await room.Give(5, Dots(("nothing", 4)), Item);
        await room.Undo();
        await room.Lead(new GoBack());
        room.Wait(90);
        await room.Lead(new OpenItem(), "views");
    }

    private static async Task Opine(Room room)
    {
        const string Item = "views";
        await room.Give(0, new AddOpinion("The market needs the cars."), Item);
        await room.Give(8, new AddOpinion("Die Linde bleibt."), Item, phoneless: true);
        foreach (var (n, statement, vote) in new[]
        {
            (0, "OP-001", Opinion.Disagree), (1, "OP-001", Opinion.Agree), (2, "OP-001", Opinion.Pass), (3, "OP-001", Opinion.Agree), (3, "OP-001", Opinion.Disagree),
            (0, "OP-002", Opinion.Agree), (1, "OP-002", Opinion.Agree), (1, "OP-003", Opinion.Disagree), (2, "OP-004", Opinion.Agree),
        }) await room.Give(n, new VoteOpinion(statement, vote), Item);
        await room.Give(8, new VoteOpinion("OP-002", Opinion.Pass), Item, phoneless: true);
        await room.Lead(new MarkContribution("OP-003", Marking.Hide));
        await room.Lead(new NewRound(), Item);
        await room.Give(0, new VoteOpinion("OP-001", Opinion.Agree), Item);
        await room.Give(4, new VoteOpinion("OP-004", Opinion.Agree), Item);
        await room.Next();
    }

    /// <summary>A reset that stays, and a close that is taken back.</summary>
    private static async Task Finish(Room room)
    {
        await room.Give(2, new GiveIdea("This was before the reset"), "quick");
        await room.Give(3, new GiveIdea("So was this"), "quick");
        await room.Lead(new ResetItem(), "quick");
        await room.Lead(new Moderate(Moderation.Before), "quick");
        await room.Give(3, new GiveIdea("And this came after it"), "quick");
        await room.Give(4, new GiveIdea("Nobody has approved this"), "quick");
        await room.Lead(new MarkContribution("QU-003", Marking.Approve));
        await room.Next();
        await room.Give(0, new CastDots(new Dictionary<string, int> { ["may"] = 1 }), "poll");
        await room.Give(5, new CastDots(new Dictionary<string, int> { ["june"] = 1 }), "poll");
        await room.Next();
        await room.Lead(new CloseSession());
        await room.Undo();
        room.Wait(120);
        await room.Lead(new CloseSession());
        await room.Note("Restored from a backup.");
    }
}
