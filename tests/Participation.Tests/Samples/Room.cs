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
internal sealed class Room : ISessionWatch
{
    private readonly string name;
    private readonly MemoryJournal journal = new();
    private readonly SessionDesk desk;
    private readonly Guid session;
    private readonly Guid facilitator;
    private int commands;
    private int salts;

    public Room(string name, DateTimeOffset begins)
    {
        (this.name, Now) = (name, begins);
        (session, facilitator) = (Id("session"), Id("facilitator"));
        desk = new SessionDesk(journal, this, () => Id($"salt {salts++}"));
    }

    public DateTimeOffset Now { get; private set; }

    public void Committed(SessionState state, IReadOnlyList<Entry> entries) { }

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

    public Task<SessionState> State() => desk.Read(session);

    public async Task<string> File() => SessionFile.Write(await journal.Lines(session));

    private Guid Person(int person) => Id($"person {person}");

    private async Task Send(SessionCommand command, Guid by, Guid? hand, Role role)
    {
        Wait(1 + (Chance($"{name} pauses {commands}", 40) / 10.0));
        var body = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Json.Options);
        var sent = command with { From = new Sender(session, by, hand, role, Id($"command {commands++}"), Now, body) };
        var handler = typeof(SessionDesk).Assembly.GetTypes().Single(type => type.IsAssignableTo(typeof(IRequestHandler<,>).MakeGenericType(command.GetType(), typeof(Receipt))));
        var receipt = await (Task<Receipt>)handler.GetMethod("Handle")!.Invoke(Activator.CreateInstance(handler, desk), [sent, CancellationToken.None])!;
        Assert.True(receipt.Refused is null, $"{command}: {receipt.Refused}");
    }
}
