using System.Diagnostics;
using ReportHarvester.Publisher.Pdf;

namespace ReportHarvester.Publisher.Print;

/// <summary>LibreOffice, one start for a batch of documents.</summary>
static class Office
{
    public static async Task<IReadOnlyList<byte[]>> Print(IReadOnlyList<byte[]> documents, string extension, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("office");
        try
        {
            string Named(int i, string end) => Path.Combine(directory.FullName, $"{i}.{end}");
            foreach (var (i, document) in documents.Index())
                await File.WriteAllBytesAsync(Named(i, extension), document, cancel);
            await Run(directory, documents.Select((_, i) => Named(i, extension)), extension, cancel);
            return [.. documents.Select((_, i) => ConstantDates.In(File.ReadAllBytes(Named(i, "pdf"))))];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static async Task Run(DirectoryInfo directory, IEnumerable<string> files, string extension, CancellationToken cancel)
    {
        string[] filter = extension == "html" ? ["--infilter=HTML (StarWriter)"] : [];
        var profile = new Uri(Path.Combine(directory.FullName, "profile")).AbsoluteUri;
        var start = new ProcessStartInfo("soffice",
        [
            $"-env:UserInstallation={profile}", "--headless", .. filter, "--convert-to", "pdf:writer_pdf_Export", "--outdir", directory.FullName, .. files,
        ]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("soffice");
        var (errors, output) = (process.StandardError.ReadToEndAsync(cancel), process.StandardOutput.ReadToEndAsync(cancel));
        await Task.WhenAll(errors, output, process.WaitForExitAsync(cancel));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"soffice ended with {process.ExitCode}: {await errors}");
    }
}
