using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.App;
using ReportHarvester.Reports;
using ReportHarvester.Store;
using ReportHarvester.Tests.Harvest;
using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.App;

/// <summary>`backup`, `verify` and `restore` as their users meet them.</summary>
public sealed class BackupTests : IDisposable
{
    readonly DirectoryInfo work = Directory.CreateTempSubdirectory("backup-");

    string Data => Path.Combine(work.FullName, "data");
    string Copy => Path.Combine(work.FullName, "copy");

    public void Dispose() => work.Delete(recursive: true);

    void Fill(int first, int count)
    {
        using var store = ReportStore.Open(Data);
        for (var i = first; i < first + count; i++)
        {
            var saved = StoreFolder.Save(store, Readings.Of(2009 + i % 15, "2021", ("requests.new|total", i)), $"document {i}", agency: $"agency {i / 15}");
            store.SaveVisit(new Visit { Url = $"u{i}", Status = 200, Sha256 = store.Originals.Keep(BitConverter.GetBytes(i)), At = StoreFolder.Start });
            Assert.NotEqual(0, saved.Id);
        }
    }

    static string Original(string folder) => Directory.EnumerateFiles(Path.Combine(folder, "originals"), "*", SearchOption.AllDirectories).Order().First();

    [Fact]
    public async Task A_copy_is_a_data_folder_that_is_brought_up_to_date_and_back()
    {
        Fill(0, 10);
        Assert.Equal(20, Number(await BuiltProgram.Run("backup", Copy, "--data", Data, "--format", "json"), "copied"));
        Assert.Equal(DataFolder.Dump(Data), DataFolder.Dump(Copy));
        Fill(10, 3);
        Assert.Equal(6, Number(await BuiltProgram.Run("backup", Copy, "--data", Data, "--format", "json"), "copied"));
        Assert.Equal(0, Number(await BuiltProgram.Run("backup", Copy, "--data", Data, "--format", "json"), "copied"));
        Assert.Equal(0, (await BuiltProgram.Run("verify", "--data", Copy)).Code);

        var before = DataFolder.Dump(Data);
        Directory.Delete(Data, recursive: true);
        Assert.Equal(26, Number(await BuiltProgram.Run("restore", Copy, "--data", Data, "--format", "json"), "copied"));
        Assert.Equal(before, DataFolder.Dump(Data));
        Assert.Equal(73, (await BuiltProgram.Run("restore", Copy, "--data", Data)).Code);
        using var store = ReportStore.Open(Data);
    }

    [Fact]
    public async Task Each_original_that_is_missing_or_altered_is_named_and_takes_nothing_from_the_rest()
    {
        Fill(0, 3);
        await BuiltProgram.Run("backup", Copy, "--data", Data);
        File.WriteAllText(Original(Copy), "altered");
        var run = await BuiltProgram.Run("verify", "--data", Copy, "--format", "json");
        Assert.Equal(1, run.Code);
        Assert.Contains(Path.GetFileName(Original(Copy)), run.Output);
        var restored = Path.Combine(work.FullName, "new");
        run = await BuiltProgram.Run("restore", Copy, "--data", restored);
        Assert.Equal((1, 5), (run.Code, Directory.GetFiles(Path.Combine(restored, "originals"), "*", SearchOption.AllDirectories).Length));
        Assert.Contains(Path.GetFileName(Original(Copy)), run.Error);
        Assert.Equal(DataFolder.Dump(Data).Where(row => !row.StartsWith(Path.GetFileName(Original(Copy)), StringComparison.Ordinal)), DataFolder.Dump(restored));
        File.Delete(Original(Copy));
        Assert.Contains("missing", (await BuiltProgram.Run("verify", "--data", Copy)).Output);
        // What the copy lacks it gets again.
        Assert.Equal(1, Number(await BuiltProgram.Run("backup", Copy, "--data", Data, "--format", "json"), "copied"));
    }

