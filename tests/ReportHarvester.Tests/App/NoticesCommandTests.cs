using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportHarvester.App;
using ReportHarvester.App.Commands;
using ReportHarvester.App.Notices;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Reports.Layouts;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App;

/// <summary>Notices and workbooks that an office hands out.</summary>
public sealed class NoticesCommandTests : IDisposable
{
    const string Row = "3 + 4 = 7 ≠ 9", Carry = "2020年结转下年度 1 ≠ 2021年上年结转 2", Dismissed = "5 + 5 = 10 ≠ 11", Misread = "读错的行";

    readonly StoreFolder folder = new();

    string Notices => Path.Combine(folder.Path, "notices");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_the_publishers_is_to_be_rectified_what_is_unknown_explained_and_the_rest_left_out()
    {
        Fill();
        var (code, output) = Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室", "--format", "json");
        Assert.True(code == ExitCode.Done, output);
        using var notices = JsonDocument.Parse(output);
        var notice = Assert.Single(notices.RootElement.EnumerateArray());
        string[] Evidence(string part) => [.. notice.GetProperty(part).EnumerateArray().Select(p => p.GetProperty("evidence").GetString()!)];
        Assert.Equal("=1+1局", notice.GetProperty("agency").GetString());
        Assert.Equal([Row], Evidence("rectify"));
        Assert.Equal([Carry], Evidence("explain"));
        Assert.Equal(Path.Combine(Notices, "11局-2021.docx"), notice.GetProperty("file").GetString());
        Assert.Equal("[]", Run(NoticesCommand.Create(), Notices, "--year", "2020", "--issuer", "某市政务公开办公室", "--format", "json").Output.Trim());
    }

    [EngineFact("soffice")]
    public void A_notice_opens_as_a_document_with_its_figures_pages_and_signature()
    {
        Fill();
        Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室", "--date", "2022-02-10");
        var text = Regex.Replace(Text("pdf", Path.Combine(Notices, "11局-2021.docx")), @"\s", "");
        foreach (var said in new[] { "关于整改2021年政府信息公开工作年度报告有关问题的通知", "=1+1局：", "一、应当整改的问题（一）第三部分表格", "3+4=7≠9。每行六类申请人之和等于总计", "二、需要核对说明的问题", "2020年结转下年度1≠2021年上年结转2", "附件：", "某市政务公开办公室2022年2月10日", "—1—", "—2—", "T3-ROW" })
            Assert.Contains(said, text);
        foreach (var unsaid in new[] { "5+5", Misread, "add up" }) Assert.DoesNotContain(unsaid, text);
    }

