using Participation.Reports;

namespace Participation.Server.Reports;

/// <summary>The seam to whatever sets pages: Typst today, another engine where its packages restore.</summary>
public interface IPdfEngine
{
    /// <summary>Sets the report as PDF. The same report and options give the same bytes.</summary>
    /// <exception cref="RenderException">With a stable code: the engine is missing, died, took too long, too much memory, or refused the report.</exception>
    Task<PdfResult> Render(Report report, PdfOptions options, CancellationToken ct);

    /// <summary>Sets the first page alone, as a picture (SVG): the page with which the PDF of the same report and options begins.</summary>
    /// <exception cref="RenderException">As above.</exception>
    Task<byte[]> Cover(Report report, PdfOptions options, CancellationToken ct);
}
