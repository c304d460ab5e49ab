namespace ReportHarvester.Harvest;

/// <summary>What a source lets its site be asked in one run: when, how much, and with which certificate. It keeps count of what was asked.</summary>
/// <param name="until">When the run is to end, whatever is left; null: when it is through.</param>
public sealed class Allowance(Source source, TimeProvider time, DateTimeOffset? until = null)
{
    // Whatever a site sends, one night of it fills no disk; no column of reports is a tenth of it.
    internal const long MostKept = 2L << 30;

    readonly long begun = time.GetTimestamp();
    long requests, bytes, kept;

    /// <summary>Why nothing more may be asked now; null if it may.</summary>
    public Refused? Objection()
    {
        if (source.Window is { } window && time.GetUtcNow() is var now && !window.Has(now))
            return new Refused(RefusalReason.Window, $"its site may be asked from {window.From} to {window.To} in Asia/Shanghai, where it is {NightWindow.Clock(now):HH:mm}");
        if (time.GetUtcNow() >= until) return new Refused(RefusalReason.Budget, "the next run is due");
        if (Interlocked.Read(ref kept) >= MostKept) return new Refused(RefusalReason.Budget, $"{MostKept >> 20} MiB were kept of it in one run");
        return source.Budget switch
        {
            { Requests: { } most } when Interlocked.Read(ref requests) >= most => Spent($"{most} requests"),
            { Bytes: { } most } when Interlocked.Read(ref bytes) >= most => Spent($"{most} bytes"),
            { Minutes: { } most } when time.GetElapsedTime(begun) >= TimeSpan.FromMinutes(most) => Spent($"{most} minutes"),
            _ => null,
        };
    }

    /// <summary>The certificate that is believed at an address though it does not verify; null: none. It is that of the source's own host.</summary>
    internal string? PinOf(Uri address) => address.IdnHost == source.Address.IdnHost ? source.Certificate : null;

    internal void CountRequest() => Interlocked.Increment(ref requests);

    internal void CountBytes(int read) => Interlocked.Add(ref bytes, read);

    /// <summary>Counts what is kept of it, as it lies on the disk.</summary>
    public void CountKept(long size) => Interlocked.Add(ref kept, size);

    static Refused Spent(string what) => new(RefusalReason.Budget, $"its budget of {what} for one run is spent");
}
