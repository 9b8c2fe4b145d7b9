using Participation.Sessions;

namespace Participation.Tests.Sessions;

public sealed class GrowingTests
{
    [Fact]
    public void Whoever_holds_a_shorter_list_keeps_it()
    {
        var lists = new List<Growing<int>> { Growing<int>.Empty };
        for (var n = 0; n < 100; n++) lists.Add(lists[^1].Add(n));
        for (var count = 0; count <= 100; count++) Assert.Equal(Enumerable.Range(0, count), lists[count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => lists[3][3]);
    }

    [Fact]
    public void Two_that_go_on_from_the_same_list_do_not_see_each_other()
    {
        var start = Growing<string>.Empty.Add("a").Add("b");
        var (one, other) = (start.Add("c").Add("d"), start.Add("x").Add("y"));
        Assert.Equal(["a", "b", "c", "d"], one);
        Assert.Equal(["a", "b", "x", "y"], other);
        Assert.True(one.Continues(start));
        Assert.False(other.Continues(one));
        Assert.False(start.Continues(one));
    }

    [Fact]
    public void A_list_with_another_element_continues_nothing()
    {
        var start = Growing<string>.Empty.Add("a").Add("b");
        var changed = start.SetItem(0, "z");
        Assert.Equal(["a", "b"], start);
        Assert.Equal(["z", "b"], changed);
        Assert.False(changed.Add("c").Continues(start));
    }

    [Fact]
    public void The_last_ones_stay_the_last_ones_when_more_are_added()
    {
        var list = Growing<int>.Empty.Add(1).Add(2).Add(3);
        var last = list.Last(2);
        list.Add(4).Add(5).Add(6);
        Assert.Equal([2, 3], last);
    }

    [Fact]
    public async Task Readers_and_one_that_adds_do_not_disturb_each_other()
    {
        var newest = Growing<int>.Empty.Add(0);
        var over = false;
        var reading = Task.Run(() =>
        {
            while (!Volatile.Read(ref over))
            {
                var list = Volatile.Read(ref newest);
                Assert.Equal(list.Count * (list.Count - 1L) / 2, list.Sum(n => (long)n));
            }
        }, TestContext.Current.CancellationToken);
        for (var n = 1; n < 20_000; n++) Volatile.Write(ref newest, newest.Add(n));
        Volatile.Write(ref over, true);
        await reading;
    }
}
