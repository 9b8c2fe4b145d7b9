using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Views;

namespace Participation.Server.Live;

/// <summary>What changed for an audience since the frame before: JSON Patch from one number to the next.</summary>
public sealed record Frame(long From, long Number, IReadOnlyList<PatchOp> Patch);

/// <summary>A frame as it goes out: written once, however many screens get it.</summary>
[JsonConverter(typeof(PackedFrameWriter))]
public sealed record PackedFrame(Frame Frame, byte[] Json)
{
    public static PackedFrame Of(Frame frame) => new(frame, JsonSerializer.SerializeToUtf8Bytes(frame, Journal.Json.Options));
}

internal sealed class PackedFrameWriter : JsonConverter<PackedFrame>
{
    public override void Write(Utf8JsonWriter writer, PackedFrame value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);

    public override PackedFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Frames only go out.");
}

/// <summary>What belongs to one participant, whole.</summary>
/// <param name="MineNumber">The journal's entry up to which it is true: what has a receipt of a number up to this one is in it.</param>
public sealed record Own(long MineNumber, object? Mine);

/// <summary>What a tick has for the screens of one room.</summary>
/// <param name="Here">How many participants are connected, when that changed.</param>
/// <param name="Phones">How many screens of participants there are.</param>
/// <param name="Removed">Connections of participants who lost their seat.</param>
/// <param name="Moved">Connections of participants who sit at another table now: they join again.</param>
/// <param name="Urgent">A facilitator did something.</param>
/// <param name="Waits">Some screens are behind and are to be told more soon, also when nothing new happens.</param>
/// <param name="Wall">What is on the walls, when that changed.</param>
public sealed record Tick(
    IReadOnlyList<(Audience Audience, PackedFrame Frame)> Frames, IReadOnlyList<(Guid Participant, Own Own)> Owns, int? Here, int Phones,
    IReadOnlyList<string> Removed, IReadOnlyList<string> Moved, bool Urgent, bool Waits, WallState? Wall)
{
    public static readonly Tick Nothing = new([], [], null, 0, [], [], false, false, null);
}
