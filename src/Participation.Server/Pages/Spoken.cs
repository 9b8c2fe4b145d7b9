using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>The language in which somebody wants to read a page.</summary>
internal static class Spoken
{
    /// <summary>As its address says, else the first of their browser's that the house speaks; null: none of them.</summary>
    public static string? By(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0]).Prepend(http.Request.Query["language"].ToString()).FirstOrDefault(LocalText.Languages.Contains);
}
