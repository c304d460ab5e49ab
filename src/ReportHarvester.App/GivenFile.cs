using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>Files given by hand.</summary>
static class GivenFile
{
    /// <summary>Reads a file whole. True with null bytes: it is there, but larger than any document that is read.</summary>
    /// <param name="trouble">What went wrong and what to do, when the answer is false.</param>
    public static bool TryOpen(string file, out byte[]? bytes, out string? trouble)
    {
        (bytes, trouble) = (null, null);
        try
        {
            if (Directory.Exists(file)) trouble = "是目录，不是文件；请给出文件名。A directory, not a file; name the files in it.";
            else if (!File.Exists(file)) trouble = "文件不存在；请检查路径。No such file; check the path.";
            else if (new FileInfo(file).Length <= ReportReader.LargestDocument) bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = $"无法读取：{e.Message} Cannot be read; check its permissions.";
        }
        return trouble is null;
    }

    /// <summary>The failed reading of a file that could not be opened.</summary>
    public static Reading NotOpened(string trouble) =>
        new() { Format = Reports.DocumentFormat.Unknown, Issues = [new Issue { Code = "CANNOT-OPEN", Severity = Severity.Error, Message = trouble }] };
}
