namespace Participation.Tests.Laws;

/// <summary>A rule lists what breaks it, and says all of it when there is something.</summary>
internal static class Expect
{
    public static void None<T>(IEnumerable<T> faults)
    {
        var list = faults.Distinct().ToList();
        Assert.True(list.Count == 0, string.Join("\n", list));
    }
}
