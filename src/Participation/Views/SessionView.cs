using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Views;

public enum SessionStatus { Waiting, Live, Paused, Closed }

/// <summary>All that one audience's screens show. Nothing in it may be secret to that audience.</summary>
/// <param name="Joined">Participants with a seat, those without a phone included.</param>
/// <param name="Position">Place of the open item in the agenda, from 1; 0 while waiting.</param>
/// <param name="Code">To type; only on screens of the house, not on phones.</param>
/// <param name="KeepUntil">The day on which all words of the session will be erased.</param>
/// <param name="Waits">For those in the lobby alone: they see nothing else.</param>
/// <param name="Results">The result page is open: everybody with its address may read it.</param>
/// <param name="GuestBook">For scribes alone: facilitators find all of it on the board.</param>
public sealed record SessionView(
    LocalText Title, string Language, SessionStatus Status, int Joined, int Steps, int Position,
    ItemView? Item, object? Activity, Countdown? Timer, string? Code, Board? Board, GuestBook? GuestBook, DateTimeOffset? KeepUntil,
    bool? Waits = null, bool? Results = null);

/// <summary>The open item. <c>Round</c> counts from 1.</summary>
/// <param name="Moderation">Nothing, where no words wait for anybody.</param>
/// <param name="Takes">People give something here.</param>
/// <param name="Repeats">It can be held again, to compare.</param>
/// <param name="Ballots">Of a secret vote alone.</param>
public sealed record ItemView(
    string Id, string Kind, LocalText Title, bool Locked, bool Hidden, int Round, int Rounds, Moderation? Moderation, int Answered,
    bool Takes, bool Repeats, BallotView? Ballots);

/// <summary>What the facilitator steers by. <c>Version</c> goes with every act.</summary>
/// <param name="Own">What each of those who lead can take back of what they did themselves; whoever takes back takes the later of theirs and of <paramref name="Undo"/>.</param>
public sealed record Board(
    long Version, IReadOnlyList<AgendaRow> Agenda, UndoView? Undo, IReadOnlyList<Person> People, IReadOnlyList<TableView> Tables,
    IReadOnlyList<Option> Types, IReadOnlyList<Option> Zones, LobbyView Lobby, IReadOnlyList<UndoView>? Own);

/// <summary>The entrance, as the facilitator watches it.</summary>
/// <param name="Waiting">So many people wait to be admitted.</param>
/// <param name="Issued">Tickets; <paramref name="Used"/> of them seated somebody.</param>
/// <param name="Arrivals">The last times when somebody took a seat.</param>
public sealed record LobbyView(Admission Admission, bool Locked, bool Approves, int Waiting, int Issued, int Used, IReadOnlyList<Arrivals> Arrivals);

/// <summary>So many phones took a seat within ten seconds.</summary>
public sealed record Arrivals(DateTimeOffset At, int Count);

public enum ItemState { Waiting, Open, Done }

/// <param name="EnteredAt">Since when it is open; null while another item is.</param>
/// <param name="Seconds">How long it was open before that.</param>
/// <param name="LateUntil">Of a secret vote that waits for its count: until then ballots are still on their way.</param>
public sealed record AgendaRow(
    string Id, string Kind, LocalText KindName, LocalText Title, int Minutes, ItemState State, DateTimeOffset? OpenedAt, DateTimeOffset? EnteredAt, int Seconds,
    int Answered, bool Takes, BallotView? Ballots, DateTimeOffset? LateUntil);

/// <summary>What everybody may know of a secret vote's round.</summary>
/// <param name="Fewest">Of fewer ballots nothing is shown.</param>
/// <param name="Entitled">Who can vote, or could when it was counted.</param>
/// <param name="Waiting">Ballots cast and not counted.</param>
/// <param name="TooFew">On so many papers (a dot vote has one, opinions one for each statement) the count is withheld, or would be, for too few ballots, or was never made …</param>
/// <param name="TooClose">… or because too few people make the difference to a round that was shown.</param>
public sealed record BallotView(int Fewest, int Entitled, int Voters, int Waiting, bool Counted, int TooFew, int TooClose)
{
    internal static BallotView? Of(Scene scene)
    {
        if (scene.Secret is not { } secret) return null;
        var (box, fewest) = (scene.Box!, Math.Max(secret.Fewest, SecretBallots.LeastFewest));
        var why = box.Counted is { } counted
            ? counted.Papers.Where(paper => paper.Marks is null).Select(paper => (Withheld?)(paper.Withheld ?? Withheld.TooFew))
            : box.Voted.Keys.Select(paper => SmallGroups.Why(scene.Session, scene.Item.Id, scene.Step.Round, paper, fewest));
        var withheld = why.OfType<Withheld>().ToList();
        return new(fewest, box.Counted?.Entitled ?? SmallGroups.Entitled(scene.Session), box.Voters.Count, box.Waits ? box.Ballots : 0, box.Counted is not null,
            withheld.Count(one => one is Withheld.TooFew), withheld.Count(one => one is Withheld.TooClose));
    }
}

/// <summary>What undo would take back: the last act on the stage, or something that somebody did with their own hand.</summary>
/// <param name="Item">To what it was done, and <paramref name="To"/> whereto, as the console calls it.</param>
/// <param name="By">Whose own it is; null: an act is everybody's who leads.</param>
public sealed record UndoView(long Act, string Name, string? Item, string? How, bool? Withheld = null, string? To = null, Guid? By = null);

public sealed record Person(Guid Id, int Number, string? Type, string? Zone, string? Table, bool Phoneless, bool Removed, bool Waits);

/// <summary>What a scribe writes by: the people without a phone, those of the scribe's own table alone, and what a new seat may say of itself.</summary>
public sealed record GuestBook(
    IReadOnlyList<Guest> Guests, IReadOnlyList<Option> Types, IReadOnlyList<Option> Zones, IReadOnlyList<Table> Tables);

public sealed record Guest(Guid Id, int Number, string? Type, string? Zone, string? Table);

public sealed record TableView(string Id, string Name, int People);

/// <summary>What belongs to one participant: their number in the room and what they gave in the open item.</summary>
/// <param name="Given">All that they gave in words, in order, to keep its numbers; only while nothing is asked of them: on a slide, between steps, after the close.</param>
/// <param name="Item">The open item, of which <c>Activity</c> is: it comes by itself, a moment before or after the view in which the item is open.</param>
public sealed record MineView(int Number, object? Activity, IReadOnlyList<GivenText>? Given, string? Item = null);

/// <summary>One's own contribution, under the number by which it can be found again.</summary>
public sealed record GivenText(string Id, string Text, ContributionStatus Status);
