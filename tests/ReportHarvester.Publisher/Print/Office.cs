using System.Diagnostics;
using ReportHarvester.Publisher.Pdf;

namespace ReportHarvester.Publisher.Print;

/// <summary>LibreOffice, one start for a batch of documents.</summary>
static class Office
{
    public static async Task<IReadOnlyList<byte[]>> Print(IReadOnlyList<byte[]> documents, string extension, CancellationToken cancel) =>
        [.. (await Convert(documents, extension, "pdf:writer_pdf_Export", cancel)).Select(ConstantDates.In)];

    /// <summary>Has documents saved in another format: the end of its files' names, and behind a colon the name of the program's filter.</summary>
    public static async Task<IReadOnlyList<byte[]>> Convert(IReadOnlyList<byte[]> documents, string extension, string target, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("office");
        try
        {
            var saved = directory.CreateSubdirectory("saved");
            string Named(int i) => Path.Combine(directory.FullName, $"{i}.{extension}");
            foreach (var (i, document) in documents.Index())
                await File.WriteAllBytesAsync(Named(i), document, cancel);
            await Run(directory, saved, documents.Select((_, i) => Named(i)), extension, target, cancel);
            return [.. documents.Select((_, i) => File.ReadAllBytes(Path.Combine(saved.FullName, $"{i}.{target.Split(':')[0]}")))];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static async Task Run(DirectoryInfo directory, DirectoryInfo saved, IEnumerable<string> files, string extension, string target, CancellationToken cancel)
    {
        string[] filter = extension == "html" ? ["--infilter=HTML (StarWriter)"] : [];
        var profile = new Uri(Path.Combine(directory.FullName, "profile")).AbsoluteUri;
        var start = new ProcessStartInfo("soffice",
        [
            $"-env:UserInstallation={profile}", "--headless", .. filter, "--convert-to", target, "--outdir", saved.FullName, .. files,
        ]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("soffice");
        var (errors, output) = (process.StandardError.ReadToEndAsync(cancel), process.StandardOutput.ReadToEndAsync(cancel));
        await Task.WhenAll(errors, output, process.WaitForExitAsync(cancel));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"soffice ended with {process.ExitCode}: {await errors}");
    }
}
