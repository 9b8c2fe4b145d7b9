using System.Globalization;

namespace Participation.LoadTests;

/// <summary>The words after the program's name: <c>verb value --name value …</c>.</summary>
internal sealed class Arguments
{
    /// <summary>Every program that judges understands it: <see cref="Oracle.Healing"/>.</summary>
    private const string Everywhere = "--slowness";

    private readonly Dictionary<string, string> named = [];

    /// <exception cref="FormatException">An option has no value or is not known.</exception>
    public Arguments(string[] args, params string[] known)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) Plain.Add(args[i]);
            else if (args[i] != Everywhere && !known.Contains(args[i])) throw new FormatException($"{args[i]} is not known here.");
            else if (i + 1 == args.Length) throw new FormatException($"{args[i]} needs a value.");
            else named[args[i]] = args[++i];
        }
    }

    public List<string> Plain { get; } = [];

    public string? this[string name] => named.GetValueOrDefault(name);

    public string Need(string name) => this[name] ?? throw new FormatException($"{name} is needed.");

    public int Whole(string name) => int.TryParse(Need(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
        ? value
        : throw new FormatException($"{name} must be a whole number above 0.");

    public int Whole(string name, int otherwise) => this[name] is null ? otherwise : Whole(name);

    /// <summary>Whole numbers with commas between them.</summary>
    public IReadOnlyList<int> Wholes(string name) => [.. Need(name).Split(',').Select(part =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new FormatException($"{name} must be whole numbers above 0, with commas between them."))];

    /// <summary>One of some words; the first when it is not said.</summary>
    public string OneOf(string name, params string[] words) => this[name] is not { } said ? words[0]
        : words.Contains(said) ? said
        : throw new FormatException($"{name} must be one of: {string.Join(", ", words)}.");

    public double Number(string name, double otherwise) => this[name] is null ? otherwise : Number(name);

    public double Number(string name) => double.TryParse(Need(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0
        ? value
        : throw new FormatException($"{name} must be a number above 0.");
}
