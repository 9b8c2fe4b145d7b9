using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Server.Reports;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Storage;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>
/// A vote on a real data file, beside ideas and statements that people gave, with everything that anybody could get hold of: each screen of each
/// audience after each entry, the entries, the report, the exported table and session, and the file. Times, ids and salts are the same in every vote, so that only the choices make a difference.
/// </summary>
internal sealed class Vote : IWatch, IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFile file = new();
    private readonly SqliteJournal journal;
    private readonly Desk<SessionState> desk;
    private readonly Paper paper;
    private readonly AgendaItem item;
    private DateTimeOffset now = Start;
    private SessionState state = SessionState.None;
    private int salts;
    private int ids = 1000;

    public Vote(bool secret, Paper? on = null, int fewest = 5)
    {
        paper = on ?? Paper.Dots;
        item = Given.Item("vote", paper.Kind, paper.Settings(secret, fewest), mark: "VO");
        journal = new(file.Path);
        desk = new(journal, () => Given.Id(Interlocked.Increment(ref salts) + 1_000_000));
        journal.Watch(this);
    }

    private static AgendaItem Writing { get; } = Given.Item("writing", "ideas", new { question = Given.Text("What?"), kinds = new[] { "idea" }, limit = 80 }, mark: "IM");

    public static Guid Session { get; } = Given.Id(0x5E55);

    /// <summary>What every audience saw after each commit, in order.</summary>
    public List<string> Frames { get; } = [];

    /// <summary>The counts that a facilitator saw after each commit; null where none were shown.</summary>
    public List<Dictionary<string, int>?> Dots { get; } = [];

    public string Path => file.Path;

    /// <summary>The server makes no copy by itself.</summary>
    public bool IsVoting => journal.IsVoting();

    public async Task Open(int people)
    {
        await Send(new OpenSession(new("test", Given.Text("Session"), "en", "K7M2PX", Start.AddDays(1), Given.Text("Consent"), [Writing, item], [], [], [])), Role.Facilitator, Given.Facilitator);
        for (var n = 1; n <= people; n++) await Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(n));
        await Send(new StartSession(), Role.Facilitator, Given.Facilitator);
        for (var n = 1; n <= 3; n++) await Send(new GiveIdea($"An idea of number {n}") { Item = Writing.Id }, Role.Participant, Given.Id(n));
        await Send(new OpenItem { Item = item.Id }, Role.Facilitator, Given.Facilitator);
        if (paper.Beside is { } beside) await Send(beside, Role.Participant, Given.Id(2));
    }

    public Task Cast(int voter, string option) => Send(paper.Ballot(option), Role.Participant, Given.Id(voter));

    public void Wait(TimeSpan time) => now += time;

    public async Task Count()
    {
        await Send(new LockStep { Item = item.Id }, Role.Facilitator, Given.Facilitator);
        now += TimeSpan.FromSeconds(11);
        await Send(new CountVotes(item.Id), Role.Facilitator, Given.Facilitator);
    }

    public async Task NewRound() => await Send(new NewRound { Item = item.Id }, Role.Facilitator, Given.Facilitator);

    public Task<SessionState> State() => desk.Read(Session);

    public Task<IReadOnlyList<Entry>> Entries() => journal.Read(Session);

    /// <summary>As it is saved for another server.</summary>
    public async Task<string> SessionText() => SessionFile.Write(await journal.Lines(Session));

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
        var frame = new ReportFrame("en", TimeZoneInfo.Utc, new string('0', 64));
        var (head, rows) = ContributionTable.Of(state, frame);
        return string.Join('\n', Frames.Concat(entries.Select(entry => $"{entry with { Event = null! }} {EventNames.Write(entry.Event)}"))
            .Concat(rows.Select(row => string.Join(',', head.Zip(row))))
            .Append(HtmlReport.Write(SynthesisReport.Of(state, frame))).Append(Encoding.UTF8.GetString(DataSet.Of(state, frame).Write()))
            .Append(SessionFile.Write(await journal.Lines(Session))));
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

    public void Committed(Guid stream, IReadOnlyList<Entry> entries)
    {
        state = state.Evolve(entries);
        foreach (var role in Enum.GetValues<Role>()) Frames.Add(JsonSerializer.Serialize(Screens.Of(state, new Audience(role)), Json.Options));
        foreach (var who in state.Participants.Keys.Order()) Frames.Add(JsonSerializer.Serialize(Screens.MineOf(state, who), Json.Options));
        Dots.Add(paper.Shown(state.OpenItem is { } open ? ActivityKinds.Of(open.Kind).View(state.StateOf(open), state.Scene(open), new Audience(Role.Facilitator)) : null));
    }

    public void Dispose()
    {
        journal.Dispose();
        file.Dispose();
    }
}
