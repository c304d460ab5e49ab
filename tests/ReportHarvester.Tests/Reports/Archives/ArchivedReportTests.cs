using System.IO.Compression;
using System.Text;
using ReportHarvester.Reports;

namespace ReportHarvester.Tests.Reports.Archives;

/// <summary>Archives: the one report in them is read, whatever its name; what is not one report is refused by name.</summary>
public sealed class ArchivedReportTests
{
    static readonly byte[] Report = Fixtures.Bytes("donghu-finance-2021-clean");
    static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    [Theory]
    [InlineData("gbk", "附件/东湖市财政局/年度报告.html")]
    [InlineData("utf-8", "年度报告.html")]
    [InlineData("gbk", "附件\\年度报告.html")]
    public void The_one_report_is_read_and_named(string charset, string name)
    {
        var reading = Read(charset == "gbk" ? Gbk : Encoding.UTF8, ("附件/说明.txt", "详见附件"u8.ToArray()), (name, Report), ("__MACOSX/._x", [0, 5]), ("封面.png", [0x89, .. "PNG"u8]));
        Assert.Equal((DocumentFormat.Zip, 200), (reading.Format, reading.Report.Figures.Count));
        Assert.Contains(name.Replace('\\', '/'), Assert.Single(reading.Issues, i => i.Code == "ARCHIVE-MEMBER").Message);
    }

    [Theory]
    [InlineData("附表.rtf", "{\\rtf1 x}", Severity.Warning)]
    [InlineData("另一份.pdf", "%PDF-1.4 broken", Severity.Warning)]
    [InlineData("公章.gif", "GIF89a", Severity.Info)]
    public void A_file_beside_the_report_that_could_not_be_read_is_named(string name, string content, Severity severity)
    {
        var reading = Read(Gbk, ("年报.html", Report), (name, Encoding.ASCII.GetBytes(content)));
        Assert.Equal(200, reading.Report.Figures.Count);
        Assert.Contains(name, Assert.Single(reading.Issues, i => i.Code == "PART-UNREAD" && i.Severity == severity).Message);
    }

    [Fact]
    public void Of_several_reports_none_is_taken()
    {
        var issue = Refused("ARCHIVE-SEVERAL", Zip(Gbk, ("甲局.html", Report), ("乙局.html", Fixtures.Bytes("donghu-ecology-2022-gbk"))));
        Assert.Contains("甲局.html，乙局.html", issue.Message);
    }

    [Fact]
    public void The_same_report_in_two_files_is_read_once()
    {
        var reading = Read(Gbk, ("年报.html", Report), ("年报（副本）.html", [.. Report, .. "<!-- -->"u8]));
        Assert.Equal(200, reading.Report.Figures.Count);
        Assert.Contains("副本", Assert.Single(reading.Issues, i => i is { Code: "ARCHIVE-TWIN", Severity: Severity.Info }).Message);
    }

    [Fact]
    public void A_report_without_figures_beside_the_one_that_is_read_is_named()
    {
        var reading = Read(Gbk, ("2021.html", Report), ("2022.html", Encoding.UTF8.GetBytes("<html><body><h1>东湖市财政局2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>正文</p></body></html>")));
        Assert.Contains("2022.html", Assert.Single(reading.Issues, i => i is { Code: "PART-UNREAD", Severity: Severity.Warning }).Message);
    }

    [Fact]
    public void A_file_that_is_named_as_a_part_of_another_format_is_a_file()
    {
        var reading = Read(Gbk, ("content.xml", "<x/>"u8.ToArray()), ("年报.html", Report));
        Assert.Equal((DocumentFormat.Zip, 200), (reading.Format, reading.Report.Figures.Count));
    }

    [Fact]
    public void An_archive_without_a_report_says_what_became_of_each_file()
    {
        var issue = Refused("NO-REPORT", Zip(Gbk, ("扫描件.png", [0x89, .. "PNG"u8]), ("说明.txt", "详见附件"u8.ToArray())));
        Assert.Contains("扫描件.png（NEEDS-OCR）", issue.Message);
    }

    [Fact]
    public void An_archive_of_nothing_but_scans_is_one()
    {
        byte[] scans = Zip(Gbk, ("1.png", [0x89, .. "PNG"u8]), ("2.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8]));
        Assert.Contains("1.png（NEEDS-OCR），2.jpg（NEEDS-OCR）", Refused("NEEDS-OCR", scans).Message);
        Assert.Contains(ReportReader.Read(scans).Issues, i => i is { Code: "C-READABLE", Fault: Fault.Publisher });
    }

    [Fact]
    public void A_lone_file_that_cannot_be_read_is_refused_for_its_own_reason() => Refused("NEEDS-OCR", Zip(Gbk, ("扫描件.png", [0x89, .. "PNG"u8])), issues: 2);

    [Theory]
    [InlineData("../../../../tmp/evil.html")]
    [InlineData("..\\evil.html")]
    [InlineData("/etc/evil.html")]
    [InlineData("C:\\evil.html")]
    public void D04_a_name_that_leads_out_of_the_archive(string name) => Refused("ARCHIVE-UNSAFE", Zip(Gbk, (name, Report)));

    [Fact]
    public void An_archive_in_an_archive_is_not_opened() => Refused("UNSUPPORTED", Zip(Gbk, ("x.zip", Zip(Gbk, ("年报.html", Report)))), issues: 2);

    [Fact]
    public void D04_an_archive_that_unpacks_without_end() => Refused("TOO-LARGE", Zip(Gbk, ("年报.html", new byte[ReportReader.LargestDocument + 1])));

    [Fact]
    public void An_empty_archive() => Refused("EMPTY", Zip(Gbk));

    [Fact]
    public void D04_an_encrypted_archive()
    {
        var zip = Zip(Gbk, ("x.html", Report));
        // The flag of encryption in the local header and in the directory.
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        Refused("ENCRYPTED", zip);
    }

    static Reading Read(Encoding names, params (string, byte[])[] files) => ReportReader.Read(Zip(names, files));

    static Issue Refused(string code, byte[] zip, int issues = 1)
    {
        var reading = ReportReader.Read(zip);
        // That a file is of no use to its readers is said besides.
        Assert.Equal((Outcome.Failed, issues), (reading.Outcome, reading.Issues.Count(i => i.Code != "C-READABLE")));
        return Assert.Single(reading.Issues, i => i.Code == code);
    }

    static byte[] Zip(Encoding names, params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
            foreach (var (name, bytes) in files)
            {
                using var file = zip.CreateEntry(name).Open();
                file.Write(bytes);
            }
        return stream.ToArray();
    }
}
