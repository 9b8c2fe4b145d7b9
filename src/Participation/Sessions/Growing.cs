using System.Collections;

namespace Participation.Sessions;

/// <summary>A list of which one can see at once that it continues an earlier one.</summary>
public interface IGrowing
{
    /// <summary>True when this one begins with all of the other's elements; false when nobody knows.</summary>
    bool Continues(object earlier);
}

/// <summary>
/// A list that never changes and is cheap to add to: the longer list shares the memory of the shorter one, which stays as it was. To change
/// an element in the middle copies all.
/// </summary>
public sealed class Growing<T> : IReadOnlyList<T>, IGrowing
{
    public static readonly Growing<T> Empty = new(new Memory([]), 0);

    private readonly Memory memory;

    /// <summary>What a list and those that continue it share: places after <c>Used</c> are free.</summary>
    private sealed class Memory(T[] items)
    {
        public volatile T[] Items = items;
        public int Used = items.Length;
    }

    private Growing(Memory memory, int count) => (this.memory, Count) = (memory, count);

    public int Count { get; }

    public T this[int index] => index < Count ? memory.Items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public Growing<T> Add(T item)
    {
        lock (memory)
        {
            if (memory.Used == Count && Count > 0)
            {
                if (Count == memory.Items.Length)
                {
                    var wider = new T[Count * 2];
                    Array.Copy(memory.Items, wider, Count);
                    memory.Items = wider;
                }
                memory.Items[Count] = item;
                memory.Used++;
                return new(memory, Count + 1);
            }
        }
        return new(new([.. this, item]), Count + 1);
    }

    public Growing<T> SetItem(int index, T item)
    {
        var items = memory.Items.AsSpan(0, Count).ToArray();
        items[index] = item;
        return new(new(items), Count);
    }

    /// <summary>The last so many.</summary>
    public IReadOnlyList<T> Last(int count) => new ArraySegment<T>(memory.Items, Count - count, count);

    public bool Continues(object earlier) => earlier is Growing<T> other && ReferenceEquals(memory, other.memory) && other.Count <= Count;

    public IEnumerator<T> GetEnumerator()
    {
        var items = memory.Items;
        for (var i = 0; i < Count; i++) yield return items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
