using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Participation.Texts;

namespace Participation.Server.Reports;

/// <summary>Writes HTML so that nothing that people wrote can become markup: text and values are encoded, and written as they are printed, here and nowhere else.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder page = new();

    public Html Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        page.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                page.Append(' ').Append(attribute).Append("=\"").Append(Encode(value)).Append('"');
            }
        }

        page.Append('>');
        return this;
    }

    public Html Close(string name)
    {
        page.Append("</").Append(name).Append('>');
        return this;
    }

    public Html Text(string text)
    {
        page.Append(Encode(text));
        return this;
    }

    public Html Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Text(text).Close(name);

    /// <summary>For the house's own constant markup and styles only.</summary>
    public Html Raw(string markup)
    {
        page.Append(markup);
        return this;
    }

    public override string ToString() => page.ToString();

    // Controls mean nothing on a page and are errors in HTML: they show as the mark for what cannot be shown.
    private static string Encode(string said)
    {
        var text = Printed.Of(said);
        var clean = text.Any(Unshowable) ? string.Concat(text.Select(c => Unshowable(c) ? '\uFFFD' : c)) : text;
        return Encoder.Encode(clean);
    }

    private static bool Unshowable(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t') || c is '\uFFFE' or '\uFFFF';
}
