namespace Participation.Sessions;

/// <summary>
/// Somebody's own words in a command of an activity, kept as they were written. <see cref="Written"/> looks at them before anything is decided: what may be missing
/// may also show nothing, and of a list each text is looked at.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute : Attribute
{
    /// <summary>Field by field: the kind's form says how many, and whoever decides reads them through it.</summary>
    public WordsAttribute()
    {
    }

    /// <param name="most">Graphemes, as a person counts characters.</param>
    public WordsAttribute(int most) => Most = most;

    /// <param name="setting">The member of the kind's settings that says how many.</param>
    public WordsAttribute(string setting) => Setting = setting;

    public int Most { get; }

    public string? Setting { get; }
}
