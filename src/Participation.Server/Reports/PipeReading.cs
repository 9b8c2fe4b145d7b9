namespace Participation.Server.Reports;

/// <summary>Reads lines from a pipe byte by byte, so that the binary part behind a line stays in the pipe.</summary>
internal static class PipeReading
{
    /// <exception cref="EndOfStreamException">The other side ended before the line did.</exception>
    public static async Task<byte[]> ReadLine(this Stream stream)
    {
        using var line = new MemoryStream();
        var one = new byte[1];
        while (true)
        {
            await stream.ReadExactlyAsync(one);
            if (one[0] == (byte)'\n')
            {
                return line.ToArray();
            }

            line.WriteByte(one[0]);
        }
    }
}
