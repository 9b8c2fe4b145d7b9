using Participation.Journal;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Tests.Laws.Speech;

/// <summary>Every kind of step says the same things of itself.</summary>
public sealed class KindTextTests
{
    private static readonly string[] Keys = ["kind"];

    [Fact]
    public void A_kind_says_what_it_is_called_and_what_is_done() =>
        Expect.None(ActivityKinds.All.SelectMany(kind => Keys.Select(key => $"{kind.Kind}.{key}")).Except(Words.Keys("en")));
}
