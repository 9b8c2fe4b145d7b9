using System.Text.Json.Nodes;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Voting;
using Participation.Tests.Laws;

namespace Participation.Tests.Activities;

/// <summary>
/// What the laws have to be told of a kind, beside its own tests. It is found by reflection: with it every law holds the kind from its first day on,
/// and without it no law runs at all.
/// </summary>
internal interface IExample
{
    string Kind { get; }

    /// <summary>What stands before the numbers of its contributions wherever the tests hold it.</summary>
    string Mark { get; }

    /// <summary>As they stand in a workshop file. Everything that the kind can do is allowed; what it takes from others comes from <c>ideas</c>.</summary>
    object Settings { get; }

    /// <summary>Who may send each of its commands. The matrix of rights takes it from here and not from the command's own attribute.</summary>
    IReadOnlyDictionary<string, Sort> Commands { get; }

    /// <summary>What is right for their members, in JSON: the tests of bad input then make one after the other wrong.</summary>
    JsonObject Right => [];

    /// <summary>What was done before, so that whoever gives in an item has something to work on.</summary>
    IEnumerable<Try> Before(string item, Guid giver) => [];

    /// <summary>
    /// Something of everything: each command of the kind, in an order in which all are taken, by three people or who leads, in a session in which all that it takes from
    /// others is there. Paper and pictures are made of it.
    /// </summary>
    /// <param name="id">Of the item's own contributions, by number.</param>
    IEnumerable<Try> Full(string item, Func<int, string> id) => [];

    /// <summary>How a ballot looks, where people vote; the laws of secrecy ask each such kind for it.</summary>
    Paper? Paper => null;

    /// <summary>A member of a command, mostly right; null where it means what it means in every kind.</summary>
    object? Value(string member, Random random, SessionState state) => null;
}