    [Fact]
    public async Task Verify_finds_damage_in_the_database()
    {
        Fill(0, 60);
        using (var file = File.OpenWrite(Path.Combine(Data, "reports.db")))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(new byte[8192]);
        }
        var run = await BuiltProgram.Run("verify", "--data", Data);
        Assert.Equal(1, run.Code);
        Assert.Contains("reports.db", run.Output);
        Assert.Equal(74, (await BuiltProgram.Run("restore", Data, "--data", Copy)).Code);
    }

    [Fact]
    public async Task An_original_that_was_altered_is_not_copied_and_said()
    {
        Fill(0, 2);
        File.WriteAllText(Original(Data), "altered");
        var run = await BuiltProgram.Run("backup", Copy, "--data", Data);
        Assert.Equal(1, run.Code);
        Assert.Contains("altered", run.Error);
    }

    [Fact]
    public async Task What_an_older_program_wrote_is_copied_verified_and_brought_back_as_it_is()
    {
        var older = Schema.Newest - 1;
        MakeOlder(older);
        Assert.Equal(0, (await BuiltProgram.Run("backup", Copy, "--data", Data)).Code);
        Assert.Equal(0, (await BuiltProgram.Run("verify", "--data", Copy)).Code);
        var restored = Path.Combine(work.FullName, "restored");
        Assert.Equal(0, (await BuiltProgram.Run("restore", Copy, "--data", restored)).Code);
        Assert.Equal(DataFolder.Dump(Data), DataFolder.Dump(restored));
        Assert.Equal([$"{older}"], DataFolder.Query(restored, "PRAGMA user_version"));
        using (ReportStore.Open(restored)) { }
        Assert.Equal([$"{Schema.Newest}"], DataFolder.Query(restored, "PRAGMA user_version"));
    }

    // A store as a program of before left it.
    void MakeOlder(int schema)
    {
        Directory.CreateDirectory(Data);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "reports.db")};Pooling=false");
        connection.Open();
        var steps = typeof(ReportStore).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal).Take(schema);
        foreach (var step in steps)
        {
            using var script = new StreamReader(typeof(ReportStore).Assembly.GetManifestResourceStream(step)!);
            connection.Execute(script.ReadToEnd());
        }
        connection.Execute($"PRAGMA user_version = {schema}; INSERT INTO visit (url, status, sha256, at) VALUES ('u', 200, '{new DocumentArchive(Data).Keep([1])}', '2026-01-20T22:00:00.000Z')");
    }

    [Fact]
    public void Where_there_is_no_room_for_a_copy_none_is_begun()
    {
        var file = Path.Combine(work.FullName, "reports.db");

        Assert.Contains(file, Assert.Throws<DiskLowException>(() => DiskRoom.RequireFor(file, long.MaxValue)).Message);

        DiskRoom.RequireFor(file, 1);
    }

    [Fact]
    public void A_copy_that_cannot_be_finished_leaves_nothing()
    {
        Fill(0, 1);
        using var store = ReportStore.OpenReadOnly(Data);
        Directory.CreateDirectory(Path.Combine(Copy, "reports.db", "in the way"));

        Assert.ThrowsAny<IOException>(() => store.Read(connection => { DatabaseCopy.Make(connection, Path.Combine(Copy, "reports.db")); return 0; }));

        Assert.Equal(["reports.db"], Directory.GetFileSystemEntries(Copy).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("verify")]
    public async Task What_a_newer_program_wrote_is_left_alone(string verb)
    {
        Fill(0, 1);
        DataFolder.Execute(Data, "PRAGMA user_version = 99");
        string[] arguments = verb == "verify" ? [verb, "--data", Data] : verb == "backup" ? [verb, Copy, "--data", Data] : [verb, Data, "--data", Copy];
        Assert.Equal(78, (await BuiltProgram.Run(arguments)).Code);
        Assert.False(File.Exists(Path.Combine(Copy, "reports.db")));
    }

    [Fact]
    public async Task A_copy_in_use_is_75_one_of_a_newer_program_78_one_within_the_data_64_and_no_data_65()
    {
        Assert.Equal(65, (await BuiltProgram.Run("backup", Copy, "--data", Data)).Code);
        Assert.Equal(65, (await BuiltProgram.Run("verify", "--data", Data)).Code);
        Fill(0, 1);
        Assert.Equal(64, (await BuiltProgram.Run("backup", Path.Combine(Data, "copy"), "--data", Data)).Code);
        using (ReportStore.Open(Copy)) Assert.Equal(75, (await BuiltProgram.Run("backup", Copy, "--data", Data)).Code);
        DataFolder.Execute(Copy, "PRAGMA user_version = 99");
        Assert.Equal(78, (await BuiltProgram.Run("backup", Copy, "--data", Data)).Code);
    }

    [Fact]
    public async Task A_store_that_is_no_copy_is_not_replaced()
    {
        Fill(0, 1);
        using (var store = ReportStore.Open(Copy)) StoreFolder.Save(store, Readings.Of(2021, "2021", ("requests.new|total", 7)), "another");
        var another = DataFolder.Dump(Copy);
        Assert.Equal(73, (await BuiltProgram.Run("backup", Copy, "--data", Data)).Code);
        Assert.Equal(another, DataFolder.Dump(Copy));
        var copy = Path.Combine(work.FullName, "copy2");
        Assert.Equal(0, (await BuiltProgram.Run("backup", copy, "--data", Data)).Code);
        // Somebody goes on with the copy: it is none any more.
        using (ReportStore.Open(copy)) { }
        Assert.Equal(73, (await BuiltProgram.Run("backup", copy, "--data", Data)).Code);
    }

    [Fact]
    public async Task Originals_without_a_database_are_74_and_a_folder_that_is_not_there_65()
    {
        var typo = Path.Combine(work.FullName, "typo");
        Assert.Equal(65, (await BuiltProgram.Run("reparse", "--data", typo)).Code);
        Assert.False(Directory.Exists(typo));
        Fill(0, 1);
        foreach (var file in Directory.GetFiles(Data, "reports.db*")) File.Delete(file);
        var harvest = await BuiltProgram.Run("harvest", "--offline", "--data", Data);
        Assert.Equal(74, harvest.Code);
        Assert.Contains("restore", harvest.Error);
        File.WriteAllText(Path.Combine(Data, "reports.db"), "");
        Assert.Equal(74, (await BuiltProgram.Run("reparse", "--data", Data)).Code);
        Assert.Equal(74, (await BuiltProgram.Run("verify", "--data", Data)).Code);
    }

    [Fact]
    public async Task A_harvest_may_write_while_it_is_copied()
    {
        Fill(0, 2);
        using (ReportStore.Open(Data)) Assert.Equal(0, (await BuiltProgram.Run("backup", Copy, "--data", Data)).Code);
        Assert.Equal(DataFolder.Dump(Data), DataFolder.Dump(Copy));
    }

    [Fact]
    public async Task Killed_anywhere_the_copy_is_the_old_one_or_the_new_one()
    {
        Fill(0, 40);
        await BuiltProgram.Run("backup", Copy, "--data", Data);
        var old = DataFolder.Dump(Copy).Where(IsRow).ToList();
        Fill(40, 150);
        var whole = DataFolder.Dump(Data).Where(IsRow).ToList();
        var random = new Random(5);
        for (var kill = 0; kill < 6; kill++)
        {
            using var process = BuiltProgram.Start("backup", Copy, "--data", Data);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(80, 500)), TimeProvider.System);
            process.Kill();
            await process.WaitForExitAsync();
            var left = DataFolder.Dump(Copy).Where(IsRow).ToList();
            if (left.Count < whole.Count) Assert.Equal(old, left);
            else Assert.Equal(whole, left);
            Assert.Equal(0, (await BuiltProgram.Run("verify", "--data", Copy)).Code);
        }
        Assert.Equal(0, (await BuiltProgram.Run("backup", Copy, "--data", Data)).Code);
        Assert.Equal(DataFolder.Dump(Data), DataFolder.Dump(Copy));

        var restored = Path.Combine(work.FullName, "restored");
        using (var process = BuiltProgram.Start("restore", Copy, "--data", restored))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
            process.Kill();
            await process.WaitForExitAsync();
        }
        if (!File.Exists(Path.Combine(restored, "reports.db"))) Assert.Equal(0, (await BuiltProgram.Run("restore", Copy, "--data", restored)).Code);
        Assert.Equal(DataFolder.Dump(Data), DataFolder.Dump(restored));
    }

    // Originals are copied one by one: more of them than the database counts on do no harm, and half a one is swept away by the next copy.
    static bool IsRow(string line) => line.Split(' ')[0].Length < 64 && !line.Contains(".part ", StringComparison.Ordinal);

    static int Number((int Code, string Output, string Error) run, string property)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Output).RootElement.GetProperty(property).GetInt32();
    }
}
