using CroissanceConnectee.Bot.Channels.Web.Site;
using Scalar.AspNetCore;

namespace CroissanceConnectee.Bot.Channels.Web;

/// The programs' side of the product: its description, a page to read it on, and refusals as problem details (RFC 9457).
public static class OpenApi
{
    public const string ReferencePath = "/scalar";

    private const string Root = "/api";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) =>
        // Direct Line and the forms are not for everybody to program against.
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Croissance Connectée";
                document.Info.Version = "1";
                return Task.CompletedTask;
            });
        });

    public static void UseApiProblems(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
        branch => branch.UseStatusCodePages(refused => TypedResults.Problem(statusCode: refused.HttpContext.Response.StatusCode).ExecuteAsync(refused.HttpContext)));

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapScalarApiReference(ReferencePath, (options, http) =>
        {
            options.Title = "Croissance Connectée – API";
            options.DefaultFonts = false;
            options.Nonce = http.Nonce();
            // Nothing that asks another site, and nothing that is not about this document.
            options.DisableAgent().DisableTelemetry().HideDeveloperTools();
        });
    }
}
