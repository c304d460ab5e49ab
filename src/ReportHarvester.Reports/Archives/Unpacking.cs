namespace ReportHarvester.Reports.Archives;

/// <summary>Takes packed bytes out while counting them: what a packed file says about its size is not believed.</summary>
static class Unpacking
{
    public static byte[] All(Stream packed, int most)
    {
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        while (packed.Read(buffer) is > 0 and var read)
        {
            if (unpacked.Length + read > most) throw TooLarge($"解压后超过{most}字节。It unpacks to more than {most} bytes.");
            unpacked.Write(buffer, 0, read);
        }
        return unpacked.ToArray();
    }

    public static UnreadableDocumentException TooLarge(string why) => new("TOO-LARGE", $"文件内容过大：{why}");
}
