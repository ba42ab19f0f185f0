namespace CroissanceConnectee.Bot.Tests.Support;

/// Waits for what happens in the background, however long a busy machine takes over it.
internal static class Until
{
    public static async Task HappensAsync(Func<Task<bool>> happened)
    {
        while (!await happened())
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
