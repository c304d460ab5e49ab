using System.Text.Json;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>A document on its way into the reading process.</summary>
sealed record ReadingRequest(string? Charset, byte[] Bytes);

/// <summary>
/// What goes through the pipes: a document as charset, length and bytes; a reading as length and JSON. Both ends belong to the same program,
/// so there is no version and nothing to negotiate.
/// </summary>
static class ReadingFrames
{
    // A reading that says more than this is no report's, and would cost the other process as much memory again.
    const int LargestReading = 64 << 20;

    public static void Write(BinaryWriter pipe, ReadingRequest request)
    {
        pipe.Write(request.Charset ?? "");
        pipe.Write(request.Bytes.Length);
        pipe.Write(request.Bytes);
        pipe.Flush();
    }

    /// <summary>The next document; null where the pipe was closed.</summary>
    public static ReadingRequest? Request(BinaryReader pipe)
    {
        try
        {
            return new ReadingRequest(pipe.ReadString(), Bytes(pipe));
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    public static void Write(BinaryWriter pipe, Reading reading)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(reading, ReadingJson.Options);
        if (json.Length > LargestReading) json = JsonSerializer.SerializeToUtf8Bytes(ReportReader.GivenUp("TOO-LARGE",
            $"读出的内容过多：{json.Length}字节，上限{LargestReading}字节。What was read of the file is larger than the limit."), ReadingJson.Options);
        pipe.Write(json.Length);
        pipe.Write(json);
        pipe.Flush();
    }

    /// <exception cref="EndOfStreamException">The process at the other end is gone.</exception>
    public static Reading Reading(BinaryReader pipe) => JsonSerializer.Deserialize<Reading>(Bytes(pipe), ReadingJson.Options)!;

    static byte[] Bytes(BinaryReader pipe)
    {
        var length = pipe.ReadInt32();
        return pipe.ReadBytes(length) is var bytes && bytes.Length == length ? bytes : throw new EndOfStreamException();
    }
}
