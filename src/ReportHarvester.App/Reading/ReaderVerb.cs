using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>
/// The hidden verb that a <see cref="ReadingProcess"/> starts this program with: reads documents from standard input and answers with readings
/// on standard output, until the input is closed.
/// </summary>
static class ReaderVerb
{
    public const string Name = "read-documents";

    // What is nested deep is walked recursively. Only what is used is ever taken from the machine.
    const int Stack = 64 << 20;

    public static int Run()
    {
        // A terminal or systemd signals the whole group. When to stop is for the process that asks to say, by closing our input.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ignore);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ignore);
        using var requests = new BlockingCollection<ReadingRequest>();
        new Thread(() => Answer(requests), Stack) { IsBackground = true }.Start();
        // This thread goes on waiting while a document is read, so that the end of the other process is seen at once.
        using var input = new BinaryReader(Console.OpenStandardInput(), Encoding.UTF8);
        while (ReadingFrames.Request(input) is { } request) requests.Add(request);
        return ExitCode.Done;
    }

    static void Answer(BlockingCollection<ReadingRequest> requests)
    {
        using var output = new BinaryWriter(Console.OpenStandardOutput(), Encoding.UTF8);
        foreach (var request in requests.GetConsumingEnumerable())
            ReadingFrames.Write(output, ReportReader.Read(request.Bytes, request.Charset));
    }

    static void Ignore(PosixSignalContext signal) => signal.Cancel = true;
}
