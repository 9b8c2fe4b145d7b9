using System.Collections;
using System.Text.Json;

namespace Participation.LoadTests.Load;

/// <summary>Eyes on one screen: notes when each idea first appears on it.</summary>
internal sealed class Watch(Submissions submissions, Percentiles delivering)
{
    private readonly BitArray seen = new(submissions.Count);

    public void Show(JsonElement frame)
    {
        foreach (var number in Submissions.In(frame))
        {
            if (number >= seen.Count || seen[number] || !submissions.IsMeasured(number)) continue;
            seen[number] = true;
            delivering.Add(submissions.Due(number));
        }
    }
}
