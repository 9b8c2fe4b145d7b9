using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Journal;
using Participation.Tests.Workshops;

namespace Participation.Tests.Samples;

/// <summary>
/// A session that is played from a script: the real desk and the real commands, with a clock that only the script moves, and ids and salts
/// made from the name of the script. The same script gives the same journal, byte for byte.
/// </summary>
internal sealed class Room
{
    private readonly string name;
    private readonly MemoryJournal journal = new();
    private Desk<SessionState> desk;
    private readonly Guid session;
    private readonly Guid facilitator;
    private int commands;
    private int salts;

    public Room(string name, DateTimeOffset begins)
    {
        (this.name, Now) = (name, begins);
        (session, facilitator) = (Id("session"), Id("facilitator"));
        desk = NewDesk();
    }

    public DateTimeOffset Now { get; private set; }

    public Guid Id(string of)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{name}/{of}"))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A number from 0 to below <paramref name="below"/> that looks like chance and is the same every time.</summary>
    public static int Chance(string of, int below) => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(of))) % (uint)below);

    public static IEnumerable<T> Shuffled<T>(IEnumerable<T> items, string by) => items.OrderBy(item => Chance($"{by}/{item}", int.MaxValue));

    public void Wait(double seconds) => Now += TimeSpan.FromSeconds(seconds);

    public Task Open(string slug, string code) => Lead(new OpenSession(
        ShippedWorkshopsTests.Read(slug).Open(null, code, Now.AddHours(12)) with { Sample = true }));

    public async Task Join(int person, string language, string? type, string? zone)
    {
        Wait(2 + Chance($"{name} joins {person}", 12));
        await Send(new JoinSession(language, type, zone, null, Consent: true), Person(person), null, Role.Participant);
    }

    /// <summary>A seat for somebody without a phone, for whom the facilitator types.</summary>
    public Task SeatGuest(int person, string? type, string? zone, string language) => Lead(new SeatGuest(Person(person), type, zone, null, language));

    /// <summary>A person gives; for somebody without a phone the facilitator's hand does.</summary>
    public Task Give(int person, ActivityCommand command, string item, bool phoneless = false) => phoneless
        ? Send(command with { Item = item }, Person(person), facilitator, Role.Facilitator)
        : Send(command with { Item = item }, Person(person), null, Role.Participant);

    public Task Lead(SessionCommand command) => Send(command, facilitator, null, Role.Facilitator);

    public Task Lead(ActivityCommand command, string item) => Lead(command with { Item = item });

    public Task Lead(ItemAct command, string item) => Lead(command with { Item = item });

    public Task Next() => Lead(new AdvanceSession());

    /// <summary>The last act is taken back.</summary>
    public async Task Undo()
    {
        var state = await State();
        await Lead(new UndoAct(Math.Max(state.Acts.IsEmpty ? 0 : state.Acts.Peek().Act, state.LastOf(facilitator)?.Act ?? 0)));
    }

    /// <summary>A participant sends something that belongs to no agenda item.</summary>
    public Task Ask(int person, SessionCommand command) => Send(command, Person(person), null, Role.Participant);

    /// <summary>The scribe of a table, or of the whole room, sends something of their own.</summary>
    public Task Write(string? table, SessionCommand command) => Send(command, Id("scribe"), null, Role.Scribe, table);

    /// <summary>The scribe of a table types for a guest.</summary>
    public Task Write(string? table, int guest, ActivityCommand command, string item) => Send(command with { Item = item }, Person(guest), Id("scribe"), Role.Scribe, table);

    /// <summary>What no command records: somebody wrote a note into the journal. The desk begins anew from what lies there.</summary>
    public async Task Note(string text)
    {
        var number = (await State()).Number + 1;
        await journal.Append([new Entry(session, number, Now, facilitator, null, Id($"note {number}"), Guid.Empty, Id($"note salt {number}"), new Noted(text))]);
        desk = NewDesk();
    }

    public Task<SessionState> State() => desk.Read(session);

    public async Task<string> File() => SessionFile.Write(await journal.Lines(session));

    public Guid Person(int person) => Id($"person {person}");

    private Desk<SessionState> NewDesk() => new(journal, () => Id($"salt {salts++}"));

    private async Task Send(SessionCommand command, Guid by, Guid? hand, Role role, string? table = null)
    {
        Wait(1 + (Chance($"{name} pauses {commands}", 40) / 10.0));
        var body = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Json.Options);
        var sent = command with { From = new Sender(session, by, hand, role, Id($"command {commands++}"), Now, body, table) };
        Assert.True(CommandNames.May(sent.From, command.GetType()), $"{role} may not send {command}");
        var handler = typeof(Desk<SessionState>).Assembly.GetTypes().Single(type => type.IsAssignableTo(typeof(IRequestHandler<,>).MakeGenericType(command.GetType(), typeof(Receipt))));
        var receipt = await (Task<Receipt>)handler.GetMethod("Handle")!.Invoke(Activator.CreateInstance(handler, desk), [sent, CancellationToken.None])!;
        Assert.True(receipt.Refused is null, $"{command}: {receipt.Refused}");
    }
}
