using System.Reflection;

namespace Participation.Sessions;

/// <summary>
/// The one place where texts come in: before a command is decided, each of its <see cref="WordsAttribute"/> becomes the text to store, or the command is refused.
/// What a decision reads was looked at.
/// </summary>
public static class Written
{
    /// <summary>Made of all commands at once, so that the start fails when there is one whose words nobody could look at.</summary>
    private static readonly Dictionary<Type, IReadOnlyList<Field>> Fields = CommandNames.All.Values.ToDictionary(type => type, Of);

    /// <summary>The limit of each text of this command, where these are the settings.</summary>
    public static IEnumerable<(string Member, int Most)> Limits(Type command, object settings) => Fields[command].Select(field => (field.Member.Name, field.Most(settings)));

    /// <summary>Decides on the command with its words as they are stored.</summary>
    public static Decision Decided<TCommand>(Scene scene, TCommand command, Func<TCommand, Decision> decide) where TCommand : ActivityCommand
    {
        var written = command;
        foreach (var field in Fields[typeof(TCommand)])
        {
            var given = field.Member.GetValue(command);
            var (kept, refused) = field.Check(given, field.Most(scene.AnySettings));
            if (refused is not null) return new([], refused);
            if (Equals(kept, given)) continue;
            if (ReferenceEquals(written, command)) written = (TCommand)((ActivityCommand)command with { });
            field.Member.SetValue(written, kept);
        }
        return decide(written);
    }

    /// <summary>The words of a command, in the order in which it names them.</summary>
    /// <exception cref="InvalidOperationException">Nobody could look at them.</exception>
    internal static IReadOnlyList<Field> Of(Type command) =>
        [.. command.GetProperties().Where(member => member.IsDefined(typeof(WordsAttribute)) && !IsForm(member)).OrderBy(member => member.MetadataToken).Select(Field.Of)];

    /// <summary>Texts field by field are read by the kind's form, which knows the fields.</summary>
    private static bool IsForm(PropertyInfo member) => member.PropertyType == typeof(IReadOnlyDictionary<string, string>) && member.GetCustomAttribute<WordsAttribute>() is { Most: 0, Setting: null };

    /// <summary>A member that holds words.</summary>
    /// <param name="Optional">It may be missing.</param>
    internal sealed record Field(PropertyInfo Member, bool Optional, Func<object, int> Most)
    {
        public static Field Of(PropertyInfo member)
        {
            var (words, type) = (member.GetCustomAttribute<WordsAttribute>()!, member.PropertyType);
            if (type != typeof(string) && type != typeof(IReadOnlyList<string>)) throw new InvalidOperationException($"{Name(member)} is [Words], and neither a text nor a list of texts.");
            if (words.Setting is null) return new(member, IsOptional(member), _ => words.Most);
            // Of the kind in whose folder the command lies.
            var setting = ActivityKinds.All.FirstOrDefault(kind => kind.Records.Settings.Namespace == member.DeclaringType!.Namespace)?.Records.Settings.GetProperty(words.Setting)
                ?? throw new InvalidOperationException($"{Name(member)} is as long as the setting {words.Setting} says, and there is none.");
            return new(member, IsOptional(member), settings => (int)setting.GetValue(settings)!);
        }

        public (object? Kept, Refusal? Refused) Check(object? given, int most) => given switch
        {
            IReadOnlyList<string> list => All(list, most),
            null when Member.PropertyType != typeof(string) => (null, null),
            _ when Optional => PlainText.CheckOptional((string?)given, most),
            _ => PlainText.Check((string?)given, most),
        };

        private static (object? Kept, Refusal? Refused) All(IReadOnlyList<string> given, int most)
        {
            var kept = new string[given.Count];
            for (var i = 0; i < kept.Length; i++)
            {
                var (text, refused) = PlainText.Check(given[i], most);
                if (refused is not null) return (null, refused);
                kept[i] = text;
            }
            return (kept, null);
        }

        private static bool IsOptional(PropertyInfo member) => new NullabilityInfoContext().Create(member).WriteState == NullabilityState.Nullable;

        private static string Name(PropertyInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
    }
}
