using System.Diagnostics;

namespace ReportHarvester.App.Pages;

/// <summary>What `inspect` draws, made by a process of its own under the limits of reading: documents are strangers' work.</summary>
static class PageDrawing
{
    // Each takes a processor for half a second or more.
    static readonly SemaphoreSlim AtOnce = new(2);

    /// <summary>A turn to draw, until it is disposed.</summary>
    public static async Task<IDisposable> Turn(CancellationToken cancellationToken)
    {
        await AtOnce.WaitAsync(cancellationToken);
        return new OneTurn();
    }

    sealed class OneTurn : IDisposable
    {
        public void Dispose() => AtOnce.Release();
    }

    /// <summary>SVG; null where there is no such page or table, or it cannot be drawn within the limits. For whoever has a turn.</summary>
    public static async Task<byte[]?> Of(byte[] bytes, int number, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("reportharvester-drawing-");
        try
        {
            var (document, svg) = (Path.Combine(folder.FullName, "document"), Path.Combine(folder.FullName, "drawing.svg"));
            await File.WriteAllBytesAsync(document, bytes, cancellationToken);
            return await Draw(["inspect", document, "--page", $"{number}", "--svg", svg], cancellationToken) ? await File.ReadAllBytesAsync(svg, cancellationToken) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<bool> Draw(string[] arguments, CancellationToken cancellationToken)
    {
        var limits = new ReadingLimits();
        using var process = Process.Start(OwnProgram.StartInfo(limits, arguments))!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limits.Time);
        try
        {
            process.StandardInput.Close();
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token), process.WaitForExitAsync(patience.Token));
            return process.ExitCode == ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            // What still writes into the folder would keep it from being deleted.
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
