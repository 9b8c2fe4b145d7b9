namespace Participation.LoadTests.Compare;

/// <summary>The bare stream's: frames come, nothing is said.</summary>
internal sealed class StreamDialect : Dialect
{
    public override Heard Read(ReadOnlySpan<byte> message) => new(message.StartsWith("joined"u8) ? Meaning.Joined : Meaning.Frame);

    public override byte[] Give(int idea, string text) => throw new NotSupportedException("The bare stream takes nothing.");
}
