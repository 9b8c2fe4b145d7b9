using System.Text.Json;

namespace Participation.Server.Live;

/// <summary>Text that is no Unicode: half of a surrogate pair, which JSON can write and nobody can read.</summary>
internal static class BrokenText
{
    public static bool In(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.String => IsBroken(data),
        JsonValueKind.Array => data.EnumerateArray().Any(In),
        JsonValueKind.Object => data.EnumerateObject().Any(member => In(member.Value)),
        _ => false,
    };

    private static bool IsBroken(JsonElement text)
    {
        try
        {
            return text.GetString() is null;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
