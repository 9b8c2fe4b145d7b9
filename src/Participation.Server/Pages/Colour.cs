namespace Participation.Server.Pages;

/// <summary>A colour of sRGB, each part from 0 to 255.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The ground of the pages in light and in dark, as tokens.css has them.</summary>
    public static readonly Colour Paper = new(0xfb, 0xfa, 0xf7), Night = new(0x16, 0x15, 0x13);

    /// <summary>Enough for text of any size, also with weak eyes or in glare (WCAG 2.2, 1.4.6).</summary>
    private const double Enough = 7;

    /// <summary>The colour itself or, step by step darker or lighter, the first that can be read on the ground.</summary>
    public Colour ReadableOn(Colour ground)
    {
        var (colour, towards) = (this, ground.Luminance > 0.5 ? (byte)0 : (byte)255);
        while (Contrast(colour, ground) < Enough) colour = new(Step(colour.Red, towards), Step(colour.Green, towards), Step(colour.Blue, towards));
        return colour;
    }

    /// <summary>From 1, the same, to 21, black on white (WCAG 2.2, contrast ratio).</summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (lighter, darker) = (Math.Max(one.Luminance, other.Luminance), Math.Min(one.Luminance, other.Luminance));
        return (lighter + 0.05) / (darker + 0.05);
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>Relative luminance from 0 to 1 (WCAG 2.2).</summary>
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(byte part) => part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);

    /// <summary>A sixteenth of the way, at least one.</summary>
    private static byte Step(byte part, byte towards) => part == towards ? part : (byte)(part + Math.Sign(towards - part) * Math.Max(1, Math.Abs(towards - part) / 16));
}
