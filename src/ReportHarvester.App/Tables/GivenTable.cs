using System.Text;
using nietras.SeparatedValues;

namespace ReportHarvester.App;

/// <summary>A CSV that a person filled in, mostly with Excel or WPS: UTF-8 with or without BOM, or what they save by themselves, GBK.</summary>
sealed class GivenTable
{
    readonly List<string> troubles = [];
    readonly string file;

    GivenTable(string file) => this.file = file;

    /// <summary>The rows that hold anything.</summary>
    public IReadOnlyList<GivenRow> Rows { get; private set; } = [];

    /// <summary>Reads a table whose heads are among the known ones.</summary>
    /// <param name="heads">Names of columns, each with what it may be called.</param>
    public static GivenTable Read(string file, byte[] bytes, IReadOnlyDictionary<string, string[]> heads, params string[] needed)
    {
        var table = new GivenTable(file);
        var text = Decode(bytes);
        if (string.IsNullOrWhiteSpace(text)) table.Wrong(1, "文件是空的。The file is empty.");
        else table.Fill(text, heads, needed);
        return table;
    }

    public void Wrong(int line, string trouble) => troubles.Add($"{file}:{line}: {trouble}");

    /// <exception cref="TableException">Something in the table was wrong: all of it is named, nothing is taken.</exception>
    public void ThrowIfWrong()
    {
        if (troubles.Count > 0) throw new TableException(string.Join('\n', troubles));
    }

    void Fill(string text, IReadOnlyDictionary<string, string[]> heads, string[] needed)
    {
        try
        {
            using var reader = Sep.New(Separator(text)).Reader(options => options with { Unescape = true, DisableColCountCheck = true }).FromText(text);
            var columns = reader.Header.ColNames.Select(name => TableWords.Find(heads, name.Trim())).ToList();
            Check(columns, reader.Header.ColNames, needed);
            var rows = new List<GivenRow>();
            foreach (var row in reader)
            {
                if (row.ColCount > columns.Count && row[columns.Count..].ToStringsArray().Any(cell => cell.Trim().Length > 0))
                    Wrong(row.LineNumberFrom, "比表头多出单元格。More cells than there are heads.");
                var cells = new Dictionary<string, string>();
                for (var i = 0; i < Math.Min(columns.Count, row.ColCount); i++)
                    if (columns[i] is { } column && row[i].ToString().Trim() is { Length: > 0 } cell) cells.TryAdd(column, Csv.Plain(cell));
                if (cells.Count > 0) rows.Add(new GivenRow(this, row.LineNumberFrom, cells));
            }
            Rows = rows;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            Wrong(1, $"不是CSV。Not a CSV: {e.Message}");
        }
    }

    void Check(List<string?> columns, IReadOnlyList<string> names, string[] needed)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] is null && names[i].Trim().Length > 0) Wrong(1, $"没有列“{names[i].Trim()}”。There is no such column.");
            else if (columns[i] is not null && columns.IndexOf(columns[i]) < i) Wrong(1, $"列“{names[i].Trim()}”重复。The column stands twice.");
        }
        foreach (var missing in needed.Except(columns)) Wrong(1, $"缺少列“{missing}”。The column is missing.");
    }

    static char Separator(string text)
    {
        var head = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        return head.Contains('\t') ? '\t' : head.Contains(';') && !head.Contains(',') ? ';' : ',';
    }

    static string Decode(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("gb18030").GetString(bytes);
        }
    }
}

/// <summary>A table that a person has to mend; the message names every wrong line.</summary>
sealed class TableException(string message) : Exception(message);
