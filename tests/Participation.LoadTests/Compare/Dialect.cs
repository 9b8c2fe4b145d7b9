namespace Participation.LoadTests.Compare;

/// <summary>What a message of a server means to a client.</summary>
internal enum Meaning { Nothing, Joined, Frame, Receipt, Refusal, Farewell }

/// <summary>A message, understood.</summary>
/// <param name="Idea">Which idea a receipt is for.</param>
/// <param name="Number">Its place in the server's journal: numbers rise in the order in which ideas were stored.</param>
/// <param name="Reply">What the client must send in return.</param>
internal readonly record struct Heard(Meaning Meaning, int Idea = 0, long Number = 0, byte[]? Reply = null);

/// <summary>The words of one protocol over a WebSocket. Frames are the same in each: JSON Patch in which a card has a text and the count of ideas is a path.</summary>
internal abstract class Dialect
{
    /// <summary>The byte that ends a message; null where a message ends with its WebSocket frame.</summary>
    public virtual byte? End => null;

    /// <summary>What a client says first.</summary>
    public virtual byte[]? Greeting => null;

    /// <summary>What a client says every seven seconds, asked or not.</summary>
    public virtual byte[]? SignOfLife => null;

    public abstract Heard Read(ReadOnlySpan<byte> message);

    public abstract byte[] Give(int idea, string text);
}
