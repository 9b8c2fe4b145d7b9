using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A strategy has these keywords now.</summary>
[EventName("clusters.keywords-chosen")]
public sealed record KeywordsChosen(string Item, [property: Pointer] string Group, [property: Erasable] IReadOnlyList<string> Keywords) : ActivityEvent(Item), IDeed;

/// <summary>Sets the keywords of a strategy: at most three.</summary>
[CommandName("clusters.keywords"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record ChooseKeywords([property: Pointer] string Group, [property: Words(30)] IReadOnlyList<string> Keywords) : ActivityCommand
{
    /// <summary>A strategy is told in three words. Fewer are taken, and screens and report say that some are missing.</summary>
    internal const int Most = 3;
}

public sealed class ChooseKeywordsHandler(Desk<SessionState> desk) : IRequestHandler<ChooseKeywords, Receipt>
{
    public Task<Receipt> Handle(ChooseKeywords command, CancellationToken ct) => desk.Work<ChooseKeywords, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, ChooseKeywords command)
    {
        if (scene.Settings.Forbids(command, ClusterAct.Condense) is { } forbidden) return forbidden;
        if (board.FindGroup(command.Group) is null) return Decision.Refuse("clusters.unknown-group");
        if (command.Keywords is null or { Count: > ChooseKeywords.Most }) return Decision.Refuse("clusters.too-many-keywords");
        return Decision.Record(new KeywordsChosen(command.Item, command.Group, command.Keywords));
    }
}
