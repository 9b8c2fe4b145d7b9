namespace Participation.Tests.LoadTests;

/// <summary>A load program in a short form: beside other tests screens may take longer than they should on a machine of their own, and what is judged is counted, not timed.</summary>
internal static class ShortForm
{
    public static async Task Holds(Func<string[], Task<int>> program, string words)
    {
        if (OperatingSystem.IsLinux()) Assert.Equal(0, await program([.. words.Split(' '), "--slowness", "12"]));
    }
}
