using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Server.Live;
using Participation.Tests.Journal;
using Participation.Tests.Laws;

namespace Participation.Tests.Desk;

/// <summary>Desk, journal, watch and screens carry a stream that is no session, with nothing said of it anywhere but in its own types.</summary>
public sealed class AnyStreamTests
{
    private readonly Guid stream = Guid.NewGuid();
    private readonly MemoryJournal journal = new();

    [Fact]
    public async Task What_is_decided_is_recorded_once_and_read_again_after_a_restart()
    {
        var ada = At(new(journal, Guid.NewGuid));
        var first = await ada.Write("A bench", Given.Id(7));
        Assert.Equal(new Receipt(1), first);
        Assert.Equal(first, await ada.Write("A bench", Given.Id(7)));
        Assert.Equal("command.reused", (await ada.Write("Another", Given.Id(7))).Refused?.Code);
        for (var n = 2; n <= Notebook.Most; n++) Assert.Equal(n, (await ada.Write($"Note {n}")).Number);
        Assert.Equal("notebook.full", (await ada.Write("One more")).Refused?.Code);

        var again = At(new(journal, Guid.NewGuid));
        Assert.Equal(await ada.Notes(), await again.Notes());
        Assert.Equal(first, await again.Write("A bench", Given.Id(7)));
        Assert.Equal(Notebook.Most, (await journal.Read(stream, ct: TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Words_that_are_erased_leave_memory_and_journal()
    {
        var ada = At(new(journal, Guid.NewGuid));
        await ada.Write("A secret");
        await ada.Write("A bench");
        Assert.Null((await ada.Erase(1)).Refused);
        Assert.Equal(["", "A bench"], await ada.Notes());
        Assert.Equal(["", "A bench"], await At(new(journal, Guid.NewGuid)).Notes());
        Assert.Null(Line.Break(await journal.Lines(stream, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Its_screens_are_told_what_each_of_them_may_see()
    {
        var desk = new Desk<Notebook>(journal, Guid.NewGuid);
        var (ada, room) = (At(desk), new Room<Notebook>(new NotebookSurface(), new LeapingClock(TimeSpan.FromMinutes(1))));
        journal.Watch(new Told((_, entries) => room.Hear(entries)));
        await ada.Write("A bench");
        room.Offer(await desk.Read(stream), []);
        var screens = new Dictionary<Audience, JsonNode>();
        foreach (var role in (Role[])[Role.Participant, Role.Projector])
            screens[new(role)] = JsonPatch.Node(room.Join($"{role}", new(role), Guid.NewGuid())!.Value.View);
        await ada.Write("A tree");
        await room.TakeUp(() => desk.Read(stream));
        foreach (var (audience, frame) in room.Next().Frames) screens[audience] = JsonPatch.Apply(screens[audience], frame.Frame.Patch);

        Assert.Equal("""{"count":2,"notes":[]}""", screens[new(Role.Participant)].ToJsonString());
        Assert.Equal("""{"count":2,"notes":["A bench","A tree"]}""", screens[new(Role.Projector)].ToJsonString());
    }

    private Writer At(Desk<Notebook> desk) => new(desk, stream, 1);
}
