using System.Text.Json.Nodes;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Injection;
using Participation.Tests.Laws;

namespace Participation.Tests.Activities;

/// <summary>
/// What the laws have to be told of a kind, beside its own tests. It is found by reflection: with it every law holds the kind from its first day on,
/// and without it no law runs at all.
/// </summary>
internal interface IExample
{
    string Kind { get; }

    /// <summary>As they stand in a workshop file. Everything that the kind can do is allowed; what it takes from others comes from <c>ideas</c>.</summary>
    object Settings { get; }

    /// <summary>Who may send each of its commands. The matrix of rights takes it from here and not from the command's own attribute.</summary>
    IReadOnlyDictionary<string, Sort> Commands { get; }

    /// <summary>What becomes of each text in them, as <c>command member</c>.</summary>
    IReadOnlyDictionary<string, Kept> Texts { get; }

    /// <summary>What is right for their members, in JSON: the tests of bad input then make one after the other wrong.</summary>
    JsonObject Right => [];

    /// <summary>What was done before, so that whoever gives in an item has something to work on.</summary>
    IEnumerable<Try> Before(string item, Guid giver) => [];

    /// <summary>A member of a command, mostly right; null where it means what it means in every kind.</summary>
    object? Value(string member, Random random, SessionState state) => null;
}