    [EngineFact("soffice")]
    public void A_workbook_tells_problems_by_table_and_ranks_with_their_parts_and_no_text_is_a_formula()
    {
        Fill();
        var file = Path.Combine(folder.Path, "region.xlsx");
        Assert.Equal(ExitCode.Done, Run(WorkbookCommand.Create(), file, "--year", "2021").Code);
        var sheets = Text("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", file);
        Assert.Contains(",,=1+1局,0,1,0,0,2,3,1", sheets);
        Assert.Contains($"=1+1局,3,三、本年度办理结果／（一）予以公开·总计,T3-ROW,error,publisher,{Row}", sheets);
        Assert.Contains("公开率 disclosure rate,disclosure_rate,,乙局,own,1,1,50,%,40,80,,", sheets);
        Assert.Contains("不是公式", sheets);
        // It is made to be printed: heads on every page, and lines instead of wide columns.
        using var book = System.IO.Compression.ZipFile.OpenRead(file);
        using var names = new StreamReader(book.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains("_xlnm.Print_Titles", names.ReadToEnd());
        Assert.NotNull(book.GetEntry("xl/styles.xml"));
    }

    [Fact]
    public void What_breaks_the_same_rule_is_told_together_and_the_rule_once()
    {
        Problem Row(string indicator, string evidence, string table = "3") => new()
        {
            Code = "T3-ROW", Table = table, Evidence = evidence, Rule = "每行六类申请人之和等于总计。The kinds add up.", Figures = [new FigureKey(indicator, "total"), new FigureKey(indicator, "business")], Url = "import:///a.html",
        };
        var text = new NoticeText(new Notice("某局", null, null, 2021, null, [Row("requests.new", "1 ≠ 2"), Row("requests.closed", "3 ≠ 4"), Row("requests.granted", "5 ≠ 6", "2")], []));
        var items = text.Parts[0].Items;
        Assert.Equal(("第三部分表格（2处）。", "每行六类申请人之和等于总计。"), (items[0].Lead, items[0].Text));
        Assert.Equal(["1.“一、本年新收政府信息公开申请数量”：1 ≠ 2。", "2.“三、本年度办理结果／（七）总计”：3 ≠ 4。"], items[0].Points);
        Assert.Equal(("第二部分表格“三、本年度办理结果／（一）予以公开”。", "5 ≠ 6。每行六类申请人之和等于总计。", 0), (items[1].Lead, items[1].Text, items[1].Points.Count));
        // What a person brought has no address.
        Assert.All(text.Places(), place => Assert.DoesNotContain("import", place[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void What_holds_no_more_leaves_no_letter_behind_and_what_is_somebodys_stays()
    {
        Fill();
        (int Code, string Output) Write(params string[] more) => Run(NoticesCommand.Create(), [Notices, "--year", "2021", "--issuer", "某市政务公开办公室", .. more]);
        Write();
        var letter = Path.Combine(Notices, "11局-2021.docx");
        File.WriteAllText(Path.Combine(Notices, "11局-2020.docx"), "somebody's");
        using (var store = folder.Open())
            foreach (var problem in Problems.Of(store, new ProblemQuestion { Agency = "=1+1局" })) store.SaveReview(problem.Id, Decision.Explained, "张三", "已更正", StoreFolder.Start);
        // Of another year nothing is taken away, nor of another agency.
        Run(NoticesCommand.Create(), Notices, "--year", "2020", "--issuer", "某市政务公开办公室");
        Write("--agency", "乙局");
        Assert.True(File.Exists(letter));
        Assert.Contains($"{letter}  以前所写，已不成立，已删除", Write().Output);
        Assert.Equal(["11局-2020.docx"], Directory.GetFiles(Notices, "*.docx").Select(Path.GetFileName));
        Assert.DoesNotContain("已删除", Write().Output);
    }

    [Fact]
    public void A_letter_that_a_person_changed_is_not_taken_away()
    {
        Fill();
        var letter = Path.Combine(Notices, "11局-2021.docx");
        Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室");
        File.AppendAllText(letter, "a number by hand");
        using (var store = folder.Open())
            foreach (var problem in Problems.Of(store, new ProblemQuestion { Agency = "=1+1局" })) store.SaveReview(problem.Id, Decision.Explained, "张三", "已更正", StoreFolder.Start);
        var (code, output) = Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室");
        Assert.Equal(ExitCode.DoneWithTrouble, code);
        Assert.Contains("有人改过，未删除", output);
        Assert.True(File.Exists(letter));
    }

    [Fact]
    public void A_data_folder_is_the_same_however_it_is_spelled()
    {
        Fill();
        Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室");
        using (var store = folder.Open())
            foreach (var problem in Problems.Of(store, new ProblemQuestion { Agency = "=1+1局" })) store.SaveReview(problem.Id, Decision.Explained, "张三", "已更正", StoreFolder.Start);
        Assert.Contains("已删除", RunOn(folder.Path + "/", NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室").Output);
    }

    [Fact]
    public void What_a_person_changed_or_wrote_is_not_written_over()
    {
        Fill();
        (int Code, string Output) Write() => Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室");
        var (letter, elsewhere) = (Path.Combine(Notices, "11局-2021.docx"), Path.Combine(folder.Path, "elsewhere.docx"));
        Directory.CreateDirectory(Notices);
        File.WriteAllText(letter, "somebody's");
        var (code, output) = Write();
        Assert.Equal((ExitCode.DoneWithTrouble, "somebody's"), (code, File.ReadAllText(letter)));
        Assert.Contains($"{letter}  不是本程序所写，或有人改过，未覆盖", output);
        Assert.Contains("0 份通知", output);
        File.Delete(letter);
        Assert.Equal(ExitCode.Done, Write().Code);
        Assert.Equal(ExitCode.Done, Write().Code);
        File.AppendAllText(letter, "a number by hand");
        Assert.Equal(ExitCode.DoneWithTrouble, Write().Code);
        Assert.EndsWith("a number by hand", File.ReadAllText(letter), StringComparison.Ordinal);
        // It stays somebody's, and a link leads away from the folder.
        Assert.Equal(ExitCode.DoneWithTrouble, Write().Code);
        File.Delete(letter);
        Write();
        File.Move(letter, elsewhere);
        File.CreateSymbolicLink(letter, elsewhere);
        var before = File.ReadAllBytes(elsewhere);
        Assert.Equal(ExitCode.DoneWithTrouble, Write().Code);
        Assert.Equal(before, File.ReadAllBytes(elsewhere));
    }

    [Fact]
    public void A_former_name_leads_to_who_bore_it_in_the_year_and_no_other_loses_its_letter()
    {
        using (var store = folder.Open())
        {
            store.SaveAgencies([
                new RegisteredAgency { Code = "a", Kind = "department", Periods = [new AgencyPeriod { Name = "某金融办", Until = new(2022, 6, 1), End = "renamed" }, new AgencyPeriod { Name = "某金融局", Since = new(2022, 6, 2) }] },
                new RegisteredAgency { Code = "b", Kind = "department", Periods = [new AgencyPeriod { Name = "某小组", Until = new(2022, 8, 1), End = "renamed" }, new AgencyPeriod { Name = "某金融办", Since = new(2022, 8, 2) }] }], StoreFolder.Start);
            foreach (var (code, name) in new[] { ("a", "某金融办"), ("b", "某小组") })
            {
                var reading = Readings.Of(2021, "2021", ("requests.granted|total", 9)) with { Issues = [new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = Row, Figures = [new("requests.granted", "total")] }] };
                StoreFolder.Save(store, reading with { Report = reading.Report with { Agency = name } }, name, agency: code);
            }
        }
        (int Code, string Output) Write(params string[] more) => Run(NoticesCommand.Create(), [Notices, "--year", "2021", "--issuer", "某市政务公开办公室", .. more]);
        string[] both = ["a-某金融办-2021.docx", "b-某小组-2021.docx"];
        Write();
        Assert.Equal(both, Directory.GetFiles(Notices, "*.docx").Select(Path.GetFileName).Order());
        Write("--agency", "某金融办");
        Assert.Equal(both, Directory.GetFiles(Notices, "*.docx").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Letters_of_another_data_folder_are_not_taken_away()
    {
        using var others = new StoreFolder();
        others.Open().Dispose();
        Fill();
        Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室");
        var output = new StringWriter();
        var code = NoticesCommand.Create().Parse(["--data", others.Path, Notices, "--year", "2021", "--issuer", "另一办公室"]).Invoke(new InvocationConfiguration { Output = output, Error = output });
        Assert.True(code == ExitCode.Done, output.ToString());
        Assert.Contains("0 份通知", output.ToString());
        Assert.True(File.Exists(Path.Combine(Notices, "11局-2021.docx")), output.ToString());
    }

    [Fact]
    public async Task The_list_is_saved_once_for_many_letters_and_of_what_is_no_letter_nothing_is_believed()
    {
        var list = Path.Combine(Directory.CreateDirectory(Notices).FullName, ".notices.json");
        var notice = new Notice("某局", null, null, 2021, null, [], []);
        await using (var notices = new NoticeFolder(Notices, folder.Path))
        {
            Assert.True(await notices.Write("a.docx", notice, [1], CancellationToken.None));
            Assert.False(await notices.Write("a.docx", notice, [2], CancellationToken.None));
            Assert.False(File.Exists(list));
        }
        Assert.Equal([list, Path.Combine(Notices, "a.docx")], Directory.GetFiles(Notices).Order(StringComparer.Ordinal));
        var own = File.ReadAllText(list).Trim('[', ']', '\n', '\r');
        File.WriteAllText(list, $"[{own}, {own}, null, {own.Replace("a.docx", "..", StringComparison.Ordinal)}, {own.Replace("a.docx", "", StringComparison.Ordinal)}, {own.Replace("\"a.docx\"", "null", StringComparison.Ordinal)}]");
        await using var again = new NoticeFolder(Notices, folder.Path);
        Assert.Equal(["a.docx"], (await again.RemoveStale(new ComplianceQuestion(2021), null, CancellationToken.None)).Where(letter => letter.IsRemoved).Select(letter => letter.File));
    }

    [Fact]
    public void Every_problem_has_its_place_and_a_report_the_name_of_its_year()
    {
        using (var store = folder.Open())
        {
            store.SaveAgencies([new RegisteredAgency { Code = "g", Kind = "department", Periods = [new AgencyPeriod { Name = "某金融办", Until = new(2024, 1, 1), End = "renamed" }, new AgencyPeriod { Name = "某金融局", Since = new(2024, 1, 2) }] }], StoreFolder.Start);
            Reading Of(int year, decimal carriedIn, decimal carriedOut, params Issue[] issues) => Readings.Of(year, "2021", ("requests.carried_in|total", carriedIn), ("requests.carried_out|total", carriedOut)) is var reading
                ? reading with { Issues = issues, Report = reading.Report with { Agency = "某金融办", Sections = [new Section(3, "三、", "收到申请9件，均已办结。"), new Section(5, "五、", "无。")] } } : throw new InvalidOperationException();
            StoreFolder.Save(store, Of(2022, 0, 4), "http2022", url: "https://www.dg.gov.cn/2022", agency: "某金融办");
            StoreFolder.Save(store, Of(2023, 5, 0,
                new Issue { Code = "N-T3-NEW", Severity = Severity.Warning, Fault = Fault.Publisher, Table = "3", Figures = [new("requests.carried_in", "total")], Origin = new Origin(), Message = $"正文“收到申请9件，均已办结”9 ≠ 新收 8。{Rules.Find("N-T3-NEW")}" },
                new Issue { Code = "C-SEC5", Severity = Severity.Warning, Fault = Fault.Unknown, Message = $"第五部分未写明问题。{Rules.Find("C-SEC5")}" }), "http2023", url: "https://www.dg.gov.cn/2023", agency: "某金融办");
            store.CompareReports(StoreFolder.Start);
            var notice = Assert.Single(Notice.Of(store, new ComplianceQuestion(2023), StoreFolder.Start), n => n.Code == "g");
            Assert.Equal(("某金融办", "某金融局"), (notice.Agency, notice.NowCalled));
            var text = new NoticeText(notice);
            Assert.Equal("某金融办（现某金融局）", text.Addressee);
            var places = text.Places().ToDictionary(p => p[1], p => (Table: p[2], Place: p[^1]));
            Assert.Equal(("第三部分文字", "第三部分文字；https://www.dg.gov.cn/2023"), places["N-T3-NEW"]);
            Assert.Equal("第五部分；https://www.dg.gov.cn/2023", places["C-SEC5"].Place);
            Assert.Equal("2022年度报告：第1个表格第2行第2列；https://www.dg.gov.cn/2022；2023年度报告：第1个表格第1行第2列；https://www.dg.gov.cn/2023", places["T3-CARRY-YOY"].Place);
            Assert.DoesNotContain(text.Parts.SelectMany(p => p.Items), i => i.Lead.StartsWith("第三部分表格“", StringComparison.Ordinal) && i.Text.Contains("正文", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_report_under_a_name_that_nobody_bears_is_held_against_no_agency()
    {
        using var store = folder.Open();
        var wrong = Readings.Of(2021, "2021", ("requests.granted|total", 9)) with { Issues = [new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = Row, Figures = [new("requests.granted", "total")] }] };
        StoreFolder.Save(store, wrong, "a", agency: "某局");
        store.SaveReading(new NewReading { Source = "many", Agencies = ["某局"], Url = "http://a/many", OneOfMany = true, Sha256 = store.Originals.Keep("many"u8.ToArray()), ReaderVersion = "1", At = StoreFolder.Start, Reading = wrong });
        Assert.Contains(Problems.Of(store, new ProblemQuestion()), p => p.Code == "T3-ROW");
        Assert.Empty(Notice.Of(store, new ComplianceQuestion(2021), StoreFolder.Start));
        StoreFolder.Save(store, wrong, "b", agency: "某局", named: true);
        Assert.Equal(["T3-ROW"], Assert.Single(Notice.Of(store, new ComplianceQuestion(2021), StoreFolder.Start)).Rectify.Select(p => p.Code));
    }

    [Theory]
    [InlineData("NEEDS-OCR", true)]
    [InlineData("ENCRYPTED", true)]
    [InlineData("EMPTY", true)]
    [InlineData("NEEDS-CONVERSION", false)]
    [InlineData("TOOK-TOO-LONG", false)]
    [InlineData("NO-REPORT", false)]
    public void What_only_this_machine_cannot_read_is_told_to_nobody(string code, bool told)
    {
        using var store = folder.Open();
        store.SaveAgencies([new() { Code = "f", Kind = "department", Periods = [new AgencyPeriod { Name = "某局", Level = "county", Region = "321399" }] }], StoreFolder.Start);
        StoreFolder.Save(store, Failed(code), "a", agency: "f", yearHint: 2021);
        Assert.Equal(PublicationState.Unreadable, Assert.Single(Compliance.Of(store, new ComplianceQuestion(2021), StoreFolder.Start.AddDays(90))).State);
        Assert.Equal(told, Notice.Of(store, new ComplianceQuestion(2021), StoreFolder.Start.AddDays(90)).Any(n => n.Publication is not null));
    }

    // The page goes before what is attached to it.
    [Theory]
    [InlineData("NEEDS-OCR", true), InlineData("NEEDS-CONVERSION", false)]
    public void A_scan_that_a_page_leads_to_is_told(string code, bool told)
    {
        using var store = folder.Open();
        store.SaveAgencies([new() { Code = "f", Kind = "department", Periods = [new AgencyPeriod { Name = "某局", Level = "county", Region = "321399" }] }], StoreFolder.Start);
        StoreFolder.Save(store, Failed(code), "scan", agency: "f", yearHint: 2021);
        StoreFolder.Save(store, Failed("NO-REPORT"), "page", agency: "f", yearHint: 2021, day: 1);
        Assert.Equal("https://www.dg.gov.cn/page", Assert.Single(Compliance.Of(store, new ComplianceQuestion(2021), StoreFolder.Start.AddDays(90))).Url);
        var notices = Notice.Of(store, new ComplianceQuestion(2021), StoreFolder.Start.AddDays(90), out var held);
        Assert.Equal((told, told ? 0 : 1), (notices.Any(n => n.Publication is not null), held.Count));
        // A file beside it that is not opened here may be one to search and copy.
        StoreFolder.Save(store, Failed("NEEDS-CONVERSION"), "word", agency: "f", yearHint: 2021, day: 1);
        Assert.DoesNotContain(Notice.Of(store, new ComplianceQuestion(2021), StoreFolder.Start.AddDays(90)), n => n.Publication is not null);
        StoreFolder.Save(store, Failed("NO-REPORT"), "a page instead", url: "https://www.dg.gov.cn/scan", agency: "f", yearHint: 2021, day: 2);
        Assert.Empty(Notice.Of(store, new ComplianceQuestion(2021), StoreFolder.Start.AddDays(90)));
    }

    [Fact]
    public void What_is_held_back_is_said()
    {
        string Write() => Run(NoticesCommand.Create(), Notices, "--year", "2021", "--issuer", "某市政务公开办公室").Output;
        var wrong = Readings.Of(2021, "2021", ("requests.granted|total", 9)) with { Issues = [new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = Row, Figures = [new("requests.granted", "total")] }] };
        using (var store = folder.Open()) StoreFolder.Save(store, wrong with { Report = wrong.Report with { Agency = "某局" } }, "a", url: "https://www.dg.gov.cn/a", agency: "某局");
        Assert.Contains("1 份通知", Write());
        using (var store = folder.Open())
        {
            StoreFolder.Save(store, wrong with { Report = wrong.Report with { Agency = "另一中心" } }, "b", url: "https://www.dg.gov.cn/a", agency: "某局", day: 1);
            store.SaveAgencies([new() { Code = "f", Kind = "department", Periods = [new AgencyPeriod { Name = "某署", Level = "county", Region = "321399" }] }], StoreFolder.Start);
            StoreFolder.Save(store, Failed("TOOK-TOO-LONG"), "c", agency: "f", yearHint: 2021);
        }
        var output = Write();
        foreach (var said in new[] { "以前所写，现暂不发，已删除", "某局：报告署名“另一中心”", "1 份报告署名不明", "1 份报告未能读出", "0 份通知" }) Assert.Contains(said, output);
    }

    static Reading Failed(string code) => ReportReader.GivenUp(code, code);

    [Theory]
    [InlineData(PublicationState.Unreadable, "http://a/1", "http://a/1所载文件未能读出表内数据，请提供可以检索、复制的文本和表格。")]
    [InlineData(PublicationState.Unreadable, "import:12ab", "该年度报告的文件未能读出表内数据，请提供可以检索、复制的文本和表格。")]
    [InlineData(PublicationState.Vanished, "http://a/1", "http://a/1不再提供该年度报告。")]
    [InlineData(PublicationState.Vanished, "import:12ab", "原网址不再提供该年度报告。")]
    public void What_a_person_brought_is_told_without_address(PublicationState state, string url, string told) =>
        Assert.Equal(told, new NoticeText(new Notice("某局", null, null, 2021, new Obligation { State = state, Url = url }, [], [])).Parts[0].Items[0].Text);

    [Theory]
    [InlineData("东湖市财政局", 40, "东湖市财政局")]
    [InlineData("东湖市住房和城乡建设与城市管理综合行政执法及房屋征收补偿办公室", 40, "东湖市住房和城乡建设与城市管理综|合行政执法及房屋征收补偿办公室")]
    [InlineData("", 40, "")]
    public void A_line_that_is_too_long_is_parted_evenly(string text, int width, string lines) => Assert.Equal(lines, string.Join('|', OfficialText.Lines(text, width)));

    string Text(string format, string file)
    {
        var made = Directory.CreateDirectory(Path.Combine(folder.Path, "made")).FullName;
        Start("soffice", $"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", format, "--outdir", made, file);
        return string.Concat(Directory.GetFiles(made).Select(f => f.EndsWith(".pdf", StringComparison.Ordinal) ? Start("pdftotext", "-layout", f, "-") : File.ReadAllText(f)));
    }

    static string Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }

    void Fill()
    {
        using var store = folder.Open();
        var rule = "每行六类申请人之和等于总计（国办公开办函〔2021〕30号、〔2019〕60号表式）。In each row the six kinds of applicants add up to 总计.";
        var granted = new FigureKey("requests.granted", "total");
        Issue Broken(string code, Fault fault, string message) => new() { Code = code, Severity = Severity.Error, Fault = fault, Table = "3", Message = message, Figures = [granted], Origin = new Origin { Page = 2, Grid = 1, Row = 5, Column = 9 } };
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.granted|total", 9)) with
        {
            Issues = [Broken("T3-ROW", Fault.Publisher, $"{Row}。{rule}"), Broken("T3-ROW", Fault.Publisher, $"{Dismissed}。{rule}") with { Figures = [new("requests.closed", "total")] }, Broken("ROW-DOUBTFUL", Fault.Reading, Misread) with { Severity = Severity.Warning, Table = null, Figures = [] }],
        }, "2021", agency: "=1+1局", named: true);
        StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.granted|total", 40), ("requests.partly_granted|total", 0), ("requests.closed|total", 80)), "other", agency: "乙局", named: true);
        using (var command = store.Connection.CreateCommand())
        {
            command.CommandText = """
                INSERT INTO report_issue (agency, report, code, subject, severity, fault, message, evidence, found)
                SELECT p.agency, p.id, 'T3-CARRY-YOY', 'total', 'warning', 'unknown', $message, '{}', '2022-02-01' FROM report p JOIN agency g ON g.id = p.agency WHERE g.name = '=1+1局'
                """;
            command.Parameters.AddWithValue("$message", Carry);
            command.ExecuteNonQuery();
        }
        var wrong = Problems.Of(store, new ProblemQuestion()).Single(p => p.Evidence == Dismissed);
        store.SaveReview(wrong.Id, Decision.Dismissed, "张三", "核对原件无误", StoreFolder.Start);
    }

    (int Code, string Output) Run(Command command, params string[] args) => RunOn(folder.Path, command, args);

    static (int Code, string Output) RunOn(string data, Command command, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        return (command.Parse(["--data", data, .. args]).Invoke(new InvocationConfiguration { Output = output, Error = output }), output.ToString());
    }
}
