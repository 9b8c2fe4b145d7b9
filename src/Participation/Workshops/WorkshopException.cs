using Participation.Texts;

namespace Participation.Workshops;

/// <summary>A workshop file is refused: which file, where in it, and why.</summary>
public sealed class WorkshopException(string file, string place, int? line, string code, string? detail = null)
    : Exception($"{file}{(line is null ? "" : $":{line}")} {place}: {Words.Refusal(code, detail).En}")
{
    public string File => file;

    /// <summary>The JSON path, such as <c>$.agenda[2].settings.budget</c>.</summary>
    public string Place => place;

    /// <summary>Counts from 1; the line of the nearest thing around when the place itself is missing.</summary>
    public int? Line => line;

    /// <summary>Stable: <c>workshop.unknown-member</c>.</summary>
    public string Code => code;

    public LocalText Reason => Words.Refusal(code, detail);
}
