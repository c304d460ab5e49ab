using System.IO.Compression;

namespace ReportHarvester.Publisher.Sites.Province;

/// <summary>What a host suffers from. Every fault passes: who comes again politely gets everything.</summary>
enum Fault { None, Storm, TooMany, Resets, Truncation, SlowBodies, Cookies, CharsetLies, WrongLengths, ChangingList }

/// <summary>Listed addresses in which nobody should get caught.</summary>
static class Traps
{
    public static IReadOnlyList<(string Name, Func<string, Reply> Reply, string Refusal)> All { get; } =
    [
        ("loop", path => Reply.Redirect(path), "HttpStatus"),
        ("inside", _ => Reply.Redirect("http://127.0.0.1:22/"), "AddressNotAllowed"),
        ("file", _ => Reply.Redirect("file:///etc/passwd"), "AddressNotAllowed"),
        ("gate521", _ => new Reply(521, "text/html", "<script>document.cookie='__jsl_clearance='</script>"u8.ToArray()), "ChallengePage"),
        ("gate412", _ => new Reply(412, "text/html", "<script>$_ts={}</script>"u8.ToArray()), "ChallengePage"),
        ("soft404", _ => Reply.Html("<html><title>提示</title><p>您访问的页面不存在或已被删除</p></html>"), "SoftNotFound"),
        ("gone", _ => Reply.Missing, "HttpStatus"),
        ("bomb", _ => new Reply(200, "text/html", Zipped(16 << 20)) { Coding = "gzip" }, "TooLarge"),
        ("empty", _ => new Reply(200, "text/html", "  \n"u8.ToArray()), "Empty"),
        ("program", _ => new Reply(200, "application/octet-stream", [0x4D, 0x5A, 0, 0, 3, 0, 0, 0, .. new byte[600]]), "WrongType"),
    ];

    static byte[] Zipped(int zeros)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Optimal)) zip.Write(new byte[zeros]);
        return stream.ToArray();
    }
}
