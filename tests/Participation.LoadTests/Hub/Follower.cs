using System.Text.Json.Nodes;

namespace Participation.LoadTests.Hub;

/// <summary>Keeps a told view up to date by the numbers rule. Without patches it follows the numbers alone, for crowds whose views nobody compares.</summary>
internal sealed class Follower
{
    private readonly List<Frame> early = [];
    private bool joining = true;
    private Own? earlyOwn;

    /// <summary>Whose seat it is, from the first Join on.</summary>
    public Guid You { get; private set; }

    public long Number { get; private set; }

    public JsonNode? View { get; private set; }

    public JsonNode? Mine { get; private set; }

    public long MineNumber { get; private set; }

    /// <summary>A Join was asked for: what arrives from now on waits for its answer.</summary>
    public void Join()
    {
        (joining, earlyOwn) = (true, null);
        early.Clear();
    }

    /// <summary>False: what arrived meanwhile does not fit, join again.</summary>
    public bool Joined(Whole whole)
    {
        joining = false;
        (You, Number, View, Mine, MineNumber) = (whole.You.Id, whole.Number, whole.View, whole.Mine, whole.MineNumber);
        if (earlyOwn is { } own) Take(own);
        var kept = early.ToArray();
        early.Clear();
        return kept.All(Show);
    }

    /// <summary>False: a number is missing, join again.</summary>
    public bool Show(Frame frame)
    {
        if (joining)
        {
            early.Add(frame);
            return true;
        }
        if (frame.Number <= Number) return true;
        if (frame.From != Number) return false;
        try
        {
            if (frame.Patch is { } patch) View = Patch.Apply(View, patch);
        }
        catch (FormatException)
        {
            return false;
        }
        Number = frame.Number;
        return true;
    }

    public void Take(Own own)
    {
        if (joining)
        {
            if (earlyOwn is null || own.MineNumber > earlyOwn.MineNumber) earlyOwn = own;
        }
        else if (own.MineNumber > MineNumber)
        {
            (Mine, MineNumber) = (own.Mine, own.MineNumber);
        }
    }
}
