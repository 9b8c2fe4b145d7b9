using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediatR;
using Microsoft.AspNetCore.SignalR;
using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Views;

namespace Participation.Server.Live;

/// <summary>What the server may call on a screen.</summary>
public interface IScreen
{
    Task Show(PackedFrame frame);
    Task Mine(Own own);
    Task Here(int count);
    Task Wall(WallState wall);
    Task Bye(string code);
}

/// <summary>The live door of a session, as PROTOCOL.md describes it. It translates and decides nothing.</summary>
public sealed class LiveHub(
    IMediator mediator, Desk<SessionState> desk, ISurface<SessionState> surface, Seats seats, Broadcast<SessionState> broadcast, SeatedFrom seated, Seatless seatless, TimeProvider clock, Epoch epoch, ILogger<LiveHub> log) : Hub<IScreen>
{
    /// <summary>A command says all that it must say: what has no default is never guessed.</summary>
    private static readonly JsonSerializerOptions Commands = new(Json.Options)
    {
        RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Json.NothingIgnored } },
    };

    /// <summary>Joining and coming back: the whole view with its number.</summary>
    public async Task<Whole> Join()
    {
        var seat = Sit();
        try
        {
            return await WholeFor(seat);
        }
        catch (Exception e) when (e is not (HubException or OperationCanceledException))
        {
            log.LogError("Join failed: {Error}", $"{e.GetType().Name} {e.StackTrace}");
            throw new HubException("command.failed");
        }
    }

    private async Task<Whole> WholeFor(Seat seat)
    {
        var state = await desk.Read(seat.Session);
        var attends = surface.Of(state, seat.Id, seat.Role, seat.Table);
        if (attends.Refused is { } refused) throw new HubException(refused);

        var audience = attends.Audience;
        if (Context.Items.TryGetValue(nameof(Audience), out var before) && before is Audience old && old != audience)
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, ScreenGroup.Of(seat.Session, old, Context.ConnectionId));
        Context.Items[nameof(Audience)] = audience;
        await Groups.AddToGroupAsync(Context.ConnectionId, ScreenGroup.Of(seat.Session, audience, Context.ConnectionId));
        await Groups.AddToGroupAsync(Context.ConnectionId, ScreenGroup.Of(seat.Session, seat.Id));
        var (number, view, own) = await broadcast.Join(seat.Session, state, Context, audience, seat.Id);
        broadcast.CatchUp(seat.Session, await desk.Read(seat.Session));
        return new(number, clock.GetUtcNow(), new You(seat.Id, seat.Role, audience.Table, attends.Language), view, own?.Mine, own?.MineNumber ?? 0, epoch.Id);
    }

    /// <summary>A command; the answer comes when it is on disk, or says why not.</summary>
    public async Task<Answer> Send(Sent sent)
    {
        var seat = Sit();
        if (sent?.Name is null || sent.Command == Guid.Empty) return Answer.Refuse("command.malformed");
        if (CommandNames.Find(sent.Name) is not { } type) return Answer.Refuse("command.unknown", sent.Name);
        Command command;
        try
        {
            if (sent.Data.Deserialize(type, Commands) is not Command said) return Answer.Refuse("command.malformed");
            command = said;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            return Answer.Refuse(BrokenText.In(sent.Data) ? "text.broken" : "command.malformed", (e as JsonException)?.Path);
        }
        command = command with
        {
            From = new Sender(seat.Session, sent.For ?? seat.Id, sent.For is null ? null : seat.Id, seat.Role, sent.Command, clock.GetUtcNow(), Body(sent, command, type), seat.Table),
        };
        try
        {
            return Answer.Of(await mediator.Send(command.In(sent.Item, sent.Expected), Context.ConnectionAborted));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault in a kind must not hold up what this person gives next: the text goes back to them, and the log names the place.
            log.LogError("{Command} failed: {Error}", sent.Name, $"{e.GetType().Name} {e.StackTrace}");
            return Answer.Refuse("command.failed");
        }
    }

    /// <summary>A facilitator leads the walls to a page; those that come later follow too.</summary>
    public Answer Steer(OnWall to) => OnWalls(Role.Facilitator, to, wall => wall.Steer(to));

    /// <summary>A wall says what it shows, when it was led there and when its own keyboard turned it.</summary>
    public Answer Shows(OnWall shown) => OnWalls(Role.Projector, shown, wall => wall.Shows(Context.ConnectionId, shown));

    private Answer OnWalls(Role who, OnWall what, Action<Wall> change)
    {
        var seat = Sit();
        if (seat.Role != who) return Answer.Refuse("command.not-allowed");
        // Who has not joined is on no screen of this session.
        if (what is not { IsSound: true } || !Context.Items.ContainsKey(nameof(Audience))) return Answer.Refuse("command.malformed");
        broadcast.OnWalls(seat.Session, change);
        return new(0);
    }

    public override Task OnConnectedAsync()
    {
        if (Seat is null) seatless.Add(Context);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items.TryGetValue(nameof(Seat), out var seat)) broadcast.Leave(((Seat)seat!).Session, Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private Seat Sit() => Seat ?? throw new HubException("seat.none");

    /// <summary>The seat comes from the cookie of the connection; the address only says which of a browser's seats is meant.</summary>
    internal Seat? Seat => Context.Items.TryGetValue(nameof(Seat), out var known) ? (Seat)known! : Look();

    private Seat? Look()
    {
        var http = Context.GetHttpContext()!;
        if (Asked(http) is not { } asked || seats.Of(http, asked.Session, asked.Role, Context) is not { } seat) return null;
        Context.Items[nameof(Seat)] = seat;
        seatless.Leave(Context.ConnectionId);
        seated.Add(http.Connection.RemoteIpAddress, seat.Session, Context.ConnectionAborted);
        return seat;
    }

    /// <summary>The seat with which a request to the hub comes, by its cookies and the seat that it means.</summary>
    internal static Seat? SeatOf(HttpContext http, Seats seats) => Asked(http) is { } asked ? seats.Of(http, asked.Session, asked.Role) : null;

    private static (Guid Session, Role Role)? Asked(HttpContext http)
    {
        // The words of PROTOCOL.md and nothing else: Enum.TryParse would take numbers and lists too.
        Role? asked = http.Request.Query["role"].ToString() switch
        {
            "participant" => Role.Participant,
            "facilitator" => Role.Facilitator,
            "scribe" => Role.Scribe,
            "projector" => Role.Projector,
            _ => null,
        };
        return Guid.TryParse(http.Request.Query["session"], out var session) && asked is { } role ? (session, role) : null;
    }

    /// <summary>SHA-256 of what the command says, however the client wrote its JSON.</summary>
    private static byte[] Body(Sent sent, Command command, Type type) => SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{sent.Name}\n{sent.Item}\n{sent.For}\n{JsonSerializer.Serialize(command, type, Json.Options)}"));
}
