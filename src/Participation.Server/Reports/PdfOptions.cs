namespace Participation.Server.Reports;

/// <summary>What a PDF is made for.</summary>
/// <param name="Timestamp">Stands in the file as its date; never the clock's, so that the same data give the same bytes.</param>
/// <param name="Accent">The institution's colour as #rrggbb; dark enough to be read on white.</param>
public sealed record PdfOptions(
    DateTimeOffset Timestamp, PdfStandard Standard = PdfStandard.Ua1, PdfAttachment? Attachment = null, string Accent = PdfOptions.HouseAccent)
{
    public const string HouseAccent = "#1d4f63";
}

/// <summary>Ua1: for everybody's reading (the usual). A3a: for the archive, may carry data inside.</summary>
public enum PdfStandard
{
    Ua1,
    A3a,
}

/// <summary>A file that travels inside the PDF, such as dataset.json.</summary>
public sealed record PdfAttachment(string Name, byte[] Bytes);

/// <param name="MissingGlyphs">Characters that no font has; the document shows a mark in their place and a note at its end.</param>
public sealed record PdfResult(byte[] Pdf, IReadOnlyList<string> MissingGlyphs);
