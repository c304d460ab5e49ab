using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>One report in every way there is to draw it, each as name.pdf beside name.truth.json.</summary>
static class DrawnSamples
{
    static readonly IReadOnlyDictionary<string, DrawnStyle> styles = new Dictionary<string, DrawnStyle>
    {
        ["rulings-lines"] = new(Ruling.Lines, NumberInsideTable: false, RepeatsHeads: true),
        ["rulings-thin-rectangles"] = new(Ruling.ThinRectangles, NumberInsideTable: false, RepeatsHeads: true),
        ["breaks-number-inside-table"] = new(Ruling.Lines, NumberInsideTable: true, RepeatsHeads: false),
    };

    public static async Task Write(string directory, CancellationToken cancel)
    {
        var truth = TruthFile.Read("donghu-construction-2022");
        var tables = OfficialTables.Of(truth);
        foreach (var (name, style) in styles)
        {
            var path = Path.Combine(Directory.CreateDirectory(directory).FullName, name);
            await File.WriteAllBytesAsync(path + ".pdf", DrawnReport.Of(truth, tables, style), cancel);
            await File.WriteAllTextAsync(path + ".truth.json", TruthJson.Of(truth), cancel);
        }
    }
}
