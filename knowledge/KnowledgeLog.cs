using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Knowledge;

internal static partial class KnowledgeLog
{
    [LoggerMessage(1, LogLevel.Information, "{Articles} articles with {Passages} passages are served, indexed in {Milliseconds} ms")]
    public static partial void Loaded(ILogger logger, int articles, int passages, int milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "An article is left out: {File}:{Line}: {Reason}")]
    public static partial void ArticleLeftOut(ILogger logger, string file, int line, string reason);

    [LoggerMessage(3, LogLevel.Error, "The folder of articles could not be looked at; the articles read last are still served")]
    public static partial void FolderUnreadable(ILogger logger, Exception exception);
}
