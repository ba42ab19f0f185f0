namespace CroissanceConnectee.Bot.Configuration;

public static class ValidatedOptions
{
    /// Options of one section: an unknown key or a value out of range stops the host at start and is named.
    public static IServiceCollection AddValidated<T>(this IServiceCollection services, string section) where T : class
    {
        services.AddOptionsWithValidateOnStart<T>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations();
        return services;
    }
}
