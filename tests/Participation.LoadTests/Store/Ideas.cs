using System.Globalization;
using Participation.Activities.Ideas;
using Participation.Journal;

namespace Participation.LoadTests.Store;

/// <summary>Ideas as the desk hands them to the journal: one entry each, all of one session. Their texts come round again, their numbers do not.</summary>
internal sealed class Ideas
{
    private const int Different = 4096;
    private const string Words = "More shade on the way to school, trees rather than sails, and benches to rest on";

    private readonly Guid session = Guid.CreateVersion7();
    private readonly Entry[] entries;

    public Ideas() => entries =
    [
        .. Enumerable.Range(1, Different).Select(number => new Entry(session, number, DateTimeOffset.UtcNow, Guid.NewGuid(), null, Guid.CreateVersion7(),
            Guid.NewGuid(), Guid.NewGuid(), new IdeaGiven("all", number, number.ToString("000000 ", CultureInfo.InvariantCulture) + Words, null, null, null, null, null))),
    ];

    /// <summary>Numbers begin with 1.</summary>
    public Entry At(long number) => entries[number % Different] with { Number = number };
}
