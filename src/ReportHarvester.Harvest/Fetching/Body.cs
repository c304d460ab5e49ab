using System.Buffers;
using System.IO.Compression;

namespace ReportHarvester.Harvest;

/// <summary>A body that is larger than allowed, or is not what its headers say; becomes a refusal.</summary>
sealed class BodyException(RefusalReason reason, string message) : IOException(message)
{
    public RefusalReason Reason => reason;
}

/// <summary>Reads and decompresses a body, counting at every step, so that neither size nor ratio can surprise.</summary>
sealed class Body(FetchOptions options, TimeProvider time)
{
    const int RatioFloor = 1 << 20;

    /// <summary>The bytes as sent. Whoever sends them drop by drop would otherwise hold the connection for as long as the whole may take.</summary>
    public async Task<byte[]> Read(HttpContent content, Allowance? allowance, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        using var slow = new CancellationTokenSource(options.RateSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, slow.Token);
        try
        {
            return await Read(content, allowance, place, slow, either.Token);
        }
        catch (Exception) when (slow.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BodyException(RefusalReason.Timeout, $"fewer than {options.LeastBytes} bytes in {options.RateSpan.TotalSeconds:0} s");
        }
    }

    async Task<byte[]> Read(HttpContent content, Allowance? allowance, LargeBodies.Place place, CancellationTokenSource slow, CancellationToken cancellationToken)
    {
        var enough = (long)options.LeastBytes;
        if (content.Headers.ContentLength > options.WireLimit) throw TooLarge($"announced {content.Headers.ContentLength} bytes");
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var wire = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (wire.Length + read > options.WireLimit) throw TooLarge($"more than {options.WireLimit} bytes sent");
            await place.Need(wire.Length + read, slow, cancellationToken);
            wire.Write(buffer, 0, read);
            allowance?.CountBytes(read);
            if (wire.Length < enough) continue;
            enough = wire.Length + options.LeastBytes;
            slow.CancelAfter(options.RateSpan);
        }
        return wire.ToArray();
    }

    /// <summary>The bytes meant; codings are undone in the reverse order of the header.</summary>
    public async Task<byte[]> Decode(byte[] wire, IEnumerable<string> codings, LargeBodies.Place place, CancellationToken cancellationToken)
    {
        Task Hold(long bytes) => place.Need(bytes, null, cancellationToken);
        var codes = codings.Select(c => c.Trim().ToLowerInvariant()).Where(c => c is not ("" or "identity")).Reverse().ToList();
        if (codes.Count > 2) throw new BodyException(RefusalReason.WrongType, $"{codes.Count} content codings");
        foreach (var coding in codes) wire = await Undo(wire, coding, Hold);
        return wire;
    }

    async Task<byte[]> Undo(byte[] wire, string coding, Func<long, Task> hold)
    {
        if (wire.Length == 0) return wire;
        try
        {
            return coding switch
            {
                "gzip" or "x-gzip" => await Gunzip(wire, hold),
                "br" => await Unbrotli(wire, hold),
                "deflate" when (wire[0] & 0x0F) == 8 => await Copy(wire, source => new ZLibStream(source, CompressionMode.Decompress), hold),
                "deflate" => await Copy(wire, source => new DeflateStream(source, CompressionMode.Decompress), hold),
                _ => throw new BodyException(RefusalReason.WrongType, $"content coding {coding}"),
            };
        }
        catch (InvalidDataException wrong)
        {
            throw new BodyException(RefusalReason.WrongType, $"said to be {coding} and is not: {wrong.Message}");
        }
    }

    // GZipStream ends without a word where its input is cut off; the length at the end of the input tells.
    async Task<byte[]> Gunzip(byte[] wire, Func<long, Task> hold)
    {
        var decoded = await Copy(wire, source => new GZipStream(source, CompressionMode.Decompress), hold);
        return wire.Length >= 18 && BitConverter.ToUInt32(wire, wire.Length - 4) == (uint)decoded.Length
            ? decoded : throw new BodyException(RefusalReason.Truncated, "gzip data end early");
    }

    async Task<byte[]> Copy(byte[] wire, Func<Stream, Stream> decompressor, Func<long, Task> hold)
    {
        using var source = new MemoryStream(wire);
        using var stream = decompressor(source);
        using var decoded = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            await hold(decoded.Length + read);
            decoded.Write(buffer, 0, read);
            Watch(decoded.Length, source.Position);
        }
        return decoded.ToArray();
    }

    // Not BrotliStream, which does not say whether its input was whole.
    async Task<byte[]> Unbrotli(byte[] wire, Func<long, Task> hold)
    {
        using var decoder = new BrotliDecoder();
        using var decoded = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (var at = 0; ;)
        {
            var status = decoder.Decompress(wire.AsSpan(at), buffer, out var consumed, out var written);
            at += consumed;
            await hold(decoded.Length + written);
            decoded.Write(buffer, 0, written);
            Watch(decoded.Length, at);
            if (status == OperationStatus.Done) return decoded.ToArray();
            if (status == OperationStatus.NeedMoreData) throw new BodyException(RefusalReason.Truncated, "br data end early");
            if (status == OperationStatus.InvalidData) throw new InvalidDataException("not brotli");
        }
    }

    void Watch(long decoded, long consumed)
    {
        if (decoded > options.DecodedLimit) throw TooLarge($"more than {options.DecodedLimit} bytes decoded");
        if (decoded > RatioFloor && decoded > options.RatioLimit * consumed)
            throw TooLarge($"more than {options.RatioLimit} bytes decoded for each byte sent");
    }

    static BodyException TooLarge(string detail) => new(RefusalReason.TooLarge, detail);
}
