namespace ReportHarvester.Tests.Fuzz;

/// <summary>One damaged document. It follows from the corpus and two numbers, so a finding is named by them.</summary>
sealed record FuzzCase(string Name, byte[] Bytes)
{
    const int Largest = 4 << 20;

    public static FuzzCase Of(IReadOnlyList<Whole> corpus, int seed, int number)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var whole = corpus[random.Next(corpus.Count)];
        var bytes = whole.Bytes;
        for (var times = random.Next(1, 5); times > 0 && bytes.Length > 0; times--)
        {
            var changed = Change(bytes, corpus, random);
            if (changed.Length <= Largest) bytes = changed;
        }
        return new FuzzCase($"seed {seed}, number {number}, of {whole.Name}", bytes);
    }

    static byte[] Change(byte[] bytes, IReadOnlyList<Whole> corpus, Random random)
    {
        if (random.Next(20) == 0) return ByteMutations.Join(bytes, corpus[random.Next(corpus.Count)].Bytes, random);
        var kind = random.Next(3) == 0 ? ByteMutations.All : TextMutations.All;
        var mutation = kind[random.Next(kind.Count)];
        return random.Next(3) == 0 ? mutation(bytes, random)
            : PackedMutations.IsPdf(bytes) ? PackedMutations.InPdf(bytes, random, mutation)
            : PackedMutations.IsZip(bytes) ? PackedMutations.InZip(bytes, random, mutation)
            : mutation(bytes, random);
    }
}
