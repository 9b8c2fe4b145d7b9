using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Voting;

namespace Participation.Tests.Activities;

/// <summary>The examples of all kinds.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, IExample> ByKind = typeof(Examples).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IExample)) && !type.IsInterface)
        .Select(type => (IExample)Activator.CreateInstance(type)!)
        .ToDictionary(example => example.Kind);

    public static IEnumerable<IExample> All => ByKind.Values;

    /// <summary>The kinds in which people give something, those first from which others take.</summary>
    public static IEnumerable<string> Takes => ActivityKinds.All.Select(kind => kind.Kind).Where(kind => Has(kind).Takes)
        .OrderByDescending(kind => kind == "ideas").ThenBy(kind => Has(kind).Vote is not null).ThenBy(kind => kind, StringComparer.Ordinal);

    /// <summary>What an item of this kind has.</summary>
    public static StepParts Has(string kind)
    {
        var state = new Given(Given.Item(kind, kind, Of(kind).Settings)).State;
        return state.Scene(state.Item(kind)).Parts;
    }

    /// <summary>The kinds in which people vote, open or in secret.</summary>
    public static IEnumerable<string> Votes => ActivityKinds.All.Where(kind => kind.Records.Settings.IsAssignableTo(typeof(ISecretBallots))).Select(kind => kind.Kind);

    /// <summary>The commands that are sent to an item of this kind: its own, and those of the house that it takes.</summary>
    public static IEnumerable<Type> Sent(string kind) => Of(kind).Commands.Keys.Select(name => CommandNames.Find(name)!).OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>The kinds to which a command is sent; none: it belongs to no item's work.</summary>
    public static IEnumerable<string> TakenBy(Type command) => All.Where(example => Sent(example.Kind).Contains(command)).Select(example => example.Kind).Order(StringComparer.Ordinal);

    /// <summary>Something that a kind gives where the tests hold it under its own name.</summary>
    public static string IdOf(string kind, int number) => $"{Of(kind).Mark}-{number:000}";

    /// <summary>A command in an item, by one of the people or by who leads.</summary>
    public static Try Give(ActivityCommand command, string item, int who = 0) =>
        who == 0 ? new(command with { Item = item }, Role.Facilitator, Given.Facilitator, null) : new(command with { Item = item }, Role.Participant, Given.Id(who), null);

    /// <exception cref="InvalidOperationException">A kind has none.</exception>
    public static IExample Of(string kind) => ByKind.GetValueOrDefault(kind)
        ?? throw new InvalidOperationException($"Write tests/…/Activities/…/…Example.cs for {kind}: the laws take their material from it.");
}
