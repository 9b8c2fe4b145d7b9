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

    /// <summary>It stands alone in the run of show, before the minutes: "clusters 15 min" reads like a slip.</summary>
    [Fact]
    public void A_kind_is_called_by_a_name_and_not_by_a_word_of_the_program() => Expect.None(
        from kind in ActivityKinds.All
        from language in LocalText.Languages
        let name = Words.In[language][$"{kind.Kind}.kind"]
        where name == kind.Kind || !char.IsUpper(name, 0)
        select $"{kind.Kind}, {language}: {name}");
}
