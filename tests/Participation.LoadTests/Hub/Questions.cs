using System.Text.Json;

namespace Participation.LoadTests.Hub;

/// <summary>The result of a hub call as it came, and when.</summary>
internal sealed record Reply(byte[] Result, long At);

/// <summary>What a screen asked on its connection and has no answer to yet.</summary>
internal sealed class Questions
{
    private readonly Dictionary<long, TaskCompletionSource<Reply>> waiting = new(1);
    private long last;

    public (long Id, Task<Reply> Answer) Ask()
    {
        var answer = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting)
        {
            waiting[++last] = answer;
            return (last, answer.Task);
        }
    }

    public void Forget(long id)
    {
        lock (waiting) waiting.Remove(id);
    }

    /// <summary>Hands a completion of the hub to whoever asked.</summary>
    public void Answer(ReadOnlySpan<byte> completion, long at)
    {
        TaskCompletionSource<Reply>? asker;
        lock (waiting)
            if (Glance.Invocation(completion) is not { } id || !waiting.Remove(id, out asker)) return;
        var reader = new Utf8JsonReader(completion);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("error"u8) && reader.Read()) asker.TrySetException(new InvalidOperationException(reader.GetString()));
            else if (reader.ValueTextEquals("result"u8) && reader.Read())
            {
                var begin = (int)reader.TokenStartIndex;
                reader.Skip();
                asker.TrySetResult(new(completion[begin..(int)reader.BytesConsumed].ToArray(), at));
            }
            else reader.Skip();
        }
        asker.TrySetResult(new("null"u8.ToArray(), at));
    }

    /// <summary>The connection was lost: there will be no answers.</summary>
    public void Drop()
    {
        TaskCompletionSource<Reply>[] left;
        lock (waiting)
        {
            left = [.. waiting.Values];
            waiting.Clear();
        }
        foreach (var asker in left) asker.TrySetException(new IOException("The connection was lost."));
    }
}
