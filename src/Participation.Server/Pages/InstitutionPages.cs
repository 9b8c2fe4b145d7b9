namespace Participation.Server.Pages;

/// <summary>Whose server this is, for every screen: it is printed on the wall, so anybody may ask.</summary>
internal static class InstitutionPages
{
    public static void MapInstitution(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/institution", (Institution institution, Addresses addresses) => Errors.Ok(institution.View with { Public = addresses.IsPublic }));
        routes.MapGet("/api/institution/logo", (HttpContext http, Institution institution) =>
        {
            if (institution.Logo is null) return Results.NotFound();
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Bytes(institution.Logo, institution.LogoType);
        });
    }
}
