namespace Participation.Server.Reports;

/// <summary>A report that could not be set, with the code under which screens explain it.</summary>
public sealed class RenderException(string code, string message) : Exception(message)
{
    public const string EngineMissing = "report.engine-missing";
    public const string EngineDied = "report.engine-died";
    public const string TooSlow = "report.too-slow";
    public const string TooLarge = "report.too-large";
    public const string Refused = "report.refused";

    public string Code { get; } = code;
}
