using System.Collections.Concurrent;
using System.Security.Cryptography;
using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Sessions;

namespace Participation.Server.Pages;

/// <summary>Which sessions there are, and which one a code or a link's key belongs to. Made from the journal at start.</summary>
/// <param name="letters">How long new codes are: what is short in a room of its own is soon guessed where the whole world may try.</param>
public sealed class SessionDirectory(ServerKey key, int letters = SessionDirectory.InARoom)
{
    public const int InARoom = 6, InPublic = 8;
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private readonly ConcurrentDictionary<Guid, (SessionOpened Opened, DateTimeOffset At, Guid By)> sessions = [];
    private readonly ConcurrentDictionary<string, Guid> codes = [];
    private readonly ConcurrentDictionary<string, Seat> links = [];

    public IReadOnlyList<Guid> All => [.. sessions.OrderByDescending(session => session.Value.At).Select(session => session.Key)];

    public SessionOpened? Opened(Guid session) => sessions.TryGetValue(session, out var found) ? found.Opened : null;

    /// <summary>The first entry of a session that there is.</summary>
    public (SessionOpened Opened, DateTimeOffset At) First(Guid session) => (sessions[session].Opened, sessions[session].At);

    /// <summary>Whose session it is: an account's, or nobody's (empty) when the server made it itself. Null: there is none.</summary>
    public Guid? OpenedBy(Guid session) => sessions.TryGetValue(session, out var found) ? found.By : null;

    public void Load(IEnumerable<Entry> firsts)
    {
        foreach (var first in firsts)
            if (first.Event is SessionOpened opened) Add(first.Stream, opened, first.At, first.By);
    }

    public void Add(Guid session, SessionOpened opened, DateTimeOffset at, Guid by)
    {
        sessions[session] = (opened, at, by);
        codes[opened.Code] = session;
        foreach (var role in new[] { Role.Participant, Role.Projector, Role.Scribe }) Link(session, role, null);
        foreach (var table in opened.Tables) Link(session, Role.Scribe, table.Id);
    }

    /// <summary>The session that a typed code names: case, spaces and dashes do not matter.</summary>
    public Guid? ByCode(string code) =>
        codes.TryGetValue(new string([.. code.Where(char.IsLetterOrDigit)]).ToUpperInvariant(), out var session) ? session : null;

    /// <summary>What a link's or a ticket's key opens; its <c>Id</c> is empty.</summary>
    public Seat? ByKey(string given) => links.GetValueOrDefault(given)
        ?? (key.Ticket(given) is { } ticket ? new Seat(ticket.Session, Guid.Empty, Role.Participant) : null);

    /// <summary>A code that no other session has.</summary>
    public string NewCode()
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetString(Alphabet, letters);
            if (!codes.ContainsKey(code)) return code;
        }
    }

    private void Link(Guid session, Role role, string? table) =>
        links[key.LinkKey(session, role, table)] = new Seat(session, Guid.Empty, role, table);
}
