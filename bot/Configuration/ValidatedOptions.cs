namespace CroissanceConnectee.Bot.Configuration;

/// A section of the configuration and the options that it fills: together they are what can be configured.
public sealed record BoundSection(string Name, Type Options);

public static class ValidatedOptions
{
    /// Options of one section: an unknown key or a value out of range stops the host at start and is named.
    public static IServiceCollection AddValidated<T>(this IServiceCollection services, string section) where T : class
    {
        services.AddSingleton(new BoundSection(section, typeof(T)));
        services.AddOptionsWithValidateOnStart<T>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations();
        return services;
    }
}
