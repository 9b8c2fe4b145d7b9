using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Participation.Workshops;

/// <summary>One JSON file of a workshop, read once, with the line of everything in it.</summary>
internal sealed class SourceFile
{
    private const int MaxDepth = 32;

    private readonly Dictionary<string, int> lines = [];

    public SourceFile(string name, string text)
    {
        Name = name;
        Map(Encoding.UTF8.GetBytes(text));
        Root = JsonNode.Parse(text) as JsonObject ?? throw Refuse("$", "workshop.not-an-object");
    }

    public string Name { get; }

    public JsonObject Root { get; }

    public static string Member(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? $"{path}.{name}" : $"{path}['{name}']";

    public WorkshopException Refuse(string path, string code, string? detail = null) => new(Name, path, LineOf(path), code, detail);

    private int? LineOf(string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
            if (lines.TryGetValue(path, out var line)) return line;
        return null;
    }

    /// <summary>Goes through the file token by token, without recursion: a file a thousand levels deep is refused, not followed.</summary>
    private void Map(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = bytes.Length + 1 });
        var open = new Stack<(string Path, int Next)>();
        var (path, line, seen) = ("$", 1, 0);
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                line += bytes.AsSpan(seen, start - seen).Count((byte)'\n');
                seen = start;
                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                {
                    open.Pop();
                    continue;
                }
                // Reading it now refuses half a surrogate pair here, with its line, and not somewhere later.
                var text = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString()! : "";
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    path = Member(open.Peek().Path, text);
                    if (!lines.TryAdd(path, line)) throw Refuse(path, "workshop.duplicate-member");
                    continue;
                }
                if (open.TryPeek(out var inside) && inside.Next >= 0)
                {
                    path = $"{inside.Path}[{inside.Next}]";
                    open.Pop();
                    open.Push(inside with { Next = inside.Next + 1 });
                }
                lines[path] = line;
                if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) continue;
                open.Push((path, reader.TokenType is JsonTokenType.StartArray ? 0 : -1));
                if (open.Count > MaxDepth) throw Refuse(path, "workshop.too-deep", $"{MaxDepth}");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new WorkshopException(Name, path, (int?)((e as JsonException)?.LineNumber + 1) ?? line, "workshop.not-json");
        }
    }
}
