using System.Numerics;

namespace CroissanceConnectee.Knowledge.Asking;

// A set of entries by their numbers, one bit each: a question weighs hundreds of entries by a dozen of these.
internal sealed class EntrySet(int entries)
{
    private const int BitsOfAWord = 64;
    private readonly ulong[] bits = new ulong[(entries / BitsOfAWord) + 1];

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in bits)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public void Add(int entry) => bits[entry / BitsOfAWord] |= 1UL << entry;

    public bool Contains(int entry) => (bits[entry / BitsOfAWord] & (1UL << entry)) != 0;

    public int CountIn(EntrySet other)
    {
        var count = 0;
        for (var at = 0; at < bits.Length; at++)
        {
            count += BitOperations.PopCount(bits[at] & other.bits[at]);
        }

        return count;
    }
}
