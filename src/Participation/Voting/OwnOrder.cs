using System.Runtime.InteropServices;

namespace Participation.Voting;

/// <summary>Papers in another order for each person, so that none of them is last for all: the same on every server and after every restart.</summary>
internal readonly struct OwnOrder(Guid person)
{
    private readonly uint seed = Seed(person);

    /// <summary>The first so many of those that are wanted, in this order. It is asked with each view of each phone: nothing is sorted that is not shown.</summary>
    public T[] First<T>(int most, IEnumerable<T> papers, Func<T, bool> wanted)
    {
        var (keys, first, found, at) = (new uint[most], new T[most], 0, 0u);
        foreach (var paper in papers)
        {
            var key = Mix(seed + at++);
            if (found == most && key >= keys[^1] || !wanted(paper)) continue;
            var place = found < most ? found++ : most - 1;
            for (; place > 0 && keys[place - 1] > key; place--) (keys[place], first[place]) = (keys[place - 1], first[place - 1]);
            (keys[place], first[place]) = (key, paper);
        }
        return first[..found];
    }

    private static uint Seed(Guid person)
    {
        Span<byte> id = stackalloc byte[16];
        person.TryWriteBytes(id);
        var words = MemoryMarshal.Cast<byte, uint>(id);
        return Mix(words[0] ^ words[1] ^ words[2] ^ words[3]);
    }

    /// <summary>Spreads neighbouring numbers over all of 32 bits (the finaliser of MurmurHash3). It is a bijection: no two papers get the same key.</summary>
    private static uint Mix(uint x)
    {
        x = (x ^ (x >> 16)) * 0x85EBCA6B;
        x = (x ^ (x >> 13)) * 0xC2B2AE35;
        return x ^ (x >> 16);
    }
}
