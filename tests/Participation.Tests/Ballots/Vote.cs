using System.Security.Cryptography;
using System.Text.Json;
using Participation.Activities.DotVote;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Ballots;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Storage;
using Participation.Texts;
using Participation.Views;

namespace Participation.Tests.Ballots;

/// <summary>
/// A vote on one of four options on a real data file, with everything that anybody could get hold of: each screen of each audience after each entry,
/// the entries, the report, the exported table and the file. Times, ids and salts are the same in every vote, so that only the choices make a difference.
/// </summary>
internal sealed class Vote : ISessionWatch, IDisposable
{
    public static readonly string[] Options = ["amber", "birch", "cedar", "dune"];
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFile file = new();
    private readonly SqliteJournal journal;
    private readonly SessionDesk desk;
    private readonly AgendaItem item;
    private DateTimeOffset now = Start;
    private int salts;
    private int ids = 1000;

    public Vote(bool secret, int fewest = 5)
    {
        item = Given.Item("vote", "dot-vote", new { question = Given.Text("Which?"), budget = 1, maxPerItem = 1, options = Options.Select(id => new { id, label = Given.Text(id) }), secret, fewest });
        (journal, desk) = (new(file.Path), null!);
        desk = new(journal, this, () => Given.Id(Interlocked.Increment(ref salts) + 1_000_000));
    }

    public static Guid Session { get; } = Given.Id(0x5E55);

    /// <summary>What every audience saw after each commit, in order.</summary>
    public List<string> Frames { get; } = [];

    /// <summary>The dots that any audience saw after each commit; null where none were shown.</summary>
    public List<Dictionary<string, int>?> Dots { get; } = [];

    public string Path => file.Path;

    public async Task Open(int people)
    {
        await Send(new OpenSession(new("test", Given.Text("Session"), "en", "K7M2PX", Start.AddDays(1), Given.Text("Consent"), [item], [], [], [])), Role.Facilitator, Given.Facilitator);
        for (var n = 1; n <= people; n++) await Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(n));
        await Send(new StartSession(), Role.Facilitator, Given.Facilitator);
    }

    public Task Cast(int voter, string option) => Send(Ballot(option), Role.Participant, Given.Id(voter));

    public async Task Count()
    {
        await Send(new LockStep { Item = item.Id }, Role.Facilitator, Given.Facilitator);
        now += TimeSpan.FromSeconds(11);
        await Send(new CountVotes(item.Id), Role.Facilitator, Given.Facilitator);
    }

    public async Task NewRound() => await Send(new NewRound { Item = item.Id }, Role.Facilitator, Given.Facilitator);

    public Task<SessionState> State() => desk.Read(Session);

    public Task<IReadOnlyList<Entry>> Entries() => journal.Read(Session);

    public static CastDots Ballot(string option) => new(new Dictionary<string, int> { [option] = 1 }) { Item = "vote" };

    /// <summary>As the live door makes it.</summary>
    public static byte[] Body(SessionCommand command) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Json.Options));

    public async Task<Receipt> Send(SessionCommand command, Role role, Guid who, bool fine = true)
    {
        now += TimeSpan.FromSeconds(1);
        var from = new Sender(Session, who, null, role, Given.Id(ids++), now, Body(command));
        var receipt = await Laws.Hall.Send(desk, command with { From = from });
        if (fine) Assert.Null(receipt.Refused);
        return receipt;
    }

    /// <summary>Everything but the file, as text.</summary>
    public async Task<string> All()
    {
        var (state, entries) = (await State(), await Entries());
        var (head, rows) = ContributionTable.Of(state, Words.In["en"]);
        return string.Join('\n', Frames.Concat(entries.Select(entry => $"{entry with { Event = null! }} {EventNames.Write(entry.Event)}"))
            .Concat(rows.Select(row => string.Join(',', head.Zip(row))))
            .Append(JsonSerializer.Serialize(ActivityKinds.Of(item.Kind).Section(state.StateOf(state.Item("vote")), state.Scene(state.Item("vote")), Words.In["en"]).Select(block => (object)block))));
    }

    /// <summary>The data file and its log, as somebody copies them.</summary>
    public byte[] Copy()
    {
        byte[] Bytes(string path)
        {
            using var open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            open.CopyTo(copy);
            return copy.ToArray();
        }
        var (bytes, epoch) = ((byte[])[.. Bytes(Path), .. Bytes(Path + "-wal")], journal.Epoch.Id.ToByteArray(bigEndian: true));
        // By its epoch one file differs from another, and by nothing else.
        for (int at; (at = bytes.AsSpan().IndexOf(epoch)) >= 0;) bytes.AsSpan(at, epoch.Length).Clear();
        return bytes;
    }

    /// <summary>Until the writer has done all that it does after its answers.</summary>
    public Task Rest() => journal.OnWriter(_ => { });

    public void Committed(SessionState state, IReadOnlyList<Entry> entries)
    {
        foreach (var role in Enum.GetValues<Role>()) Frames.Add(JsonSerializer.Serialize(Screens.Of(state, new Audience(role)), Json.Options));
        foreach (var who in state.Participants.Keys.Order()) Frames.Add(JsonSerializer.Serialize(Screens.MineOf(state, who), Json.Options));
        Dots.Add(state.OpenItem is { } open && ActivityKinds.Of(open.Kind).View(state.StateOf(open), state.Scene(open), new Audience(Role.Facilitator)) is DotVoteView view
            && view.Options.All(option => option.Dots is not null) ? view.Options.ToDictionary(option => option.Id, option => option.Dots!.Value) : null);
    }

    public void Dispose()
    {
        journal.Dispose();
        file.Dispose();
    }
}
