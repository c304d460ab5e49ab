namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>
/// Programs of fonts, which the library reads outline by outline, and a damaged one for ever. What a page says does not depend on them.
/// </summary>
static class FontPrograms
{
    static ReadOnlySpan<byte> Name => "/FontFile"u8;

    /// <summary>Makes fonts not find their programs; nothing changes its place.</summary>
    public static void Unname(Span<byte> bytes)
    {
        for (int at; (at = bytes.IndexOf(Name)) >= 0; bytes = bytes[(at + Name.Length)..]) bytes[at + Name.Length - 1] = (byte)'_';
    }

    public static byte[] Without(byte[] file)
    {
        var copy = (byte[])file.Clone();
        Unname(copy);
        return copy;
    }
}
