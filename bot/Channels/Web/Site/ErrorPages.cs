using CroissanceConnectee.Bot.Channels.Web.Site.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CroissanceConnectee.Bot.Channels.Web.Site;

/// Failures in words, for whoever asked for a page. Programs get the bare status, or what their own channel answers.
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => ShowAsync(context),
            CreateScopeForErrors = true,
            // A request that nobody could have read is not our failure.
            StatusCodeSelector = exception => (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages(context => ShowAsync(context.HttpContext));
    }

    private static async Task ShowAsync(HttpContext context)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        // A page that found nothing has used up the request's renderer, and left a header that the next one adds again.
        var used = context.RequestServices;
        await using var fresh = used.CreateAsyncScope();
        context.RequestServices = fresh.ServiceProvider;
        context.Response.Headers.Remove("blazor-enhanced-nav");
        try
        {
            await new RazorComponentResult<ErrorPage>(new { Status = context.Response.StatusCode }) { StatusCode = context.Response.StatusCode }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = used;
        }
    }
}
