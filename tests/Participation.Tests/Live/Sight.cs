namespace Participation.Tests.Live;

/// <summary>What a condition may look at that is waited for on a screen: everything in it may be missing still.</summary>
internal readonly struct Sight(Screen screen)
{
    public Seen View => new(screen.View);

    public Seen Mine => new(screen.Mine);

    public Seen Activity => View["activity"];

    public int Here => screen.Here;

    public Seen Wall => new(screen.Wall);

    public string? Bye => screen.Bye;
}
