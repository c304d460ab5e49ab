using System.Diagnostics;
using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>What ended a reading process.</summary>
enum ReadingEnd { Died, TookTooLong, TooMuchMemory }

/// <summary>One process that reads documents, and the watch over what it costs.</summary>
sealed class ReaderChild : IDisposable
{
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    readonly ReadingLimits limits;
    readonly TimeProvider time;
    readonly Process process;
    readonly BinaryWriter input;
    readonly BinaryReader output;
    readonly ITimer watch;
    readonly Lock gate = new();
    // When the document came that is being read, null between documents; and what the process had worked when it was first looked at.
    long? began;
    TimeSpan? worked;

    public ReaderChild(ReadingLimits limits, TimeProvider time)
    {
        (this.limits, this.time) = (limits, time);
        process = Process.Start(OwnProgram.StartInfo(limits, ReaderVerb.Name))!;
        Id = process.Id;
        input = new(process.StandardInput.BaseStream, Encoding.UTF8);
        output = new(process.StandardOutput.BaseStream, Encoding.UTF8);
        process.ErrorDataReceived += (_, line) => FirstWords ??= line.Data;
        process.BeginErrorReadLine();
        watch = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Id { get; }

    /// <summary>Why there was no reading.</summary>
    public ReadingEnd End { get; private set; }

    /// <summary>Whether it was ended for what it cost, be it after it had answered: it reads no other document.</summary>
    public bool IsKilled { get; private set; }

    /// <summary>What the process said on its standard error: the first line tells what it died of.</summary>
    public string? FirstWords { get; private set; }

    /// <summary>The reading; null if there is none, and then the process is of no more use.</summary>
    public Reading? Read(ReadingRequest request)
    {
        Watch(time.GetTimestamp());
        try
        {
            ReadingFrames.Write(input, request);
            return ReadingFrames.Reading(output);
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            Watch(null);
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    void Watch(long? from)
    {
        lock (gate) (began, worked) = (from, null);
        var every = from is null ? Timeout.InfiniteTimeSpan : LookEvery;
        watch.Change(every, every);
    }

    // Killing closes the pipe on which the answer is awaited.
    void Look()
    {
        lock (gate)
        {
            if (began is not { } from || Breach(from) is not { } breach) return;
            (End, IsKilled) = (breach, true);
            process.Kill();
        }
    }

    ReadingEnd? Breach(long from)
    {
        if (time.GetElapsedTime(from) > limits.Patience) return ReadingEnd.TookTooLong;
        try
        {
            process.Refresh();
            worked ??= process.TotalProcessorTime;
            if (process.TotalProcessorTime - worked > limits.Time) return ReadingEnd.TookTooLong;
            return process.WorkingSet64 > limits.Memory ? ReadingEnd.TooMuchMemory : null;
        }
        catch (InvalidOperationException)
        {
            // It is gone already, of itself.
            return null;
        }
    }
}
