using System.Globalization;
using System.Text;

namespace Participation.Sessions;

/// <summary>
/// What shows nothing: white space, controls, Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt), and the few signs that are drawn without
/// ink. A text of such alone is empty, whatever its length says.
/// </summary>
public static class Blank
{
    public static bool Is(string text) => text.EnumerateRunes().All(Is);

    public static bool Is(Rune rune) => Rune.IsWhiteSpace(rune) || IsIgnorable(rune.Value) || IsWithoutInk(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>Those that are no format characters by their category: fillers of Hangul, inherent vowels of Khmer, selectors, what is reserved.</summary>
    private static bool IsIgnorable(int sign) => sign is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x2060 and <= 0x206F)
        or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>A Braille cell without dots, a notehead that is none, blanks between hieroglyphs, a Khitan filler.</summary>
    private static bool IsWithoutInk(int sign) => sign is 0x2800 or 0x1D159 or 0x13441 or 0x13442 or 0x16FE4;
}
