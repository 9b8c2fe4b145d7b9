using System.Collections;
using Participation.Sessions;
using Participation.Tests.Activities;
using Participation.Views;

namespace Participation.Tests.Views;

/// <summary>What a phone is shown of a step between two whole views.</summary>
public sealed class BetweenTests
{
    public static TheoryData<string> Kinds => [.. Examples.Takes];

    /// <summary>A kind says nothing of it: a list that it adds is held back, and a count goes out, from its first day on.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task In_a_rush_counts_are_those_of_now_and_lists_those_that_were_told(string kind)
    {
        var item = FullRoom.Items.First(each => each.Kind == kind);
        var (before, after) = (View(new Given(item).State, item), View(await FullRoom.Held, item));
        var between = Between.Of(before, after);
        var compared = 0;
        foreach (var member in after.GetType().GetProperties())
        {
            var isList = member.PropertyType != typeof(string) && member.PropertyType.IsAssignableTo(typeof(IEnumerable));
            Assert.Equal(member.GetValue(isList ? before : after), member.GetValue(between));
            if (!isList && !Equals(member.GetValue(before), member.GetValue(after))) compared++;
        }
        Assert.True(compared > 0, $"{kind}: no count of the two views differs");
    }

    private static object View(SessionState state, AgendaItem item) =>
        ActivityKinds.Of(item.Kind).View(state.StateOf(state.Item(item.Id)), state.Scene(state.Item(item.Id)), new Audience(Role.Facilitator));
}
