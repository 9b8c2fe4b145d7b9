using Participation.Journal;

namespace Participation.Desk;

/// <summary>Events to record, none when what was asked for stands already, or a refusal.</summary>
public sealed record Decision(IReadOnlyList<Event> Events, Refusal? Refused)
{
    /// <summary>What happens to a ballot box with these events. The journal then keeps no digest of the command: the choice could be guessed by trying.</summary>
    public BoxAct? Box { get; init; }

    /// <summary>Out of all entries those that lose their words; what tells of them is added by the desk.</summary>
    public Func<IReadOnlyList<Entry>, IEnumerable<Entry>>? Erases { get; private init; }

    /// <summary>When these are all the words of one person: whose. While they give nothing more there is nothing to erase again.</summary>
    public Guid? Whose { get; private init; }

    /// <summary>Those lines, once the desk has found them.</summary>
    public IReadOnlyList<Erasure> Erasures { get; init; } = [];

    /// <summary>Erases the words of what is pointed at.</summary>
    public static Decision Erase(Func<IReadOnlyList<Entry>, IEnumerable<Entry>> which) => new([], null) { Erases = which };

    /// <summary>Erases all that a person wrote and said of themselves, and what others recorded of them.</summary>
    public static Decision EraseAllOf(Guid who, Func<Entry, bool> isAbout) => Erase(entries => entries.Where(entry => entry.By == who || isAbout(entry))) with { Whose = who };

    public static Decision Record(params Event[] events) => new(events, null);

    public static Decision Refuse(string code, string? detail = null) => new([], new Refusal(code, Detail: detail));

    public static Decision Later(string code) => new([], new Refusal(code, Retry: true));
}
