namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// The one stream that each conversation may have open: the newer takes the place of the older.
public sealed class OpenStreams
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Place> _places = [];

    public Place Enter(string conversation)
    {
        var mine = new Place(this, conversation);
        Place? older;
        lock (_lock)
        {
            _places.TryGetValue(conversation, out older);
            _places[conversation] = mine;
        }

        older?.Lose();
        return mine;
    }

    private void Leave(Place place)
    {
        lock (_lock)
        {
            if (_places.GetValueOrDefault(place.Conversation) == place)
            {
                _places.Remove(place.Conversation);
            }
        }
    }

    public sealed class Place(OpenStreams streams, string conversation) : IDisposable
    {
        // Never disposed: whoever takes the place may be about to cancel it, and without a timer it holds nothing.
        private readonly CancellationTokenSource _lost = new();

        public string Conversation { get; } = conversation;

        public CancellationToken Lost => _lost.Token;

        public void Dispose() => streams.Leave(this);

        internal void Lose() => _lost.Cancel();
    }
}
