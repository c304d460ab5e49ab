using System.Security.Cryptography;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>
/// Reads documents in a process of its own. A stack or memory without end cannot be caught in .NET: only a process is a wall. What ends it
/// fails one document, with an issue that says why; for the next document it is started again.
/// </summary>
/// <param name="office">Gives what converts documents that are not read themselves; LibreOffice as it is installed, if it is not given.</param>
sealed class ReadingProcess(ReadingLimits limits, TimeProvider time, Func<OfficeProgram?>? office = null) : IDisposable
{
    // By hash: a document that ended the process is not tried again.
    readonly Dictionary<string, Reading> lost = [];
    readonly Lock turn = new();
    readonly Conversion conversion = new(office ?? OfficeProgram.Find);
    ReaderChild? child;

    /// <summary>The process that reads now; null where none was started or the last one is gone.</summary>
    public int? Id => child?.Id;

    /// <summary>Starts the process, so that it is there when the first document comes.</summary>
    public void Start() => child ??= new ReaderChild(limits, time);

    /// <summary>
    /// As <see cref="ReportReader.Read(byte[], string?)"/> does it, converted first where that is needed. Threads take turns; others read on
    /// while a document is converted.
    /// </summary>
    public Reading Read(byte[] bytes, string? charset) => conversion.Read(bytes, charset, ReadAsIs);

    Reading ReadAsIs(byte[] bytes, string? charset)
    {
        lock (turn) return ReadInTurn(bytes, charset);
    }

    Reading ReadInTurn(byte[] bytes, string? charset)
    {
        if (bytes.Length > ReportReader.LargestDocument) return ReportReader.TooLarge(bytes.Length);
        if (lost.Count > 0 && lost.TryGetValue(Hash(bytes), out var known)) return known;
        var request = new ReadingRequest(charset, bytes);
        // Others may kill it too: a machine that is out of memory, an operator. Where it was no limit of ours, the document is tried once more.
        if (Try(request, out var end, out var words) is { } reading) return reading.Issues.Any(i => i.Code == ReportReader.TooMuchMemory) ? lost[Hash(bytes)] = reading : reading;
        if (end == ReadingEnd.Died && Try(request, out end, out words) is { } second) return second;
        return lost[Hash(bytes)] = ReportReader.GivenUp(Code(end), Sentence(end, words));
    }

    public void Dispose()
    {
        child?.Dispose();
        child = null;
    }

    Reading? Try(ReadingRequest request, out ReadingEnd end, out string? words)
    {
        Start();
        var current = child!;
        var reading = current.Read(request);
        // Who ran out of memory once may lack what it could not make then.
        if (reading is null || current.IsKilled || reading.Issues.Any(i => i.Code == ReportReader.TooMuchMemory)) Dispose();
        (end, words) = (current.End, current.FirstWords);
        return reading;
    }

    static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    static string Code(ReadingEnd end) => end switch
    {
        ReadingEnd.TookTooLong => "TOOK-TOO-LONG",
        ReadingEnd.TooMuchMemory => ReportReader.TooMuchMemory,
        _ => "READER-DIED",
    };

    string Sentence(ReadingEnd end, string? words) => end switch
    {
        ReadingEnd.TookTooLong => $"读取超过{limits.Time.TotalSeconds:0.#}秒，已中止。Reading took longer than the limit and was stopped.",
        ReadingEnd.TooMuchMemory => $"读取所需内存超过{limits.Memory >> 20} MiB，已中止。Reading took more memory than the limit and was stopped.",
        _ => $"读取进程两次因此文件中断。The process that read the file died of it, twice ({words ?? "without a word"}).",
    };
}
