using ReportHarvester.Store;

namespace ReportHarvester.App.Export;

/// <summary>The codebook for people: the files with their columns, then all that the table of the same name has.</summary>
static class CodebookText
{
    public static string Of(IReadOnlyList<PanelTable> tables, IReadOnlyList<(string Chinese, string English)> notes)
    {
        var lines = new List<string> { $"# {PanelNotes.Title}：编码手册", "", PanelNotes.English + ": codebook", "" };
        lines.AddRange(notes.SelectMany(note => (string[])[$"- {note.Chinese} {note.English}"]));
        foreach (var table in tables)
        {
            lines.AddRange(["", $"## {table.Name}.csv", "", $"{table.Chinese} {table.English}", ""]);
            if (table == WidePanel.Table) lines.Add("变量名见下文 indicator 的 variable；表三的变量另加申请人后缀。Variables are named below; those of table 3 have an applicant's ending.");
            else Table(lines, ["列 column", "类型 type", "说明", "meaning"], table.Columns.Select(c => (object?[])[c.Name, c.Type.ToString().ToLowerInvariant(), c.Chinese, c.English]));
        }
        foreach (var kind in CodebookRows.All.GroupBy(row => row[0]))
        {
            var rows = kind.ToList();
            var used = Enumerable.Range(1, rows[0].Length - 1).Where(i => rows.Exists(row => row[i] is not null)).ToList();
            lines.AddRange(["", $"## {kind.Key}", ""]);
            Table(lines, used.Select(i => PanelTable.Codebook.Columns[i].Name), rows.Select(row => used.Select(i => row[i])));
        }
        return string.Join('\n', lines) + "\n";
    }

    static void Table(List<string> lines, IEnumerable<string> heads, IEnumerable<IEnumerable<object?>> rows)
    {
        string Line(IEnumerable<object?> cells) => $"| {string.Join(" | ", cells.Select(cell => $"{cell}".Replace("|", "\\|", StringComparison.Ordinal)))} |";
        var head = heads.ToList();
        lines.AddRange([Line(head), "|" + string.Concat(head.Select(_ => "---|")), .. rows.Select(Line)]);
    }
}
