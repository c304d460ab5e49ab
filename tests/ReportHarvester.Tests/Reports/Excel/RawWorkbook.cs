using ReportHarvester.Tests.Reports.Archives;

namespace ReportHarvester.Tests.Reports.Excel;

/// <summary>XLS workbooks put together record by record ([MS-XLS]): a plain font and style, then one that is struck out.</summary>
static class RawWorkbook
{
    const int Struck = 8;

    /// <param name="old">As Excel 5 and 95 wrote them, with names of bytes and shorter styles.</param>
    public static byte[] Of(bool old, params (byte[] Name, byte[][] Cells)[] sheets)
    {
        List<byte[]> globals = [Begin(old, 5), Record(0x42, Shorts(936)), Font(0), Font(Struck), Style(old, 0), Style(old, 1)];
        var at = globals.Sum(r => r.Length) + sheets.Sum(s => Name(old, 0, s.Name).Length) + End.Length;
        List<byte[]> parts = [];
        foreach (var (name, cells) in sheets)
        {
            byte[] sheet = [.. Begin(old, 0x10), .. Record(0x200, new byte[old ? 10 : 14]), .. cells.SelectMany(c => c), .. End];
            globals.Add(Name(old, at, name));
            parts.Add(sheet);
            at += sheet.Length;
        }
        return RawCompound.Of((old ? "Book" : "Workbook", [.. globals.SelectMany(r => r), .. End, .. parts.SelectMany(p => p)]));
    }

    public static byte[] Number(int row, int column, double value, int style = 0) => Record(0x203, [.. Shorts(row, column, style), .. BitConverter.GetBytes(value)]);

    public static byte[] Formula(int row, int column, double value, int options) => Record(0x06, [.. Shorts(row, column, 0), .. BitConverter.GetBytes(value), .. Shorts(options, 0, 0, 0)]);

    static byte[] End => Record(0x0A, []);

    static byte[] Begin(bool old, int kind) => Record(0x809, [.. Shorts(old ? 0x500 : 0x600, kind, 0, 0), .. new byte[old ? 0 : 8]]);

    static byte[] Name(bool old, int at, byte[] name) => Record(0x85, [.. BitConverter.GetBytes(at), 0, 0, (byte)name.Length, .. old ? Array.Empty<byte>() : [0], .. name]);

    static byte[] Font(int flags) => Record(0x31, [.. Shorts(200, flags, 0x7FFF, 400, 0, 0, 0), 1, 0, (byte)'A']);

    static byte[] Style(bool old, int font) => Record(0xE0, [.. Shorts(font), .. new byte[old ? 14 : 18]]);

    static byte[] Shorts(params int[] numbers) => [.. numbers.SelectMany(n => BitConverter.GetBytes((ushort)n))];

    static byte[] Record(int kind, byte[] data) => [.. Shorts(kind, data.Length), .. data];
}
