using ReportHarvester.Reports.Documents;

namespace ReportHarvester.Reports.Text;

/// <summary>Reads plain text in which tables stand as lines with tabs. An empty line ends a table.</summary>
static class TabTextReader
{
    public static Document Read(byte[] bytes, string? charset)
    {
        var lines = TextDecoding.Decode(bytes, charset).Split('\n');
        var blocks = new List<Block>();
        var grids = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) && !line.Contains('\t')) continue;
            if (!line.Contains('\t'))
            {
                blocks.Add(new TextBlock(Folding.FoldProse(line).Trim(), new Origin { Line = i + 1 }));
                continue;
            }
            var start = i;
            while (i + 1 < lines.Length && lines[i + 1].Contains('\t')) i++;
            blocks.Add(ReadGrid(lines, start, i, ++grids));
        }
        return new Document { Format = DocumentFormat.Text, Blocks = blocks };
    }

    static Grid ReadGrid(string[] lines, int first, int last, int number)
    {
        var builder = new GridBuilder();
        for (var i = first; i <= last; i++)
        {
            builder.StartRow();
            var line = i + 1;
            foreach (var text in lines[i].TrimEnd('\r').Split('\t'))
                builder.Add(Folding.Fold(text).Trim(), 1, 1, (row, column) => new Origin { Grid = number, Row = row, Column = column, Line = line });
        }
        return new Grid { Number = number, Cells = builder.Cells, HasSpans = false };
    }
}
