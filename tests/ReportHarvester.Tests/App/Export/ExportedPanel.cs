using System.CommandLine;
using System.IO.Compression;
using System.Text;
using ReportHarvester.App.Commands;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App.Export;

/// <summary>A store with whatever readings may bring, hostile names and people among them, and the exports made of it.</summary>
sealed class ExportedPanel : IDisposable
{
    public const string Official = "张三丰", Phone = "13812345678", Mail = "zhangsanfeng@example.cn";
    const string Contact = $"联系人{Official}，电话{Phone}，{Mail}";

    /// <summary>Names that a spreadsheet would take for formulas.</summary>
    public static readonly string[] Names = ["=HYPERLINK(\"http://x\")局", "＝1+1局", "+1局", "＋1局", "-2局", "－2局", "@甲局", "＠甲局", "\t=乙局", "甲,\"乙\"\n局"];

    readonly StoreFolder folder = new();
    readonly DirectoryInfo outside = Directory.CreateTempSubdirectory("export-test-");

    public string Data => folder.Path;

    public void Dispose()
    {
        folder.Dispose();
        outside.Delete(recursive: true);
    }

    public string At(string name) => Path.Combine(outside.FullName, name);

    public ExportedPanel()
    {
        using var store = folder.Open();
        store.SaveAgencies(
        [
            .. Names.Select((name, i) => new RegisteredAgency { Code = $"a{i}", Periods = [new AgencyPeriod { Name = name, Level = "county", Region = "321302" }] }),
            new RegisteredAgency { Code = "silent", OwesFrom = 2021, Periods = [new AgencyPeriod { Name = "未报局" }] },
        ], StoreFolder.Start);
        foreach (var (i, name) in Names.Index()) StoreFolder.Save(store, Known(2021), name, agency: $"a{i}");
        StoreFolder.Save(store, Nameless(Readings.Of(2018, "2014", ("stat2014.normative_documents_issued", 5))), "2018", agency: "a1");
        for (var seed = 0; seed < 12; seed++)
            StoreFolder.Save(store, Readings.Random(seed), $"random {seed}", yearHint: 2019, agency: "东莞市金融工作局");
        StoreFolder.Save(store, People(Known(2022)), "people", agency: "a0");
        // Reports on 2021 are due on 31 January 2022, those on 2022 a year later.
        store.SaveCheck("dg-jrj", 0, StoreFolder.Start.AddDays(30));
    }

    public void Change(Action<ReportStore> change)
    {
        using var store = folder.Open();
        change(store);
    }

    /// <summary>It prints no name, so that it is the report of whomever its source speaks for.</summary>
    public static Reading Known(int year, int granted = 40) => Nameless(Readings.Of(year, "2021", ("rules.issued", 3), ("rules.repealed", null), ("fees.collected", 12.345m),
        ("requests.new|natural_person", 70), ("requests.new|total", 80), ("requests.granted|total", granted), ("requests.partly_granted|total", 10), ("requests.closed|total", 80)));

    static Reading Nameless(Reading reading) => reading with { Report = reading.Report with { Agency = null } };

    // Everything that a document may say in words, with people in it.
    static Reading People(Reading reading) => reading with
    {
        Issues = [new Issue { Code = "ROW-UNKNOWN", Severity = Severity.Warning, Fault = Fault.Unknown, Message = Contact, Figures = [new FigureKey("rules.issued")] }],
        Report = reading.Report with
        {
            Title = Contact, Agency = Contact, Sections = [new Section(6, "其他需要报告的事项", Contact)],
            Statements = [new Statement { Subject = "prose.requests_received", Value = 2, Raw = Contact, Sentence = Contact, Unit = Official, Origin = new Origin() }],
            Figures =
            [
                .. reading.Report.Figures.Skip(3), reading.Report.Figures[0] with { Raw = $"3（{Official}）", Unit = Official },
                reading.Report.Figures[1] with { State = CellState.Text, Raw = Contact }, reading.Report.Figures[2] with { State = CellState.Mark, Value = null, Raw = Mail },
            ],
        },
    };

    public Task<int> Export(string name, params string[] more) =>
        ExportCommand.Create().Parse([At(name), "--data", Data, .. more]).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null });

    public IReadOnlyList<string> Files(string name) =>
        [.. Directory.EnumerateFiles(At(name), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(At(name), file)).Order(StringComparer.Ordinal)];

    public string Text(string name, string file) => File.ReadAllText(Path.Combine(At(name), file));

    /// <summary>Lines of a CSV file; none of these files breaks a line inside a field.</summary>
    public IReadOnlyList<string> Lines(string name, string file) => Text(name, file).TrimEnd('\n').Split('\n');

    /// <summary>Every byte of an export by file, what is packed unpacked.</summary>
    public IEnumerable<(string File, string Bytes)> Bytes(string name)
    {
        foreach (var file in Directory.EnumerateFiles(At(name), "*", SearchOption.AllDirectories))
        {
            yield return (file, Encoding.UTF8.GetString(File.ReadAllBytes(file)));
            if (!file.EndsWith(".xlsx", StringComparison.Ordinal)) continue;
            using var zip = ZipFile.OpenRead(file);
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                yield return ($"{file}/{entry.FullName}", reader.ReadToEnd());
            }
        }
    }
}

/// <summary>One export that several tests look at.</summary>
public sealed class OneExport : IAsyncLifetime
{
    internal ExportedPanel Panel { get; } = new();

    public async Task InitializeAsync() => Assert.Equal(0, await Panel.Export("out", "--release", "v1", "--author", "某\"大学"));

    public Task DisposeAsync()
    {
        Panel.Dispose();
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class SharedExport : ICollectionFixture<OneExport>
{
    public const string Name = "one export";
}
