using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Tests.Fuzz;

/// <summary>A whole document to be damaged.</summary>
sealed record Whole(string Name, byte[] Bytes);

/// <summary>The documents that mutations start from: every fixture, and what the Publisher prints, by itself or with the programs that others print with.</summary>
static class Corpus
{
    static readonly string[] ByItself = ["html", "drawn", "docx", "xlsx", "zip"];

    /// <summary>Documents that another program converts first.</summary>
    public static async Task<IReadOnlyList<Whole>> ToBeConverted(int seed)
    {
        var whole = new List<Whole>();
        foreach (var name in (string[])["rtf", "odt", "ods"])
        {
            var printed = await Format.All[name].Print(Enumerable.Range(seed, 3).Select(Drawing.Free.Of), null, default);
            whole.AddRange(printed.Select(p => new Whole($"{name} {p.Printout.Layout.Seed}", p.Document)));
        }
        return whole;
    }

    /// <param name="engines">Print with office programs and a browser too; they must be installed.</param>
    public static async Task<IReadOnlyList<Whole>> Of(int seed, int layouts, bool engines = false)
    {
        var fixtures = Fixtures.Reports.Select(Fixtures.Source).Concat(Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "sites"), "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(file => new Whole(Path.GetRelativePath(Fixtures.Root, file), File.ReadAllBytes(file)));
        var whole = fixtures.Where(file => file.Bytes.Length > 0).ToList();
        foreach (var (name, format) in Format.All.Where(f => engines || ByItself.Contains(f.Key)))
        {
            var printed = await format.Print(Enumerable.Range(seed, layouts).Select(Drawing.Free.Of), null, default);
            whole.AddRange(printed.Select(p => new Whole($"{name} {p.Printout.Layout.Seed}", p.Document)));
        }
        return whole;
    }
}
