using System.Diagnostics;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>Turns a print document into a PDF by a program an office would use; dates in the result are made constant.</summary>
static class Converter
{
    public static Task<byte[]> Chromium(string document, CancellationToken cancel) => Convert(document, (directory, source, target) =>
        ("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            $"--user-data-dir={Path.Combine(directory, "profile")}", "--no-pdf-header-footer",
            $"--print-to-pdf={target}", new Uri(source).AbsoluteUri]), cancel);

    public static Task<byte[]> LibreOffice(string document, CancellationToken cancel) => Convert(document, (directory, source, _) =>
        ("soffice", [$"-env:UserInstallation={new Uri(Path.Combine(directory, "profile")).AbsoluteUri}", "--headless",
            "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", directory, source]), cancel);

    static async Task<byte[]> Convert(
        string document, Func<string, string, string, (string Program, IReadOnlyList<string> Arguments)> command, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("publisher").FullName;
        try
        {
            var (source, target) = (Path.Combine(directory, "report.html"), Path.Combine(directory, "report.pdf"));
            await File.WriteAllTextAsync(source, document, cancel);
            var (program, arguments) = command(directory, source, target);
            await Run(program, arguments, cancel);
            return ConstantDates.In(await File.ReadAllBytesAsync(target, cancel));
        }
        finally
        {
            Directory.Delete(directory, true);
        }
    }

    static async Task Run(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        var (errors, output) = (process.StandardError.ReadToEndAsync(cancel), process.StandardOutput.ReadToEndAsync(cancel));
        await Task.WhenAll(errors, output, process.WaitForExitAsync(cancel));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
