namespace CroissanceConnectee.Bot.Articles;

public static class ArticleFeed
{
    public const string Path = "/fiches.atom";
}
