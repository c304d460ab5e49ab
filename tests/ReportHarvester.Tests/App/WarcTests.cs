using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ReportHarvester.App;
using ReportHarvester.Store;
using ReportHarvester.Tests.App.Export;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.App;

/// <summary>What `export-warc` writes is read back by the grammar of ISO 28500, byte for byte.</summary>
public sealed class WarcTests : IDisposable
{
    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("warc-");

    string Data => Path.Combine(work.FullName, "data");
    string File => Path.Combine(work.FullName, "reports.warc.gz");

    public void Dispose() => work.Delete(recursive: true);

    sealed record WarcRecord(Dictionary<string, string> Fields, byte[] Block);

    void Publish(params (string Url, string Body, string? Type)[] visits)
    {
        using var store = ReportStore.Open(Data);
        var at = new DateTimeOffset(2026, 1, 20, 22, 0, 0, TimeSpan.Zero);
        foreach (var (url, body, type) in visits)
            store.SaveVisit(new Visit { Url = url, Status = 200, Sha256 = store.Originals.Keep(Encoding.UTF8.GetBytes(body)), ContentType = type, At = at = at.AddSeconds(1) });
    }

    static IEnumerable<WarcRecord> Read(string file)
    {
        var bytes = System.IO.File.ReadAllBytes(file);
        // Each record is a member of its own: each by itself is whole.
        for (var at = 0; at < bytes.Length;)
        {
            var next = Enumerable.Range(at + 1, bytes.Length - at).First(i => i == bytes.Length || bytes.AsSpan(i) is [0x1F, 0x8B, 8, ..] && Unpacked(bytes[at..i]) is not null);
            yield return Parse(Unpacked(bytes[at..next])!);
            at = next;
        }
    }

    static byte[]? Unpacked(byte[] member)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(member), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            zip.CopyTo(whole);
            return member.Length >= 18 && BitConverter.ToUInt32(member, member.Length - 4) == whole.Length ? whole.ToArray() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static WarcRecord Parse(byte[] record)
    {
        var end = record.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.UTF8.GetString(record, 0, end).Split("\r\n");
        Assert.Equal("WARC/1.1", lines[0]);
        var fields = lines.Skip(1).ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        var length = int.Parse(fields["Content-Length"], CultureInfo.InvariantCulture);
        var block = record.AsSpan(end + 4, length).ToArray();
        Assert.Equal("\r\n\r\n", Encoding.ASCII.GetString(record, end + 4 + length, record.Length - end - 4 - length));
        Assert.Matches("^<urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}>$", fields["WARC-Record-ID"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", fields["WARC-Date"]);
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(block))}", fields["WARC-Block-Digest"]);
        return new WarcRecord(fields, block);
    }

    [Fact]
    public async Task Every_change_of_what_an_address_gave_is_a_resource_with_its_bytes()
    {
        Publish(("http://a.example/t1.html", "<p>一</p>", "text/html; charset=utf-8"), ("http://a.example/t1.html", "<p>二</p>", "text/html; charset=utf-8"),
            ("http://a.example/list.jsp page=1", "{}", null), ("http://a.example/odd", "x", "text/html\r\nWARC-Type: response"));
        var run = await BuiltProgram.Run("export-warc", File, "--data", Data);
        Assert.Equal((0, "4 records of 4, 0 problems\n"), (run.Code, run.Output));
        var records = Read(File).ToList();
        Assert.Equal(["warcinfo", "resource", "resource", "resource", "resource"], records.Select(r => r.Fields["WARC-Type"]));
        Assert.Equal(["http://a.example/t1.html", "http://a.example/t1.html", "http://a.example/list.jsp?__wb_method=POST&page=1", "http://a.example/odd"], records.Skip(1).Select(r => r.Fields["WARC-Target-URI"]));
        Assert.Equal(["<p>一</p>", "<p>二</p>", "{}", "x"], records.Skip(1).Select(r => Encoding.UTF8.GetString(r.Block)));
        Assert.Equal(["2026-01-20T22:00:01.000Z", "2026-01-20T22:00:02.000Z"], records.Skip(1).Take(2).Select(r => r.Fields["WARC-Date"]));
        Assert.All(records.Skip(1), r => Assert.Equal(r.Fields["WARC-Block-Digest"], r.Fields["WARC-Payload-Digest"]));
        Assert.Equal(records.Count, records.Select(r => r.Fields["WARC-Record-ID"]).Distinct().Count());
    }

    [Fact]
    public async Task Older_bytes_are_not_called_what_an_address_gave_last()
    {
        Publish(("http://a.example/1", "%PDF-", "application/pdf"), ("http://a.example/1", "<p>一</p>", "text/html"), ("http://a.example/2", "old", "text/html"), ("http://a.example/2", "new", "text/css"));
        DataFolder.Execute(Data, $"INSERT INTO original VALUES ('{Convert.ToHexStringLower(SHA256.HashData("%PDF-"u8))}', 5, 'pdf', '2026-01-20T22:00:01.000Z')");
        Assert.Equal(0, (await BuiltProgram.Run("export-warc", File, "--data", Data)).Code);
        Assert.Equal(["application/pdf", "text/html", "application/octet-stream", "text/css"], Read(File).Skip(1).Select(r => r.Fields["Content-Type"]));
    }

    [ReaderFact("node_modules/warcio")]
    public async Task Another_program_reads_it()
    {
        var bodies = new[] { "<p>一</p>", new string('x', 300_000), "" };
        Publish(("http://a.example/t1.html", bodies[0], "text/html"), ("import:///dh/附件%201.pdf", bodies[1], "application/pdf"), ("http://a.example/list.jsp page=1", bodies[2], null));
        Assert.Equal(0, (await BuiltProgram.Run("export-warc", File, "--data", Data)).Code);
        var read = (await ReaderFactAttribute.Run(work.FullName, "node", Path.Combine(ReaderFactAttribute.Readers, "warc.js"), File)).Split('\n');
        Assert.StartsWith("warcinfo - ", read[0], StringComparison.Ordinal);
        string[] addresses = ["http://a.example/t1.html", "import:///dh/%E9%99%84%E4%BB%B6%201.pdf", "http://a.example/list.jsp?__wb_method=POST&page=1"];
        Assert.Equal(addresses.Zip(bodies, (address, body) => $"resource {address} sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}"), read[1..]);
    }

    [Fact]
    public async Task A_file_is_not_overwritten_and_what_is_missing_is_told()
    {
        Publish(("http://a.example/t1.html", "one", null), ("http://a.example/t2.html", "two", null));
        System.IO.File.Delete(Directory.EnumerateFiles(Path.Combine(Data, "originals"), "*", SearchOption.AllDirectories).First());
        var run = await BuiltProgram.Run("export-warc", File, "--data", Data);
        Assert.Equal((ExitCode.DoneWithTrouble, "1 records of 2, 1 problems\n"), (run.Code, run.Output));
        Assert.Contains("is missing", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.CannotCreate, (await BuiltProgram.Run("export-warc", File, "--data", Data)).Code);
    }
}
