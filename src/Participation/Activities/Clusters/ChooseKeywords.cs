using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A strategy has these keywords now.</summary>
[EventName("clusters.keywords-chosen")]
public sealed record KeywordsChosen(string Item, string Group, [property: Erasable] IReadOnlyList<string> Keywords) : ActivityEvent(Item);

/// <summary>Sets the keywords of a strategy: at most three.</summary>
[CommandName("clusters.keywords"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record ChooseKeywords(string Group, IReadOnlyList<string> Keywords) : ActivityCommand;

public sealed class ChooseKeywordsHandler(SessionDesk desk) : IRequestHandler<ChooseKeywords, Receipt>
{
    private const int Most = 3;
    private const int KeywordLimit = 30;

    public Task<Receipt> Handle(ChooseKeywords command, CancellationToken ct) => desk.Work<ChooseKeywords, Board>(command, Decide);

    public static Decision Decide(Scene scene, Board board, ChooseKeywords command)
    {
        if (scene.Settings<ClustersSettings>().Forbids(command, ClusterAct.Condense) is { } forbidden) return forbidden;
        if (board.FindGroup(command.Group) is null) return Decision.Refuse("clusters.unknown-group");
        if (command.Keywords is null or { Count: > Most }) return Decision.Refuse("clusters.too-many-keywords");
        var keywords = new List<string>(Most);
        foreach (var given in command.Keywords)
        {
            var (keyword, refused) = PlainText.Check(given, KeywordLimit);
            if (refused is not null) return new([], refused);
            keywords.Add(keyword);
        }
        return Decision.Record(new KeywordsChosen(command.Item, command.Group, keywords));
    }
}
