using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using ReportHarvester.App;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Export;

/// <summary>An export as a whole: the same again, whole or not at all, and what changed since another.</summary>
public sealed class ExportTests : IDisposable
{
    readonly ExportedPanel panel = new();

    public void Dispose() => panel.Dispose();

    [Fact]
    public async Task TheSameStoreGivesTheSameBytesAndTheSumsAreRight()
    {
        Assert.Equal(0, await panel.Export("one"));
        Assert.Equal(0, await panel.Export("two"));
        var files = panel.Files("one");
        Assert.Equal(files, panel.Files("two"));
        Assert.All(files, file => Assert.True(File.ReadAllBytes(Path.Combine(panel.At("one"), file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(panel.At("two"), file))), file));
        var sums = panel.Lines("one", "SHA256SUMS").Select(line => line.Split("  ")).ToList();
        Assert.Equal(files.Where(file => file != "SHA256SUMS"), sums.Select(sum => sum[1]));
        Assert.All(sums, sum => Assert.Equal(sum[0], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(panel.At("one"), sum[1]))))));
    }

    [Fact]
    public async Task WhatIsThereIsNotWrittenOver()
    {
        Directory.CreateDirectory(panel.At("there"));
        Assert.Equal(ExitCode.CannotCreate, await panel.Export("there"));
        Assert.Empty(Directory.GetFileSystemEntries(panel.At("there")));
        Assert.Equal(ExitCode.NoInput, await panel.Export("out", "--since", panel.At("nowhere")));
        Assert.False(Directory.Exists(panel.At("out")));
    }

    [Fact]
    public async Task KilledInTheMiddleItLeavesNothingHalfAndTheNextOneIsWhole()
    {
        using (var export = BuiltProgram.Start("export", panel.At("out"), "--data", panel.Data))
        {
            while (!File.Exists(Path.Combine(panel.At("out.part"), "figures.csv"))) await Task.Delay(1);
            export.Kill();
            await export.WaitForExitAsync();
        }
        Assert.False(Directory.Exists(panel.At("out")));
        await File.WriteAllTextAsync(Path.Combine(panel.At("out.part"), "half.csv"), "half");
        Assert.Equal(0, await panel.Export("out"));
        Assert.False(Directory.Exists(panel.At("out.part")));
        Assert.DoesNotContain("half.csv", panel.Files("out"));
    }

    [Fact]
    public async Task WhatMayBeAnothersIsMarkedInEveryTableAndIssuesThatNameNoFigureStandWithTheReport()
    {
        panel.Change(store =>
        {
            var known = ExportedPanel.Known(2021);
            var issues = new[] { ("NEEDS-OCR", (string?)null), ("TABLE-MISSING", "4"), ("ROW-MISSING", null) }
                .Select(issue => new Issue { Code = issue.Item1, Severity = Severity.Error, Fault = Fault.Reading, Table = issue.Item2, Message = "", Figures = issue.Item1 == "ROW-MISSING" ? [new FigureKey("rules.issued")] : [] });
            StoreFolder.Save(store, known with { Issues = [.. issues], Report = known.Report with { Agency = "某县国库管理局" } }, "strange", agency: "某县财政局");
            store.SaveReview(Problems.Of(store, new ProblemQuestion { Code = "TABLE-MISSING" }).Single(p => p.Agency == "某县财政局").Id, Decision.Dismissed, "张三", "表在附件", StoreFolder.Start);
            store.SaveReview(Problems.Of(store, new ProblemQuestion { Code = "AGENCY-UNREGISTERED" }).Single(p => p.Agency == "某县财政局").Id, Decision.Dismissed, "张三", "是本局", StoreFolder.Start);
        });
        Assert.Equal(0, await panel.Export("out"));
        Assert.Contains("which only the registry settles", panel.Text("out", "datapackage.json"));
        string[] Cells(string table, string column) =>
            [.. panel.Lines("out", table).Where(line => line.StartsWith("某县财政局:", StringComparison.Ordinal)).Select(line => line.Split(',')[Array.IndexOf(panel.Lines("out", table)[0].Split(','), column)]).Distinct()];
        Assert.All(["reports.csv", "figures.csv", "measures.csv", "panel.csv"], table => Assert.Equal(["true"], Cells(table, "may_be_anothers")));
        Assert.Equal(["AGENCY-UNREGISTERED;NEEDS-OCR"], Cells("reports.csv", "issues"));
        Assert.Contains("AGENCY-UNREGISTERED;NEEDS-OCR", Publisher.Excel.Spreadsheets.Texts(Path.Combine(panel.At("out"), "panel.xlsx")));
    }

    [Fact]
    public async Task WhoOwesAReportAndHasNoneIsToldAsByCompliance()
    {
        var end = new DateOnly(2021, 12, 31);
        panel.Change(store => store.SaveAgencies(
        [
            new RegisteredAgency { Code = "unsaid", Periods = [new AgencyPeriod { Name = "未明局" }] },
            new RegisteredAgency { Code = "exempt", Owes = false, Periods = [new AgencyPeriod { Name = "免报局" }] },
            new RegisteredAgency { Code = "ended", Owes = true, Periods = [new AgencyPeriod { Name = "撤销局", Until = end.AddDays(-1) }] },
            new RegisteredAgency { Code = "ending", Owes = true, Periods = [new AgencyPeriod { Name = "将撤局", Until = end.AddDays(20) }] },
            new RegisteredAgency { Code = "county", Kind = "government", Periods = [new AgencyPeriod { Name = "某县人民政府", Level = "county" }] },
        ], StoreFolder.Start));
        // A better reader finds another year in it; of the first there is nothing left.
        panel.Change(store => StoreFolder.Save(store, ExportedPanel.Known(2015), "moved", agency: "a8"));
        panel.Change(store => StoreFolder.Save(store, ExportedPanel.Known(2016), "moved", reader: "9.0.0", agency: "a8"));
        Assert.Equal(0, await panel.Export("out"));
        string[] Absent(string name, int year) => [.. panel.Lines(name, "reports.csv").Where(line => line.Contains(",no_report,", StringComparison.Ordinal) && line.Contains($":{year},", StringComparison.Ordinal)).Select(line => line.Split(':')[0])];
        using (var store = ReportStore.OpenReadOnly(panel.Data))
            Assert.Equal(Compliance.Of(store, new ComplianceQuestion(2021), StoreFolder.Start.AddDays(30)).Where(o => o.State is PublicationState.NotLooked).Select(o => o.Code), Absent("out", 2021));
        Assert.Equal(["silent", "unsaid"], Absent("out", 2021));
        Assert.Empty(Absent("out", 2022));
        Assert.Empty(Absent("out", 2015));
        Assert.Contains("unsaid", Absent("out", 2016));
        // The day of the governments has passed, and the release is of that day though nothing came in.
        panel.Change(store => store.SaveCheck("dg-jrj", 0, StoreFolder.Start.AddDays(90)));
        Assert.Equal(0, await panel.Export("later"));
        Assert.Equal(["county", "silent", "unsaid"], Absent("later", 2021));
        Assert.Contains("\"version\": \"2022.04.01\"", panel.Text("later", "datapackage.json"));
    }

    [Fact]
    public async Task TheNameOfAFileThatAPersonGaveStaysAtHome()
    {
        panel.Change(store => StoreFolder.Save(store, ExportedPanel.Known(2023), "given", url: "import:///a6/李四-13912345678.html", day: 9, agency: "a6"));
        Assert.Equal(0, await panel.Export("out"));
        var reports = panel.Lines("out", "reports.csv");
        Assert.Contains(reports, line => line.Contains(",import:", StringComparison.Ordinal));
        Assert.DoesNotContain(reports.Concat(panel.Lines("out", "figures.csv")), line => line.Contains("13912345678", StringComparison.Ordinal) || line.Contains("李四", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChangesSinceTheReleaseBeforeSayWhatWasWhatIsAndWhy()
    {
        await panel.Export("first");
        panel.Change(store =>
        {
            StoreFolder.Save(store, ExportedPanel.Known(2021, granted: 41), "other bytes", url: "https://www.dg.gov.cn/" + ExportedPanel.Names[4], day: 9, agency: "a4");
            StoreFolder.Save(store, ExportedPanel.Known(2021, granted: 42), ExportedPanel.Names[5], reader: "9.0.0", day: 9, agency: "a5");
            StoreFolder.Save(store, ExportedPanel.Known(2023), "new", day: 9, agency: "a6");
            store.SaveCorrection(new Correction("a7", 2021, new FigureKey("requests.closed", "total"), 81, "letter", "reviewer", "misprint"), StoreFolder.Start.AddDays(9));
        });
        Assert.Equal(0, await panel.Export("second", "--since", panel.At("first")));
        Assert.Equal(
            ["a4:2021:own,requests.granted|total,,40,number,,2021,41,number,,2021,,republished", "a5:2021:own,requests.granted|total,,40,number,,2021,42,number,,2021,,reread",
                "a6:2023:own,,,,,,,,,,,,new_report", "a7:2021:own,requests.closed|total,,80,number,,2021,81,number,,2021,,corrected"],
            Changes("second", ofMeasures: false));
        Assert.Equal(["a4:2021:own,,disclosure_rate,62.5,number,%,2021,63.75,number,%,2021,,republished", "a5:2021:own,,disclosure_rate,62.5,number,%,2021,65,number,%,2021,,reread", "a7:2021:own,,disclosure_rate,62.5,number,%,2021,61.728395,number,%,2021,,corrected"],
            Changes("second", ofMeasures: true).Where(line => line.Contains(",disclosure_rate,", StringComparison.Ordinal)));
        Assert.Single(panel.Lines("first", "changes.csv"));
    }

    IEnumerable<string> Changes(string name, bool ofMeasures) => panel.Lines(name, "changes.csv").Skip(1).Where(line => ofMeasures == line.Split(',')[2].Length > 0);

    [Fact]
    public async Task AnErrorThatAPersonDismissedChangesMeasuresAloneAndOnlyThoseThatTheReleaseBeforeHad()
    {
        var error = new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = "39 ≠ 40", Figures = [new FigureKey("requests.granted", "total")] };
        panel.Change(store => StoreFolder.Save(store, ExportedPanel.Known(2023) with { Issues = [error] }, "doubted", agency: "a6"));
        await panel.Export("first");
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(panel.At("first"), "panel.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM measures WHERE measure = 'full_disclosure_rate'; UPDATE measures SET value = 7, missing = NULL WHERE report = 'a3:2021:own' AND measure = 'closed'";
            command.ExecuteNonQuery();
        }
        panel.Change(store => store.SaveReview(Problems.Of(store, new ProblemQuestion { Code = "T3-ROW", Year = 2023 }).Single(p => p.AgencyCode == "a6").Id, Decision.Dismissed, "张三", "核对无误", StoreFolder.Start));
        await panel.Export("second", "--since", panel.At("first"));
        var changes = panel.Lines("second", "changes.csv").Skip(1).ToList();
        Assert.Contains("a6:2023:own,,disclosure_rate,,doubtful,%,2021,62.5,number,%,2021,,reassessed", changes);
        Assert.Contains("a3:2021:own,,closed,7,number,件,2021,80,number,件,2021,,reassessed", changes);
        Assert.All(changes, line => Assert.True(line.EndsWith(",reassessed", StringComparison.Ordinal) && !line.Contains(",full_disclosure_rate,", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task WhatACorrectionOrAReviewDidIsNotAnotherChoice()
    {
        var error = new Issue { Code = "T3-ROW", Severity = Severity.Error, Fault = Fault.Publisher, Table = "3", Message = "39 ≠ 40", Figures = [new FigureKey("requests.granted", "total")] };
        void Correct(decimal? value) => panel.Change(store => store.SaveCorrection(new Correction("a6", 2023, new FigureKey("rules.issued"), value, "letter", "reviewer", "misprint"), StoreFolder.Start));
        panel.Change(store => StoreFolder.Save(store, ExportedPanel.Known(2023) with { Issues = [error] }, "doubted", agency: "a6"));
        await panel.Export("first");
        Correct(4);
        panel.Change(store => store.SaveReview(Problems.Of(store, new ProblemQuestion { Code = "T3-ROW", Year = 2023 }).Single(p => p.AgencyCode == "a6").Id, Decision.Dismissed, "张三", "核对无误", StoreFolder.Start));
        await panel.Export("second", "--since", panel.At("first"));
        Correct(null);
        await panel.Export("third", "--since", panel.At("second"));
        Assert.Equal(["a6:2023:own,rules.issued,,3,number,,2021,4,number,,2021,,corrected"], Changes("second", ofMeasures: false));
        Assert.Contains("a6:2023:own,,disclosure_rate,,doubtful,%,2021,62.5,number,%,2021,,reassessed", Changes("second", ofMeasures: true));
        Assert.Equal(["a6:2023:own,rules.issued,,4,number,,2021,3,number,,2021,,corrected"], Changes("third", ofMeasures: false));
        Assert.DoesNotContain(Changes("second", ofMeasures: true).Concat(Changes("third", ofMeasures: true)), line => line.EndsWith(",rechosen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OtherDataOfTheSameDayIsAnotherReleaseAndTheSameDataIsNot()
    {
        string Version(string name) => System.Text.Json.JsonDocument.Parse(panel.Text(name, "datapackage.json")).RootElement.GetProperty("version").GetString()!;
        void Correct(int value) => panel.Change(store => store.SaveCorrection(new Correction("a7", 2021, new FigureKey("requests.closed", "total"), value, "letter", "reviewer", "misprint"), StoreFolder.Start));
        await panel.Export("morning");
        await panel.Export("again", "--since", panel.At("morning"));
        Correct(81);
        await panel.Export("noon", "--since", panel.At("again"));
        await panel.Export("noon again", "--since", panel.At("noon"));
        Correct(82);
        await panel.Export("evening", "--since", panel.At("noon again"));
        await panel.Export("named", "--since", panel.At("evening"), "--release", "v1");
        panel.Change(store => store.SaveCorrection(new Correction("a7", 2021, new FigureKey("requests.closed", "total"), 83, "letter", "reviewer", "misprint"), StoreFolder.Start.AddDays(20)));
        await panel.Export("next", "--since", panel.At("evening"));
        Assert.Equal(["2022.02.01", "2022.02.01", "2022.02.01.2", "2022.02.01.2", "2022.02.01.3", "v1", "2022.02.14"], new[] { "morning", "again", "noon", "noon again", "evening", "named", "next" }.Select(Version));
    }

    [Fact]
    public async Task AnotherRegistryIsAnotherReleaseAndTheSameOneIsNone()
    {
        DateTimeOffset Newest()
        {
            using var store = ReportStore.OpenReadOnly(panel.Data);
            using var now = new Panel(store);
            return now.Newest;
        }
        void Register(string region, int day) => panel.Change(store => store.SaveAgencies([new RegisteredAgency { Code = "a9", Periods = [new AgencyPeriod { Name = "甲局", Level = "county", Region = region }] }], StoreFolder.Start.AddDays(day)));
        Register("321302", 30);
        Register("321302", 40);
        Assert.Equal(StoreFolder.Start.AddDays(30), Newest());
        Register("321303", 50);
        Assert.Equal(StoreFolder.Start.AddDays(50), Newest());
        await panel.Export("out");
        Assert.Contains("\"version\": \"2022.03.16\"", panel.Text("out", "datapackage.json"));
        Assert.Contains(panel.Lines("out", "reports.csv"), line => line.StartsWith("a9:2021:own,a9,甲局,county,321303,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherUnitOrEditionIsAChangeAndAReportUnderAnotherKeyIsTheSameReport()
    {
        panel.Change(store => StoreFolder.Save(store, Readings.Of(2021, "2021", ("rules.issued", 3)), "nameless", agency: "无码局", named: true));
        await panel.Export("first");
        panel.Change(store =>
        {
            var known = ExportedPanel.Known(2021);
            StoreFolder.Save(store, known with { Report = known.Report with { Figures = [.. known.Report.Figures.Select(f => f.Indicator == "requests.granted" ? f with { Unit = "万件" } : f.Indicator == "requests.closed" ? f with { Edition = "2019" } : f)] } },
                ExportedPanel.Names[5], reader: "9.0.0", day: 9, agency: "a5");
            store.SaveAgencies([new RegisteredAgency { Code = "coded", Periods = [new AgencyPeriod { Name = "无码局" }] }], StoreFolder.Start);
            store.SaveCorrection(new Correction("coded", 2021, new FigureKey("rules.issued"), 4, "letter", "reviewer", "misprint"), StoreFolder.Start.AddDays(9));
        });
        Assert.Equal(0, await panel.Export("second", "--since", panel.At("first")));
        Assert.Equal(
            ["a5:2021:own,requests.closed|total,,80,number,,2021,80,number,,2019,,reread", "a5:2021:own,requests.granted|total,,40,number,,2021,40,number,万件,2021,,reread",
                "coded:2021:own,,,,,,,,,,,无码局:2021:own,rekeyed", "coded:2021:own,rules.issued,,3,number,,2021,4,number,,2021,,corrected"],
            Changes("second", ofMeasures: false).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UnderAnotherKeyAReportIsKnownByItsDocumentFirstAndByItsNameOnlyWhereNoOtherMayBeMeant()
    {
        panel.Change(store =>
        {
            foreach (var name in new[] { "甲局", "乙局", "丙局", "丁局" }) StoreFolder.Save(store, Readings.Of(2021, "2021", ("rules.issued", 3)), name, agency: name, named: true);
        });
        await panel.Export("first");
        var database = Path.Combine(panel.At("first"), "panel.db");
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE reports SET region = '321302' WHERE agency = '丁局'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }
        static PanelReport Now(string code, string name, string document) => new()
        {
            Code = code, Agency = name, Names = $"[\"{name}\"]", Region = "321303", Year = 2021, Scope = Scope.Own, Reading = 1,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(document))),
        };
        PanelReport[] reports =
        [
            Now("by name", "甲局", "another"), Now("by document", "某局", "甲局"), Now("one of two", "乙局", "another"), Now("two of two", "乙局", "a third"),
            Now("alone", "丙局", "another"), Now("elsewhere", "丁局", "another"), Now("of another code", ExportedPanel.Names[2], "another"),
        ];
        string[] expected =
        [
            "by name new_report ", "by document rekeyed 甲局:2021:own", "one of two new_report ", "two of two new_report ", "alone rekeyed 丙局:2021:own", "elsewhere new_report ", "of another code new_report ",
        ];
        foreach (var order in new[] { reports, [.. reports.Reverse()] })
        {
            using var changes = new PanelChanges(database, order);
            Assert.Equal(expected, reports.Select(report => changes.Of(report).First()).Select(row => $"{row[0]!.ToString()!.Split(':')[0]} {row[^1]} {row[^2]}"));
            Assert.Equal(["丁局:2021:own", "乙局:2021:own"], changes.Gone().Select(row => $"{row[0]}").Where(key => key[1..] == "局:2021:own"));
        }
    }

    [Fact]
    public async Task WhatAPersonPutsRightMakesAnotherReleaseOfItsDayInChina()
    {
        await panel.Export("first");
        panel.Change(store => store.SaveCorrection(new Correction("a7", 2021, new FigureKey("requests.closed", "total"), 81, "letter", "reviewer", "misprint"), StoreFolder.Start.AddDays(9)));
        await panel.Export("second");
        Assert.Equal(["2022.02.01", "2022.02.03"], new[] { "first", "second" }.Select(name => System.Text.Json.JsonDocument.Parse(panel.Text(name, "datapackage.json")).RootElement.GetProperty("version").GetString()));
    }

    [Fact]
    public async Task TheWidePanelHasOnlyWhatIsPrintedInTheUnitOfTheCodebook()
    {
        panel.Change(store =>
        {
            var known = ExportedPanel.Known(2023);
            StoreFolder.Save(store, known with { Report = known.Report with { Figures = [.. known.Report.Figures.Select(f => f with { Unit = f.Indicator switch { "fees.collected" => "元", "requests.granted" => "万件", "requests.closed" => "宗", _ => null } })] } }, "units", agency: "a6");
        });
        await panel.Export("out");
        var heads = panel.Lines("out", "panel.csv")[0].Split(',');
        var row = panel.Lines("out", "panel.csv").Single(line => line.StartsWith("a6:2023:own,", StringComparison.Ordinal)).Split(',')[^heads.Length..];
        string At(string key) => row[Array.IndexOf(heads, PanelWords.Variable(ComparisonQuestion.KeyOf(key)!))];
        Assert.Equal(["", "", "80", "80", "3"], [At("fees.collected"), At("requests.granted"), At("requests.closed"), At("requests.new"), At("rules.issued")]);
        Assert.Contains(panel.Lines("out", "figures.csv"), line => line.StartsWith("a6:2023:own,requests.granted|total,", StringComparison.Ordinal) && line.Contains(",40,number,40,万件,", StringComparison.Ordinal));
    }
}
