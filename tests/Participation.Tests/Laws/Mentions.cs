using System.Reflection;
using System.Reflection.Emit;

namespace Participation.Tests.Laws;

/// <summary>Which types a type mentions, in its declarations and in the code of its methods: what the compiler saw, not what the text seems to say.</summary>
internal static class Mentions
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types of these assemblies that this one mentions, itself included; generic ones as their definition.</summary>
    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(type.BaseType);
        foreach (var face in type.GetInterfaces()) Add(face);
        foreach (var attribute in type.GetCustomAttributesData()) Add(attribute.AttributeType);
        foreach (var field in type.GetFields(All)) Add(field.FieldType);
        foreach (var property in type.GetProperties(All)) Add(property.PropertyType);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType);
            if (method is MethodInfo { ReturnType: var returned }) Add(returned);
            foreach (var mentioned in InCode(type, method)) Add(mentioned);
        }
        return found;

        void Add(Type? mentioned)
        {
            if (mentioned is null || mentioned.IsGenericParameter) return;
            if (mentioned.HasElementType) Add(mentioned.GetElementType());
            if (mentioned.IsGenericType) foreach (var argument in mentioned.GetGenericArguments()) Add(argument);
            found.Add(mentioned.IsGenericType ? mentioned.GetGenericTypeDefinition() : mentioned);
        }
    }

    private static IEnumerable<Type> InCode(Type type, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } il) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        var (ofType, ofMethod) = (type.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : []);
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod);
                if (member is Type itself) yield return itself;
                if (member?.DeclaringType is { } declaring) yield return declaring;
                if (member is MethodInfo called)
                {
                    yield return called.ReturnType;
                    foreach (var argument in called.IsGenericMethod ? called.GetGenericArguments() : []) yield return argument;
                }
            }
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
