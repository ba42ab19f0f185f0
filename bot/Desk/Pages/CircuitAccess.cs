using Microsoft.AspNetCore.Authorization;

namespace CroissanceConnectee.Bot.Desk.Pages;

internal static class CircuitAccess
{
    /// The public pages need no circuit, so that none is opened for anybody who is not signed in.
    public static RazorComponentsEndpointConventionBuilder OnlyForTheDesk(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } address } && address.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
            {
                endpoint.Metadata.Add(new AuthorizeAttribute());
            }
        });
        return pages;
    }
}
