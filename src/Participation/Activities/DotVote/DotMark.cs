using System.Globalization;

namespace Participation.Activities.DotVote;

/// <summary>The dots on one option as the mark of a secret ballot, such as <c>2 IM-017</c>. Each option is a mark of its own: which ones were chosen together is not kept.</summary>
internal static class DotMark
{
    public static string Of(string option, int dots) => string.Create(CultureInfo.InvariantCulture, $"{dots} {option}");

    public static (string Option, int Dots) Read(string mark)
    {
        var space = mark.IndexOf(' ', StringComparison.Ordinal);
        return (mark[(space + 1)..], int.Parse(mark.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
