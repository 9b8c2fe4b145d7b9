using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Tests.Live;

namespace Participation.Tests.Access;

/// <summary>How a session stands when somebody asks something of it.</summary>
internal enum Moment { NotBegun, Open, Hidden, Locked, Paused, Closed }

/// <summary>Which session is asked for: one's own in the play, the stranger's, or one that there is not.</summary>
internal enum Place { Own, Other, Unknown }

/// <summary>Somebody who asks, and as what their screen says it comes.</summary>
internal sealed record Actor(string Name, Browser Browser, Role Asks)
{
    /// <summary>The role in which they truly sit there; null: they have no seat.</summary>
    public Role? Sits(Place place) => (Name, place) switch
    {
        (_, Place.Unknown) => null,
        ("participant" or "removed" or "refused" or "waiting", Place.Own) => Role.Participant,
        ("facilitator" or "co-facilitator", Place.Own) or ("administrator", _) or ("stranger", Place.Other) => Role.Facilitator,
        ("scribe", Place.Own) => Role.Scribe,
        ("projector", Place.Own) or ("coordinator's wall", _) => Role.Projector,
        _ => null,
    };
}

/// <summary>One house in which a session stands at each moment, with everybody there is in each of them, and a session of a stranger.</summary>
internal sealed class Cast : IAsyncDisposable
{
    public required House House { get; init; }

    public Dictionary<Moment, Guid> Sessions { get; } = [];

    public Dictionary<Moment, Guid> Guests { get; } = [];

    public Guid Other { get; private set; }

    public Guid Unknown { get; } = Guid.NewGuid();

    public Guid Administrator { get; private set; }

    public List<Actor> Actors { get; } = [];

    /// <summary>Every secret that was handed out: none of them may stand in the log.</summary>
    public List<string> Secrets { get; } = [];

    public Actor Who(string name) => Actors.Single(actor => actor.Name == name);

    public Guid At(Place place, Moment moment) => place switch { Place.Own => Sessions[moment], Place.Other => Other, _ => Unknown };

    public static async Task<Cast> Built()
    {
        var cast = new Cast { House = await House.Built() };
        await cast.Gather();
        return cast;
    }

    private async Task Gather()
    {
        var setup = House.Services.GetRequiredService<SetupLink>().Path!.Split('/')[^1];
        var ada = await House.Host();
        Administrator = (await ada.Get("/api/account")).Body!["id"]!.GetValue<Guid>();
        var (bea, beaId) = await AccountTests.Invited(House, ada, "Bea", "facilitator");
        var (cem, cemId) = await AccountTests.Invited(House, ada, "Cem", "facilitator");
        var (dag, _) = await AccountTests.Invited(House, ada, "Dag", "coordinator");
        foreach (var (name, browser, asks) in new (string, Browser, Role)[]
        {
            ("nobody", House.Browser(), Role.Facilitator), ("nobody's phone", House.Browser(), Role.Participant),
            ("participant", House.Browser(), Role.Participant), ("removed", House.Browser(), Role.Participant), ("refused", House.Browser(), Role.Participant), ("waiting", House.Browser(), Role.Participant),
            ("facilitator", bea, Role.Facilitator), ("stranger", cem, Role.Facilitator), ("co-facilitator", House.Browser(), Role.Facilitator),
            ("coordinator", dag, Role.Facilitator), ("coordinator's wall", dag, Role.Projector), ("administrator", ada, Role.Facilitator),
            ("projector", House.Browser(), Role.Projector), ("scribe", House.Browser(), Role.Scribe),
        }) Actors.Add(new(name, browser, asks));
        Actors.Add(new("participant who would lead", Who("participant").Browser, Role.Facilitator));
        Actors.Add(new("scribe who would lead", Who("scribe").Browser, Role.Facilitator));
        (Other, _) = await House.Open(Guid.NewGuid(), cemId);
        foreach (var moment in Enum.GetValues<Moment>()) await Fill(moment, beaId);
        Secrets.AddRange([setup, House.Password]);
        Secrets.AddRange(Actors.SelectMany(actor => actor.Browser.Cookies.GetAllCookies()).Select(cookie => cookie.Value).Distinct());
    }

    private async Task Fill(Moment moment, Guid by)
    {
        var (session, code) = await House.Open(Guid.NewGuid(), by, admission: Admission.Approve);
        Sessions[moment] = session;
        Secrets.Add(code);
        await using var lead = await Who("facilitator").Browser.Connect(Role.Facilitator, join: false, session: session);
        foreach (var name in new[] { "participant", "removed", "refused", "waiting" })
        {
            var (_, seat) = await Who(name).Browser.Join(new { code, command = Guid.NewGuid(), consent = true, language = "en" });
            var who = seat!["participant"]!.GetValue<Guid>();
            if (name is "participant" or "removed") await lead.Done("session.admit", new { participant = who });
            if (name is "removed") await lead.Done("session.remove", new { participant = who });
            if (name is "refused") await lead.Done("session.refuse", new { participant = who });
        }
        Guests[moment] = Guid.NewGuid();
        await lead.Done("session.seat-guest", new { guest = Guests[moment] });
        var keys = House.Services.GetRequiredService<ServerKey>();
        foreach (var (name, key) in new[] { ("co-facilitator", House.Services.GetRequiredService<Invitations>().Make(session: session)), ("projector", keys.LinkKey(session, Role.Projector)), ("scribe", keys.LinkKey(session, Role.Scribe)) })
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await Who(name).Browser.Post("/api/enter", new { key })).Status);
            Secrets.Add(key);
        }
        Secrets.AddRange([keys.LinkKey(session, Role.Participant), keys.TicketKey(session, 1)]);
    }

    /// <summary>Brings an item of a session to its moment; what stands so already is refused, and that is well.</summary>
    public async Task Stand(Moment moment, string item)
    {
        if (moment == Moment.NotBegun) return;
        await using var lead = await Who("facilitator").Browser.Connect(Role.Facilitator, join: false, session: Sessions[moment]);
        if (moment == Moment.Paused) await lead.Send("session.resume");
        await lead.Send("session.open-item", item: item);
        await lead.Send(moment switch { Moment.Hidden => "step.hide", Moment.Locked => "step.lock", Moment.Paused => "session.pause", Moment.Closed => "session.close", _ => "step.reveal" }, item: item);
        // Longer than the moment of grace in which late contributions are still taken.
        if (moment == Moment.Locked) House.Clock.Pass(Guards.Grace + TimeSpan.FromSeconds(1));
        var stage = (await House.Services.GetRequiredService<Desk<SessionState>>().Read(Sessions[moment])).Stage;
        Assert.Equal((moment, moment != Moment.Closed, moment is Moment.Hidden, moment is Moment.Locked, moment is Moment.Paused, moment is Moment.Closed),
            (moment, stage.Open == item && !stage.Closed, stage.Steps[item].Hidden && moment is Moment.Hidden, stage.Steps[item].Locked, stage.Paused, stage.Closed));
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
