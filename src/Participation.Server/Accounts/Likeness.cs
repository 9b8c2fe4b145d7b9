using System.Globalization;
using System.Text;

namespace Participation.Server.Accounts;

/// <summary>
/// Whether a name could be taken for another: after Unicode's TR39, in the small. Letters of one script only (of those whose letters look alike), and a
/// skeleton in which letters that look alike are the same. It cannot see what a font makes alike; it closes what a keyboard offers.
/// </summary>
public static class Likeness
{
    /// <summary>Each letter before the plain one that it is taken for: Cyrillic, Greek, Armenian, and odd Latin ones.</summary>
    private static readonly string[] Alike =
    [
        "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ѵv кk ӏl ьb пn гr ёë їï АA ВB ЕE КK МM НH ОO РP СC ТT ХX ІI ЈJ ЅS УY ҮY ԚQ ԜW ҺH ѴV ӀI З3 Б6 ЁË ЇÏ",
        "αa γy ηn ιi κk νv οo ρp σo τt υu χx ωw βß ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ΪÏ ΫŸ ϲc ϹC ϳj ϜF",
        "օo սu հh ոn ցg զq յj ՕO ՏS ԼL ıi ɑa ɡg ɩi ᴏo ĸk ʟL ɪI",
    ];

    private static readonly Dictionary<char, char> Twins = Alike.SelectMany(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Two names with one of these in common look alike.</summary>
    public static bool Between(string one, string other) => Seen(one) == Seen(other) || Folded(one) == Folded(other);

    /// <summary>Letters of two alphabets that look alike stand in one name, as in "Bоss" with a Cyrillic о.</summary>
    public static bool IsMixed(string name) => Clean(name).EnumerateRunes().Where(Rune.IsLetter).Select(Script).Where(script => script != 0).Distinct().Count() > 1;

    /// <summary>As it stands there: a capital I, a small l and a one are the same stroke.</summary>
    private static string Seen(string name) => string.Concat(Clean(name).Select(Twin).Select(sign => sign switch { 'I' or '1' or '|' => 'l', '0' => 'O', _ => sign }));

    /// <summary>Whatever its case: capitals of two alphabets may look alike where their small letters do not.</summary>
    private static string Folded(string name) => string.Concat(string.Concat(Clean(name).Select(Twin)).ToUpperInvariant().Select(Twin));

    private static char Twin(char sign) => Twins.GetValueOrDefault(sign, sign);

    private static string Clean(string name) =>
        string.Join(' ', string.Concat(name.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Script(Rune letter) => letter.Value switch
    {
        < 0x370 or (>= 0x1D00 and <= 0x1D25) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA722 and <= 0xA7FF) or (>= 0xAB30 and <= 0xAB64) => 1,
        <= 0x3FF or (>= 0x1F00 and <= 0x1FFF) => 2,
        <= 0x52F or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => 3,
        <= 0x58F => 4,
        (>= 0x10A0 and <= 0x10FF) or (>= 0x1C90 and <= 0x1CBF) or (>= 0x2D00 and <= 0x2D2F) => 5,
        (>= 0x13A0 and <= 0x13FF) or (>= 0xAB70 and <= 0xABBF) => 6,
        >= 0x2C80 and <= 0x2CFF => 7,
        _ => 0,
    };
}
