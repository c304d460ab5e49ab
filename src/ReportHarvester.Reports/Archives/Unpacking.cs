namespace ReportHarvester.Reports.Archives;

/// <summary>Takes packed bytes out while counting them: what a packed file says about its size is not believed.</summary>
static class Unpacking
{
    public static byte[] All(Stream packed, int most)
    {
        using var unpacked = new MemoryStream();
        To(unpacked, packed, most);
        return unpacked.ToArray();
    }

    /// <summary>How many bytes there are; none is kept.</summary>
    public static int Length(Stream packed, int most) => To(Stream.Null, packed, most);

    static int To(Stream unpacked, Stream packed, int most)
    {
        var length = 0;
        var buffer = new byte[81920];
        while (packed.Read(buffer) is > 0 and var read)
        {
            if ((length += read) > most) throw TooLarge($"解压后超过{most}字节。It unpacks to more than {most} bytes.");
            unpacked.Write(buffer, 0, read);
        }
        return length;
    }

    public static UnreadableDocumentException TooLarge(string why) => new("TOO-LARGE", $"文件内容过大：{why}");
}
