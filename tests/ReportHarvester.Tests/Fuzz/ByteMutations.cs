namespace ReportHarvester.Tests.Fuzz;

/// <summary>A way to damage a document; it may return what it was given where it finds nothing to damage.</summary>
delegate byte[] Mutation(byte[] bytes, Random random);

/// <summary>Damage that knows nothing of formats: what disks, wires and cut downloads do.</summary>
static class ByteMutations
{
    static readonly byte[] Telling = [0, 1, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x25, 0x26, 0x28, 0x2D, 0x2F, 0x30, 0x39, 0x3C, 0x3E, 0x5B, 0x5C, 0x7F, 0x80, 0xEF, 0xFE, 0xFF];

    public static IReadOnlyList<Mutation> All { get; } = [Flip, Scribble, Erase, Cut, Truncate, Repeat, Move, Insert];

    static byte[] Flip(byte[] bytes, Random random) => Changed(bytes, random, random.Next(1, 20), b => (byte)(b ^ 1 << random.Next(8)));

    static byte[] Scribble(byte[] bytes, Random random) => Changed(bytes, random, random.Next(1, 20), _ => Telling[random.Next(Telling.Length)]);

    static byte[] Erase(byte[] bytes, Random random)
    {
        var (from, to) = Range(bytes, random, 4096);
        return [.. bytes[..from], .. new byte[to - from], .. bytes[to..]];
    }

    static byte[] Cut(byte[] bytes, Random random)
    {
        var (from, to) = Range(bytes, random, bytes.Length / 4);
        return [.. bytes[..from], .. bytes[to..]];
    }

    static byte[] Truncate(byte[] bytes, Random random) => bytes[..random.Next(bytes.Length + 1)];

    static byte[] Repeat(byte[] bytes, Random random)
    {
        var (from, to) = Range(bytes, random, 512);
        var times = random.Next(2, 1 << random.Next(2, 9));
        return [.. bytes[..to], .. Enumerable.Repeat(bytes[from..to], times).SelectMany(part => part), .. bytes[to..]];
    }

    static byte[] Move(byte[] bytes, Random random)
    {
        var (from, to) = Range(bytes, random, 2048);
        byte[] rest = [.. bytes[..from], .. bytes[to..]];
        var at = random.Next(rest.Length + 1);
        return [.. rest[..at], .. bytes[from..to], .. rest[at..]];
    }

    static byte[] Insert(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var noise = new byte[random.Next(1, 64)];
        random.NextBytes(noise);
        return [.. bytes[..at], .. noise, .. bytes[at..]];
    }

    /// <summary>The head of one document and the tail of another.</summary>
    public static byte[] Join(byte[] head, byte[] tail, Random random) => [.. head[..random.Next(head.Length + 1)], .. tail[random.Next(tail.Length + 1)..]];

    static byte[] Changed(byte[] bytes, Random random, int places, Func<byte, byte> change)
    {
        var changed = (byte[])bytes.Clone();
        for (var i = 0; i < places && changed.Length > 0; i++)
        {
            ref var place = ref changed[random.Next(changed.Length)];
            place = change(place);
        }
        return changed;
    }

    static (int From, int To) Range(byte[] bytes, Random random, int longest)
    {
        var from = random.Next(bytes.Length + 1);
        return (from, Math.Min(bytes.Length, from + random.Next(Math.Max(2, longest))));
    }
}
