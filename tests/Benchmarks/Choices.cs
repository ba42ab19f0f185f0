using System.Text.Json;

namespace CroissanceConnectee.Benchmarks;

internal static class Choices
{
    /// Titles of the suggested actions of the last activity that has some. Fails when the bot has not answered.
    public static IReadOnlyList<string> In(JsonElement activities)
    {
        IReadOnlyList<string> choices = [];
        var answered = false;
        foreach (var activity in activities.EnumerateArray())
        {
            answered |= activity.GetProperty("from").GetProperty("id").GetString() != "u1";
            if (activity.TryGetProperty("suggestedActions", out var suggested))
            {
                choices = [.. suggested.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!)];
            }
        }

        return answered ? choices : throw new InvalidOperationException("The turn was not answered.");
    }
}
