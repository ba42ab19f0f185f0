using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CroissanceConnectee.Knowledge;

public static class KnowledgeRegistration
{
    /// <summary>
    /// Registers <see cref="KnowledgeBase"/> as a singleton, loaded when the host starts, and the watch on its folder. The host binds
    /// <see cref="KnowledgeOptions"/> and may register its own <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddOptions<KnowledgeOptions>().ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<KnowledgeBase>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FolderWatch>());
        return services;
    }
}
