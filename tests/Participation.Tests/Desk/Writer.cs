using System.Security.Cryptography;
using System.Text.Json;

namespace Participation.Tests.Desk;

/// <summary>One who writes into a notebook at a desk.</summary>
internal sealed class Writer(Desk<Notebook> desk, Guid stream, int who)
{
    private int commands;

    public Desk<Notebook> Desk => desk;

    public Task<Receipt> Write(string text, Guid? id = null) => desk.Record(Signed(new WriteNote(text), id), WriteNote.Decide);

    public Task<Receipt> Cast(string choice) => desk.Record(Signed(new CastNote(choice), null), CastNote.Decide);

    public Task<Receipt> Erase(long number) => desk.Erase(Signed(new EraseNote(number), null), EraseNote.Decide);

    public async Task<IEnumerable<string>> Notes() => (await desk.Read(stream)).Notes.Values;

    private TCommand Signed<TCommand>(TCommand command, Guid? id) where TCommand : Command => command with
    {
        From = new Sender(stream, Given.Id(who), null, Role.Participant, id ?? Given.Id(1000 * who + ++commands), new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero),
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command))),
    };
}
