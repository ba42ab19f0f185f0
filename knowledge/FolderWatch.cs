using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Knowledge;

// Looks at the folder of articles every few seconds, so that an edited article is served without a restart.
internal sealed class FolderWatch(
    KnowledgeBase knowledge, IOptions<KnowledgeOptions> options, TimeProvider time, ILogger<FolderWatch> logger) : BackgroundService
{
    // The host is up when the articles are.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await knowledge.Loaded.WaitAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host does not wait for this to be up.
        await Task.Run(knowledge.PrepareForQuestions, stoppingToken).ConfigureAwait(false);
        if (options.Value.LookEvery <= TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                knowledge.ReloadIfChanged();
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                KnowledgeLog.FolderUnreadable(logger, unreadable);
            }
        }
    }
}
