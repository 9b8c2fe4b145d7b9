using Participation.Journal;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>What went wrong, as a code and in words of every language.</summary>
public sealed record Problem(string Code, LocalText Text, string? Detail = null);

/// <summary>Answers of the pages when something is not as it should be.</summary>
internal static class Errors
{
    public static IResult Refuse(int status, string code, string? detail = null) =>
        Results.Json(new Problem(code, Words.Refusal(code, detail), detail), Json.Options, statusCode: status);

    public static IResult SignedOut() => Refuse(StatusCodes.Status401Unauthorized, "sign-in.none");

    public static IResult Ok<T>(T body) => Results.Json(body, Json.Options);
}
