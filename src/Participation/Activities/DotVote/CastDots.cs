using System.Collections.Immutable;
using System.Globalization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Ballots;

namespace Participation.Activities.DotVote;

/// <summary>A whole ballot was cast: dots by option, only those that have some. It replaces the voter's ballot of the same round.</summary>
[EventName("dot-vote.dots-cast")]
public sealed record DotsCast(string Item, [property: Pointer] IReadOnlyDictionary<string, int> Dots) : ActivityEvent(Item);

/// <summary>Casts a whole ballot; without dots it takes the one before back. A secret one is final, and without dots it abstains.</summary>
[CommandName("dot-vote.cast"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record CastDots([property: Pointer] IReadOnlyDictionary<string, int> Dots) : ActivityCommand;

public sealed class CastDotsHandler(Desk<SessionState> desk) : IRequestHandler<CastDots, Receipt>
{
    public Task<Receipt> Handle(CastDots command, CancellationToken ct) => desk.Work<CastDots, DotVoteState>(command, Decide);

    /// <summary>Only a seat in the room has a ballot; facilitator and scribe fill one in for somebody.</summary>
    public static Decision Decide(Scene scene, DotVoteState state, CastDots command)
    {
        var settings = scene.Settings<DotVoteSettings>();
        if (!scene.Session.Participants.ContainsKey(command.From.Id)) return Decision.Refuse("dot-vote.participants-only");
        if (command.Dots is null) return Decision.Refuse("dot-vote.unknown-option", "");
        var known = Ballot.Options(settings, scene).Select(option => option.Id).ToHashSet();
        if (command.Dots.Keys.FirstOrDefault(id => !known.Contains(id)) is { } unknown) return Decision.Refuse("dot-vote.unknown-option", unknown);
        if (command.Dots.Values.Any(n => n < 0)) return Decision.Refuse("dot-vote.negative");
        if (command.Dots.Values.Any(n => n > settings.MaxPerItem)) return Decision.Refuse("dot-vote.too-many-on-one", Text(settings.MaxPerItem));
        if (command.Dots.Values.Sum(n => (long)n) > settings.Budget) return Decision.Refuse("dot-vote.too-many", Text(settings.Budget));
        var dots = command.Dots.Where(dots => dots.Value > 0).ToImmutableSortedDictionary(StringComparer.Ordinal);
        return scene.Secret is null
            ? Decision.Record(new DotsCast(command.Item, dots))
            : SecretBallots.Cast(scene, command, DotTally.Choices(dots));
    }

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
