using Participation.Sessions;
using Participation.Tests.Activities;
using Participation.Texts;

namespace Participation.Tests.Laws;

/// <summary>Every number of a section knows where it comes from, so that whoever doubts it can count again.</summary>
public sealed class MeasureLaws
{
    public static TheoryData<string> Kinds => [.. Examples.Takes];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_number_comes_from_what_it_names_and_is_no_more_than_that_of_which_it_is(string kind)
    {
        var state = await FullRoom.Held;
        var known = state.Opened!.Agenda.SelectMany(item => state.Gives(item.Id).Where(given => state.Scene(item).StatusOf(given) == ContributionStatus.Shown)).Select(given => given.Id).ToHashSet();
        var (measured, checkable) = (0, 0);
        foreach (var item in FullRoom.Items.Where(item => item.Kind == kind))
            foreach (var measure in state.Scene(item).Section(new Words("en"))!.Measures())
            {
                measured++;
                if (measure.Of is { } whole) Assert.InRange(measure.Value ?? 0, 0, whole);
                if (measure.Sources?.ToList() is { } sources)
                {
                    Assert.Equal(measure.Value, sources.Distinct().Count());
                    Expect.None(sources.Where(source => !known.Contains(source)).Select(source => $"{item.Id} {measure.Name}: {source} is no contribution that is shown"));
                }
                if (measure.Of is not null || measure.Sources is not null) checkable++;
            }
        Assert.True(measured > 2 && checkable > 1, $"{kind}: {checkable} of {measured} numbers say where they come from");
    }
}
