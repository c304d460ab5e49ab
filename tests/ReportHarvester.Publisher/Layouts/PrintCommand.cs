using System.CommandLine;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Layouts;

/// <summary>`print DIR`: seeded reports in seeded layouts, each with its truth beside it and its layout in DIR/layouts.</summary>
static class PrintCommand
{
    /// <summary>How many reports are handed to an engine at a time.</summary>
    const int Batch = 25;

    static readonly Argument<DirectoryInfo> directory = new("DIR");
    static readonly Option<int> seed = new("--seed") { Description = "the first report's seed; the next report has the next one" };
    static readonly Option<int> count = new("--count") { DefaultValueFactory = _ => 1 };
    static readonly Option<string> format = new("--format") { DefaultValueFactory = _ => "html", Description = string.Join(", ", Format.All.Keys) };
    static readonly Option<string> traits = new("--traits") { DefaultValueFactory = _ => "", Description = "name=value,… for all reports" };
    static readonly Option<string> without = new("--without") { DefaultValueFactory = _ => "", Description = "traits or name=value,… never drawn; @FILE holds one a line" };
    static readonly Option<string> among = new("--among") { DefaultValueFactory = _ => "", Description = "name=value,… of which each report has one or more; @FILE" };
    static readonly Option<bool> plain = new("--plain") { Description = "traits that are not given are plain" };
    static readonly Option<string?> keep = new("--keep") { Description = "figures,… that keep their number; all others are zero; @FILE" };

    public static Command Command()
    {
        var command = new Command("print", "prints seeded reports in seeded layouts") { directory, seed, count, format, traits, without, among, plain, keep };
        command.SetAction(Run);
        return command;
    }

    /// <summary>The command line that prints one layout again.</summary>
    public static string Again(Layout layout, string format, IEnumerable<string>? kept) =>
        $"dotnet run --project tests/ReportHarvester.Publisher -- print DIR --seed {layout.Seed} --format {format} --plain --traits \"{layout.Written}\"" +
        (kept is null ? "" : $" --keep \"{string.Join(',', kept)}\"");

    static async Task<int> Run(ParseResult given, CancellationToken cancel)
    {
        var drawing = new Drawing(List(given.GetValue(traits)!).Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]),
            List(given.GetValue(without)!).ToHashSet(), List(given.GetValue(among)!), given.GetValue(plain));
        var kept = given.GetValue(keep) is { } figures ? List(figures).ToHashSet() : null;
        var target = given.GetValue(directory)!;
        target.CreateSubdirectory("layouts");
        var statistics = List(given.GetValue(format)!).Any(f => Format.All.TryGetValue(f, out var one) && one.Statistics);
        var layouts = Enumerable.Range(given.GetValue(seed), given.GetValue(count)).Select(drawing.Of).ToList();
        foreach (var part in layouts.Chunk(Batch))
        {
            foreach (var layout in part)
            {
                await File.WriteAllTextAsync(Path.Combine(target.FullName, $"{layout.Seed}.truth.json"), TruthJson.Of((statistics ? Printout.OfStatistics(layout, kept) : Printout.Of(layout, kept)).Truth), cancel);
                await File.WriteAllTextAsync(Path.Combine(target.FullName, "layouts", $"{layout.Seed}.layout.json"), layout.Json(), cancel);
            }
            foreach (var name in List(given.GetValue(format)!))
                await Print(Format.All.TryGetValue(name, out var one) ? one : throw new ArgumentException($"no format {name}"), part, kept, target, cancel);
            await Console.Error.WriteLineAsync($"{part[^1].Seed - layouts[0].Seed + 1}/{layouts.Count}");
        }
        return 0;
    }

    static async Task Print(Format format, Layout[] layouts, IReadOnlySet<string>? kept, DirectoryInfo target, CancellationToken cancel)
    {
        foreach (var (printout, document) in await format.Print(layouts, kept, cancel))
            await File.WriteAllBytesAsync(Path.Combine(target.FullName, $"{printout.Layout.Seed}.{format.Extension}"), document, cancel);
    }

    public static string[] List(string text) =>
        text.StartsWith('@') ? [.. File.ReadAllLines(text[1..]).Where(l => l.Length > 0)] : text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
