using System.Reflection;

namespace Participation.Sessions;

/// <summary>Every command that a client may send, found in this assembly.</summary>
public static class CommandNames
{
    private static readonly Dictionary<string, Type> ByName = typeof(CommandNames).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(SessionCommand)) && type.GetCustomAttribute<CommandNameAttribute>() is not null)
        .ToDictionary(Of);

    private static readonly Dictionary<Type, IReadOnlyList<Role>> Roles = typeof(CommandNames).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(SessionCommand)) && !type.IsAbstract)
        .ToDictionary(type => type, type => type.GetCustomAttribute<AllowedAttribute>()?.Roles
            ?? throw new InvalidOperationException($"{type.Name} does not say who may send it: it lacks [Allowed]."));

    public static IReadOnlyDictionary<string, Type> All => ByName;

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    public static string Of(Type type) => type.GetCustomAttribute<CommandNameAttribute>()!.Name;

    public static bool May(Role role, Type command) => Roles[command].Contains(role);
}
