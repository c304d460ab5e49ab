using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>Makes a failing layout as plain as it can be while it still fails, then its figures zero likewise.</summary>
sealed class Shrinking(Format format, int attempts)
{
    int left = attempts;

    public async Task<string> Of(LayoutResult failed)
    {
        var smallest = failed;
        foreach (var trait in failed.Layout.Traits.Keys)
            smallest = await Tried(smallest.Layout.Without(trait), null) ?? smallest;
        string[]? kept = null;
        if (await Tried(smallest.Layout, []) is { } zeros)
            (smallest, kept) = (zeros, []);
        else
            (smallest, kept) = await Figures(smallest);
        var score = smallest.Score;
        return $"seed {failed.Layout.Seed}, {format.Name}: {{{smallest.Layout.Written}}}\n" +
            string.Concat(score.Silent.Select(s => $"  silent {s}\n").Concat(score.Invented.Select(i => $"  invented {i}\n")).Take(6)) +
            "  " + PrintCommand.Again(smallest.Layout, format.Name, kept) + "\n";
    }

    /// <summary>Zeroes ever smaller shares of the figures.</summary>
    async Task<(LayoutResult, string[])> Figures(LayoutResult smallest)
    {
        string[] kept = [.. Printout.Of(smallest.Layout).Truth.Counted.Where(f => f.Value != "0").Select(f => f.Key)];
        for (var share = (kept.Length + 1) / 2; share > 0; share = share == 1 ? 0 : (share + 1) / 2)
            for (var at = 0; at < kept.Length;)
                if (await Tried(smallest.Layout, [.. kept.Take(at), .. kept.Skip(at + share)]) is { } smaller)
                    (smallest, kept) = (smaller, [.. kept.Take(at), .. kept.Skip(at + share)]);
                else
                    at += share;
        return (smallest, kept);
    }

    async Task<LayoutResult?> Tried(Layout layout, string[]? kept)
    {
        if (left-- <= 0) return null;
        return (await LayoutRun.Of([layout], format, kept?.ToHashSet())) is [{ Score.Fails: true } result] ? result : null;
    }
}
