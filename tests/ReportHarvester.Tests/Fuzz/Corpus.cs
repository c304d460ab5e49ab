using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Tests.Fuzz;

/// <summary>A whole document to be damaged.</summary>
sealed record Whole(string Name, byte[] Bytes);

/// <summary>The documents that mutations start from: every fixture, and what the Publisher prints without other programs.</summary>
static class Corpus
{
    static readonly string[] Printed = ["html", "drawn", "docx"];

    public static async Task<IReadOnlyList<Whole>> Of(int seed, int layouts)
    {
        var fixtures = Fixtures.Reports.Select(Fixtures.Source).Concat(Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "sites"), "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(file => new Whole(Path.GetRelativePath(Fixtures.Root, file), File.ReadAllBytes(file)));
        var whole = fixtures.Where(file => file.Bytes.Length > 0).ToList();
        foreach (var name in Printed)
        {
            var format = Format.All[name];
            var printed = await format.Print(Enumerable.Range(seed, layouts).Select(Drawing.Free.Of), null, default);
            whole.AddRange(printed.Select(p => new Whole($"{name} {p.Printout.Layout.Seed}", p.Document)));
        }
        return whole;
    }
}
