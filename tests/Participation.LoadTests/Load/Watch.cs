using System.Collections;
using Participation.LoadTests.Figures;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Load;

/// <summary>Eyes on a screen that is shown every idea: notes when each first appears on it.</summary>
internal sealed class Watch(Submissions submissions, Percentiles delivering)
{
    private readonly BitArray seen = new(Submissions.Most);

    public void Show(ReadOnlySpan<byte> frame, long at)
    {
        var place = 0;
        while (Glance.Text(frame, Submissions.Digits, ref place) is { } number)
        {
            if (seen[number] || !submissions.IsMeasured(number)) continue;
            seen[number] = true;
            delivering.Add(submissions.Due(number), at);
        }
    }
}
